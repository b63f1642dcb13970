'use client'

import { CalendarX, Clock, MoveRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { SessionCard } from '@/protocol/results'

export interface When {
  readonly timezone: string
  /** The event's own "now", which tells whether a session is today. */
  readonly now: string
}

/** Returns the time of day and, unless it is today, the day, as people of this language write them. */
export function useWhen({ timezone, now }: When) {
  const format = useFormatter()
  const time = (moment: string) =>
    format.dateTime(new Date(moment), {
      timeZone: timezone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  const day = (moment: string) =>
    format.dateTime(new Date(moment), { timeZone: timezone, weekday: 'long', day: 'numeric', month: 'long' })
  return {
    time,
    day: (moment: string) => (day(moment) === day(now) ? null : day(moment)),
    /** The day of one moment, unless it is the day of another. */
    otherDay: (moment: string, than: string) => (day(moment) === day(than) ? null : day(moment)),
  }
}

/** Cancelled, moved or gone: said by word and sign, never by colour alone. */
export function StatusLine({ session, when }: { session: SessionCard; when: When }) {
  const t = useTranslations('card')
  const { time, otherDay } = useWhen(when)
  switch (session.status) {
    case 'cancelled':
    case 'removed':
      return (
        <p className="text-alert flex items-center gap-2 font-bold">
          <CalendarX aria-hidden className="size-5" />
          {t(session.status)}
        </p>
      )
    case 'moved': {
      const { start, previous_start: from, previous_room: room } = session
      const began = from && [start && otherDay(from, start), time(from)].filter(Boolean).join(' ')
      const before = [began, room]
      return (
        <p className="text-thinking flex flex-wrap items-center gap-2 font-bold">
          <MoveRight aria-hidden className="size-5" />
          {t('moved')}
          {before.some(Boolean) && (
            <span className="font-normal">
              ({t('movedFrom', { place: before.filter(Boolean).join(' · ') })})
            </span>
          )}
        </p>
      )
    }
    case 'unscheduled':
      return (
        <p className="text-soft flex items-center gap-2">
          <Clock aria-hidden className="size-5" />
          {t('unscheduled')}
        </p>
      )
    case 'scheduled':
    case 'duplicate':
      return null
    default:
      return session.status satisfies never
  }
}

/** "in 20 minutes", "on now", "over"; nothing for what is far away. */
export function Soon({ session }: { session: SessionCard }) {
  const t = useTranslations('card')
  const minutes = session.minutes_until_start
  if (session.phase === 'now') return <>{t('onNow')}</>
  if (session.phase === 'past') return <>{t('past')}</>
  if (minutes !== undefined && minutes >= 0 && minutes <= 90) return <>{t('minutes', { count: minutes })}</>
  return null
}
