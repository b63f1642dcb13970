'use client'

import { useTranslations } from 'use-intl'
import type { SessionBrief } from '@/protocol/routes'
import { useEventOnScreen } from './event'
import { useWhen, type When } from './SessionFacts'

/** What is on now and next, by room. */
export function NowAndNext() {
  const t = useTranslations('welcome')
  const { info } = useEventOnScreen()
  if (!info) return null
  const list = (title: string, sessions: readonly SessionBrief[]) =>
    sessions.length > 0 && (
      <section>
        <h3 className="text-soft font-bold">{title}</h3>
        <ul>
          {sessions.map((session) => (
            <Brief key={session.id} session={session} when={info} />
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

function Brief({ session, when }: { session: SessionBrief; when: When }) {
  const { time, day } = useWhen(when)
  return (
    <li className="border-line border-t py-2 first:border-t-0">
      <p className="font-bold">
        {[session.start && time(session.start), session.room].filter(Boolean).join(' · ')}
        {session.start && day(session.start) && (
          <span className="text-soft font-normal"> {day(session.start)}</span>
        )}
      </p>
      <p>
        <span dir="auto">{session.title}</span>
        {session.speakers.length > 0 && <span className="text-soft"> · {session.speakers.join(', ')}</span>}
      </p>
    </li>
  )
}
