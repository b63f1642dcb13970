'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, SessionClash, SessionDecision, TimetableRow } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { decide, loadClashes } from '../api'
import { isLate } from '../refusal'
import { useWork } from '../useWork'
import { Clashes } from './Clashes'
import { clockOf, dayOf, readClock } from './localTime'
import { type Moment, MomentField } from './MomentField'

const DELAYS = [10, 15, 30, 60]

/** What was to be done, and the sessions whose room it would take. */
interface Warned {
  readonly wanted: SessionDecision
  readonly clashes: readonly SessionClash[]
}

interface DecisionFormProps {
  readonly event: EventShown
  readonly session: TimetableRow
  readonly rooms: readonly string[]
  /** Those of the event. */
  readonly days: readonly string[]
  readonly onSaved: (reached: number, inside: number) => void
  /** Somebody else was faster: what holds now is to be shown. */
  readonly onLate: () => void
}

/** Delays, moves or cancels a session: each is one tap, unless its room is taken, and reaches conversations at once. */
export function DecisionForm({ event, session, rooms, days, onSaved, onLate }: DecisionFormProps) {
  const t = useTranslations('staff.programme')
  const id = useId()
  const [moment, setMoment] = useState(momentOf(session, event.timezone, days))
  const [room, setRoom] = useState(session.room ?? '')
  const { busy, failed, during } = useWork(t('unreachable'))
  const [warned, setWarned] = useState<Warned | null>(null)
  const [seen, setSeen] = useState(session)
  if (isOther(seen, session)) {
    // A colleague was at it: what is filled in goes with what is shown.
    setSeen(session)
    setMoment(momentOf(session, event.timezone, days))
    setRoom(session.room ?? '')
    setWarned(null)
  }
  const put = async (wanted: SessionDecision) => {
    const decided = decide(event.id, session.id, wanted)
    const { reached, inside } = await decided.catch((refused: unknown) => {
      if (isLate(refused)) onLate()
      throw refused
    })
    return () => onSaved(reached, inside)
  }
  const ask = async (wanted: SessionDecision) => {
    const { clashes } = await loadClashes(event.id, session.id, wanted)
    return clashes.length === 0 ? put(wanted) : () => setWarned({ wanted, clashes })
  }
  const choose = (decision: Pick<SessionDecision, 'action'> & Partial<SessionDecision>) => {
    const { end, status } = session
    const shown = { start: session.start, end, room: session.room, status }
    const wanted = { start: null, room: null, minutes: null, seen: shown, ...decision }
    setWarned(null)
    during(wanted.action === 'cancel' ? put(wanted) : ask(wanted), (then) => then())
  }
  const clock = readClock(moment.clock)
  const start = moment.day === '' || clock === null ? null : `${moment.day}T${clock}`
  return (
    <div className="flex flex-col gap-3">
      {session.inside > 0 && <p>{t('inside', { count: session.inside })}</p>}
      {session.start !== null && (
        <div role="group" aria-label={t('delay')} className="flex flex-wrap items-center gap-2">
          <span>{t('delay')}</span>
          {DELAYS.map((minutes) => (
            <Button key={minutes} disabled={busy} onClick={() => choose({ action: 'delay', minutes })}>
              {t('minutes', { minutes })}
            </Button>
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <MomentField moment={moment} days={days} minutes={lasts(session)} onMoment={setMoment} />
        <label className="flex min-w-0 flex-col gap-1" htmlFor={`${id}-room`}>
          {t('room')}
          <select
            id={`${id}-room`}
            className="border-line bg-page min-h-11 max-w-full min-w-0 rounded-lg border px-2"
            value={room}
            onChange={({ target }) => setRoom(target.value)}
          >
            {!rooms.includes(room) && <option value={room}>{room}</option>}
            {rooms.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <Button
          look="primary"
          disabled={busy || start === null}
          onClick={() => choose({ action: 'move', start, room: room === '' ? null : room })}
        >
          {t('move')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {session.status !== 'cancelled' && (
          <Button look="danger" disabled={busy} onClick={() => choose({ action: 'cancel' })}>
            {t('cancel')}
          </Button>
        )}
        {session.decided && (
          <Button disabled={busy} onClick={() => choose({ action: 'restore' })}>
            {t('restore')}
          </Button>
        )}
      </div>
      {warned && (
        <Clashes
          clashes={warned.clashes}
          timeZone={event.timezone}
          busy={busy}
          onAnyway={() => during(put(warned.wanted), (then) => then())}
          onLeave={() => setWarned(null)}
        />
      )}
      {failed && (
        <p role="alert" className="text-alert break-words">
          {failed}
        </p>
      )}
    </div>
  )
}

function momentOf({ start }: TimetableRow, timeZone: string, days: readonly string[]): Moment {
  if (start === null) return { day: days[0] ?? '', clock: '' }
  return { day: dayOf(start, timeZone), clock: clockOf(start, timeZone) }
}

function lasts({ start, end }: TimetableRow): number | null {
  return start === null || end === null ? null : (Date.parse(end) - Date.parse(start)) / 60_000
}

function isOther(one: TimetableRow, other: TimetableRow): boolean {
  return one.start !== other.start || one.room !== other.room || one.status !== other.status
}
