'use client'

import { useId, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, Timetable as Held } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { dayOf, daysBetween } from './localTime'
import { TimetableItem } from './TimetableItem'

const SHOWN = 8

interface TimetableProps {
  readonly event: EventShown
  readonly timetable: Held
  readonly onChanged: () => void
}

/** Finds a session by its title, speaker or room; what staff decided about stands first. */
export function Timetable({ event, timetable, onChanged }: TimetableProps) {
  const t = useTranslations('staff.programme')
  const id = useId()
  const [asked, setAsked] = useState('')
  const [all, setAll] = useState(false)
  const days = useMemo(() => daysOf(event, timetable), [event, timetable])
  const wanted = asked.trim().toLocaleLowerCase()
  const found = timetable.sessions.filter(({ title, speakers, room }) =>
    [title, ...speakers, room ?? ''].some((text) => text.toLocaleLowerCase().includes(wanted)),
  )
  const ordered =
    wanted === '' ? found.toSorted((one, other) => Number(other.decided) - Number(one.decided)) : found
  const shown = all ? ordered : ordered.slice(0, SHOWN)
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="flex flex-col gap-1 font-bold">
        {t('find')}
        <input
          id={id}
          type="search"
          className="border-line bg-raised min-h-11 rounded-lg border px-3 font-normal"
          value={asked}
          onChange={({ target }) => setAsked(target.value)}
        />
      </label>
      <p role="status" className="text-soft text-sm">
        {t('found', { count: found.length })}
      </p>
      <ul className="border-line bg-raised flex flex-col rounded-xl border empty:hidden">
        {shown.map((session) => (
          <TimetableItem
            key={session.id}
            event={event}
            session={session}
            rooms={timetable.rooms}
            days={days}
            onChanged={onChanged}
          />
        ))}
      </ul>
      {ordered.length > SHOWN && (
        <Button className="self-start" onClick={() => setAll(!all)}>
          {all ? t('showFew') : t('showAll', { count: ordered.length })}
        </Button>
      )}
    </div>
  )
}

/** The days of the event: those it gives itself, and those of its sessions. */
function daysOf({ start_date, end_date, timezone }: EventShown, { sessions }: Held): string[] {
  const held = sessions.flatMap(({ start }) => (start === null ? [] : [dayOf(start, timezone)]))
  return daysBetween([start_date, end_date, ...held].filter((day) => day !== null))
}
