'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, SessionDecision, TimetableRow } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { decide } from '../api'
import { isLate } from '../refusal'
import { useWork } from '../useWork'
import { localOf } from './localTime'

const DELAYS = [10, 15, 30, 60]

interface DecisionFormProps {
  readonly event: EventShown
  readonly session: TimetableRow
  readonly rooms: readonly string[]
  readonly onSaved: (reached: number) => void
  /** Somebody else was faster: what holds now is to be shown. */
  readonly onLate: () => void
}

/** Delays, moves or cancels a session: each is one tap, and reaches running conversations at once. */
export function DecisionForm({ event, session, rooms, onSaved, onLate }: DecisionFormProps) {
  const t = useTranslations('staff.programme')
  const id = useId()
  const [start, setStart] = useState(session.start === null ? '' : localOf(session.start, event.timezone))
  const [room, setRoom] = useState(session.room ?? '')
  const { busy, failed, during } = useWork(t('unreachable'))
  const [seen, setSeen] = useState(session)
  if (isOther(seen, session)) {
    // A colleague was at it: what is filled in goes with what is shown.
    setSeen(session)
    setStart(session.start === null ? '' : localOf(session.start, event.timezone))
    setRoom(session.room ?? '')
  }
  const put = (decision: Pick<SessionDecision, 'action'> & Partial<SessionDecision>) => {
    const { end, status } = session
    const shown = { start: session.start, end, room: session.room, status }
    const wanted = { start: null, room: null, minutes: null, seen: shown, ...decision }
    const decided = decide(event.id, session.id, wanted)
    during(
      decided.catch((refused: unknown) => {
        if (isLate(refused)) onLate()
        throw refused
      }),
      ({ reached }) => onSaved(reached),
    )
  }
  return (
    <div className="flex flex-col gap-3">
      {session.start !== null && (
        <div role="group" aria-label={t('delay')} className="flex flex-wrap items-center gap-2">
          <span>{t('delay')}</span>
          {DELAYS.map((minutes) => (
            <Button key={minutes} disabled={busy} onClick={() => put({ action: 'delay', minutes })}>
              {t('minutes', { minutes })}
            </Button>
          ))}
        </div>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <label className="flex min-w-0 flex-col gap-1" htmlFor={`${id}-start`}>
          {t('start')}
          <input
            id={`${id}-start`}
            type="datetime-local"
            className="border-line bg-page min-h-11 min-w-0 rounded-lg border px-2"
            value={start}
            onChange={({ target }) => setStart(target.value)}
          />
        </label>
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
          disabled={busy || start === ''}
          onClick={() => put({ action: 'move', start, room: room === '' ? null : room })}
        >
          {t('move')}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {session.status !== 'cancelled' && (
          <Button look="danger" disabled={busy} onClick={() => put({ action: 'cancel' })}>
            {t('cancel')}
          </Button>
        )}
        {session.decided && (
          <Button disabled={busy} onClick={() => put({ action: 'restore' })}>
            {t('restore')}
          </Button>
        )}
      </div>
      {failed && (
        <p role="alert" className="text-alert break-words">
          {failed}
        </p>
      )}
    </div>
  )
}

function isOther(one: TimetableRow, other: TimetableRow): boolean {
  return one.start !== other.start || one.room !== other.room || one.status !== other.status
}
