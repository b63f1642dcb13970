'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { DeedShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import type { Draft } from '../api'
import { BeforeAndAfter } from './BeforeAndAfter'
import { ChangeList } from './ChangeList'

/** As the server names whoever uses the command line. */
const COMMAND_LINE = 'command line'
const NAMES = 5
const COUNTS = ['added', 'moved', 'cancelled', 'renamed', 'edited', 'removed', 'kept'] as const
const DOCUMENTS = ['added', 'edited', 'removed'] as const

interface DeedItemProps {
  readonly deed: DeedShown
  readonly timeZone: string
  /** Of the facts in force. */
  readonly version: number
  readonly onLook: (draft: Draft, restores: number) => void
}

/** One change: who, when, what it is about, and what it did. */
export function DeedItem({ deed, timeZone, version, onLook }: DeedItemProps) {
  const t = useTranslations('staff.changes')
  const format = useFormatter()
  const { brief, session } = deed
  const about = deed.file ?? session?.title ?? deed.answer?.question
  const at = format.dateTime(new Date(deed.at), { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <li className="border-line flex flex-col gap-1 border-b p-3 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>
          <span className="font-bold">{deed.who === COMMAND_LINE ? t('commandLine') : deed.who}</span>
          <span className="text-soft">
            {' · '}
            <time dateTime={deed.at}>{at}</time>
          </span>
        </p>
        {brief && (
          <Button onClick={() => onLook({ voice: null, ...brief.earlier }, brief.earlier_version)}>
            {brief.version === version ? t('undo') : t('goBack')}
          </Button>
        )}
      </div>
      <p className="break-words">
        {t(`did.${deed.action}`)}
        {about && `: ${about}`}
      </p>
      <Did deed={deed} />
      {session?.before && session.after && (
        <Slots before={session.before} after={session.after} timeZone={timeZone} />
      )}
      {brief && <ChangeList changes={brief.changes} />}
    </li>
  )
}

/** In numbers and names: sessions of an import, documents, talks inside, registrations. */
function Did({ deed: { counts, documents, session, registered } }: { deed: DeedShown }) {
  const t = useTranslations('staff.changes')
  const names = (listed: readonly string[]) => {
    const shown = listed.slice(0, NAMES).join(', ')
    return listed.length > NAMES ? t('documents.more', { names: shown, count: listed.length - NAMES }) : shown
  }
  const sessions = COUNTS.flatMap((kind) => {
    const count = counts?.[kind] ?? 0
    return count > 0 ? [t(`count.${kind}`, { count })] : []
  })
  const about = DOCUMENTS.flatMap((kind) => {
    const listed = documents?.[kind] ?? []
    return listed.length > 0 ? [t(`documents.${kind}`, { names: names(listed) })] : []
  })
  const lines = [
    sessions.join(' · '),
    about.join(' · '),
    session && session.inside > 0 && t('inside', { count: session.inside }),
    registered !== null && t('registered', { count: registered }),
    counts && sessions.length + about.length === 0 && t('sameAsBefore'),
  ].filter(Boolean)
  return lines.map((line) => (
    <p key={String(line)} className="text-soft break-words">
      {line}
    </p>
  ))
}

type Slot = NonNullable<NonNullable<DeedShown['session']>['before']>

/** When and where a session was, and is; a cancelled one was there. */
function Slots({ before, after, timeZone }: { before: Slot; after: Slot; timeZone: string }) {
  const t = useTranslations('staff.programme')
  const format = useFormatter()
  const said = ({ start, room }: Slot) =>
    [
      start === null
        ? t('noTime')
        : format.dateTime(new Date(start), {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
            timeZone,
          }),
      room,
    ]
      .filter(Boolean)
      .join(' · ')
  const was = said(before)
  const is = after.status === 'cancelled' ? was : said(after)
  return was === is ? <p className="text-soft">{is}</p> : <BeforeAndAfter before={was} after={is} />
}
