'use client'

import { useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { readClock, written } from './localTime'

/** A day (`YYYY-MM-DD`, empty = not chosen) and a time of day as it is typed. */
export interface Moment {
  readonly day: string
  readonly clock: string
}

interface MomentFieldProps {
  readonly moment: Moment
  /** Offered by name; any other is a date to be filled in. */
  readonly days: readonly string[]
  /** How long the session lasts; null where its end is not known. */
  readonly minutes: number | null
  readonly onMoment: (moment: Moment) => void
}

const ANOTHER = 'another'
const FIELD = 'border-line bg-page min-h-11 min-w-0 rounded-lg border px-2'

/** When a session is to begin: the day by its name, the time on 24 hours, and what both say, in the page's language. */
export function MomentField({ moment, days, minutes, onMoment }: MomentFieldProps) {
  const t = useTranslations('staff.programme')
  const format = useFormatter()
  const id = useId()
  const { day, clock } = moment
  const read = readClock(clock)
  const isNamed = days.includes(day)
  const named = (each: string) =>
    format.dateTime(written(each), { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const isWrong = clock.trim() !== '' && read === null
  return (
    <>
      <label className="flex min-w-0 flex-col gap-1" htmlFor={`${id}-day`}>
        {t('day')}
        <select
          id={`${id}-day`}
          className={`${FIELD} max-w-full`}
          value={isNamed ? day : ANOTHER}
          onChange={({ target }) => onMoment({ clock, day: target.value === ANOTHER ? '' : target.value })}
        >
          {days.map((each) => (
            <option key={each} value={each}>
              {named(each)}
            </option>
          ))}
          <option value={ANOTHER}>{t('another')}</option>
        </select>
      </label>
      {!isNamed && (
        <label className="flex min-w-0 flex-col gap-1" htmlFor={`${id}-date`}>
          {t('date')}
          <input
            id={`${id}-date`}
            type="date"
            className={FIELD}
            aria-describedby={`${id}-will`}
            value={day}
            onChange={({ target }) => onMoment({ clock, day: target.value })}
          />
        </label>
      )}
      <label className="flex min-w-0 flex-col gap-1" htmlFor={`${id}-clock`}>
        {t('clock')}
        <input
          id={`${id}-clock`}
          inputMode="text"
          autoComplete="off"
          maxLength={8}
          className={`${FIELD} w-28`}
          aria-invalid={isWrong}
          aria-describedby={`${id}-will`}
          value={clock}
          onChange={({ target }) => onMoment({ day, clock: target.value })}
          onBlur={() => read !== null && onMoment({ day, clock: read })}
        />
      </label>
      <p
        id={`${id}-will`}
        role="status"
        className={`basis-full break-words empty:hidden ${isWrong ? 'text-alert' : 'font-bold'}`}
      >
        {isWrong && t('badClock')}
        {read !== null && day !== '' && <Will day={day} clock={read} minutes={minutes} />}
      </p>
    </>
  )
}

/** The year stands here: a date that was typed may be of another one. */
function Will({ day, clock, minutes }: { day: string; clock: string; minutes: number | null }) {
  const t = useTranslations('staff.programme')
  const format = useFormatter()
  const start = written(day, clock)
  const date = format.dateTime(start, { dateStyle: 'full', timeZone: 'UTC' })
  const time = (at: Date) =>
    format.dateTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' })
  const when = `${date}, ${time(start)}`
  return minutes === null
    ? t('will', { when })
    : t('willEnd', { when, end: time(new Date(start.getTime() + minutes * 60_000)) })
}
