'use client'

import { type KeyboardEvent, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { SessionRow, Sessions } from '@/protocol/routes'
import { ConversationRow } from './ConversationRow'
import { HangUp } from './HangUp'
import { DeskSection } from './DeskSection'
import type { Polled } from './usePolled'

interface ConversationsProps {
  readonly sessions: Polled<Sessions>
  readonly timeZone: string
}

/** Who talks to Charlotte now: facts, no words. Rows keep their place; what ended goes a little later. */
export function Conversations({ sessions, timeZone }: ConversationsProps) {
  const t = useTranslations('staff.live')
  const format = useFormatter()
  const { data, reload } = sessions
  const [ending, setEnding] = useState<SessionRow | null>(null)
  const seen = data && format.dateTime(new Date(data.now), { timeStyle: 'medium', timeZone })
  return (
    <DeskSection
      id="live"
      title={t('title')}
      count={
        <span className="text-soft text-base font-normal">{data && t('count', { count: data.live })}</span>
      }
      polled={sessions}
      words={{ loading: t('loading'), failed: t('failed'), stale: t('stale', { time: seen ?? '' }) }}
    >
      {data?.sessions.length === 0 && (
        <p className="border-line bg-raised text-soft rounded-xl border p-5">{t('nobody')}</p>
      )}
      {data && data.sessions.length > 0 && (
        <div className="border-line bg-raised rounded-xl border">
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its buttons */}
          <table className="w-full border-collapse" onKeyDown={moveFocus}>
            <caption className="sr-only">{t('title')}</caption>
            <thead className="text-soft text-left text-sm">
              <tr>
                <Head>{t('conversation')}</Head>
                <Head numeric>{t('lasted')}</Head>
                <Head numeric>{t('latency')}</Head>
                <Head numeric wide>
                  {t('turns')}
                </Head>
                <Head wide>{t('upstream')}</Head>
                <Head numeric wide>
                  {t('cost')}
                </Head>
                <th scope="col" className="p-2">
                  <span className="sr-only">{t('action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.sessions.map((row) => (
                <ConversationRow
                  key={`${row.session_id} ${row.opened_at}`}
                  row={row}
                  timeZone={timeZone}
                  onHangUp={() => setEnding(row)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <HangUp
        row={ending}
        onDone={() => {
          setEnding(null)
          reload()
        }}
      />
    </DeskSection>
  )
}

interface HeadProps {
  readonly children: string
  readonly numeric?: boolean
  /** Shown only where there is room. */
  readonly wide?: boolean
}

function Head({ children, numeric = false, wide = false }: HeadProps) {
  const shown = wide ? 'hidden @3xl:table-cell' : ''
  return (
    <th scope="col" className={`p-2 font-normal ${numeric ? 'text-right' : ''} ${shown}`}>
      {children}
    </th>
  )
}

/** Up and down go from row to row. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.findIndex((button) => button === document.activeElement)
  const next = buttons[at + step]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
}
