'use client'

import { useTranslations } from 'use-intl'
import type { SessionCard } from '@/protocol/results'
import { useEventOnScreen } from './event'
import { SessionRow } from './SessionRow'

/** What is on now and next, by room. */
export function NowAndNext() {
  const t = useTranslations('welcome')
  const { info } = useEventOnScreen()
  if (!info) return null
  const list = (title: string, sessions: readonly SessionCard[]) =>
    sessions.length > 0 && (
      <section>
        <h3 className="text-soft font-bold">{title}</h3>
        <ul>
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} when={info} />
          ))}
        </ul>
      </section>
    )
  return (
    <div className="flex flex-col gap-5">
      {info.on_now.length === 0 && info.next.length === 0 && <p className="text-soft">{t('nothing')}</p>}
      {list(t('now'), info.on_now)}
      {list(t('next'), info.next)}
    </div>
  )
}
