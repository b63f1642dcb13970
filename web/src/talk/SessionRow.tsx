'use client'

import { useTranslations } from 'use-intl'
import type { SessionCard } from '@/protocol/results'
import { StatusLine, type When, useWhen } from './SessionFacts'

/** One session on two lines: when and where, then what. */
export function SessionRow({ session, when }: { session: SessionCard; when: When }) {
  const t = useTranslations('card')
  const { time, day } = useWhen(when)
  const gone = session.status === 'cancelled' || session.status === 'removed'
  return (
    <li className="border-line border-t py-2 first:border-t-0">
      <p className={`font-bold ${gone ? 'line-through' : ''}`}>
        {[session.start && time(session.start), session.room ?? t('noRoom')].filter(Boolean).join(' · ')}
        {session.start && day(session.start) && (
          <span className="text-soft font-normal"> {day(session.start)}</span>
        )}
      </p>
      <p>
        <span dir="auto">{session.title}</span>
        {session.speakers.length > 0 && <span className="text-soft"> · {session.speakers.join(', ')}</span>}
      </p>
      <StatusLine session={session} when={when} />
    </li>
  )
}
