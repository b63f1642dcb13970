'use client'

import { useTranslations } from 'use-intl'
import type { SessionCard } from '@/protocol/results'
import { Soon, StatusLine, type When, useWhen } from './SessionFacts'

/** The session asked for: when and where in the biggest type, then what and who. */
export function SessionMain({ session, when }: { session: SessionCard; when: When }) {
  const t = useTranslations('card')
  const { time, day } = useWhen(when)
  const gone = session.status === 'cancelled' || session.status === 'removed'
  const start = session.start
  return (
    <div className="flex flex-col gap-1">
      <p
        className={`text-3xl leading-tight font-bold text-balance sm:text-4xl ${gone ? 'line-through' : ''}`}
      >
        {[start && time(start), session.room].filter(Boolean).join(' · ')}
      </p>
      <p className="text-soft">
        {[start && day(start), session.end && t('until', { time: time(session.end) })]
          .filter(Boolean)
          .join(' · ')}
        {start && !gone && <SoonBadge session={session} />}
      </p>
      {!session.room && <p className="text-soft">{t('noRoom')}</p>}
      <StatusLine session={session} when={when} />
      <p className="mt-1 text-xl leading-snug font-bold" dir="auto" lang={session.language ?? undefined}>
        {session.title}
      </p>
      {session.speakers.length > 0 && <p className="text-lg">{session.speakers.join(', ')}</p>}
      {session.chairs.length > 0 && (
        <p className="text-soft">{t('chairs', { names: session.chairs.join(', ') })}</p>
      )}
    </div>
  )
}

function SoonBadge({ session }: { session: SessionCard }) {
  const soon = Soon({ session })
  return soon && <span className="bg-wash text-ink ml-2 inline-block rounded-full px-2.5 py-0.5">{soon}</span>
}
