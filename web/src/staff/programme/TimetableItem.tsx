'use client'

import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { EventShown, TimetableRow } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { DecisionForm } from './DecisionForm'

interface TimetableItemProps {
  readonly event: EventShown
  readonly session: TimetableRow
  readonly rooms: readonly string[]
  readonly days: readonly string[]
  readonly onChanged: () => void
}

/** One session as it holds, and the form that changes it. */
export function TimetableItem({ event, session, rooms, days, onChanged }: TimetableItemProps) {
  const t = useTranslations('staff.programme')
  const format = useFormatter()
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState<{ reached: number; inside: number } | null>(null)
  const when = (moment: string | null) =>
    moment === null
      ? t('noTime')
      : format.dateTime(new Date(moment), {
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: event.timezone,
        })
  const isOff = session.status === 'cancelled' || session.status === 'removed'
  return (
    <li className="border-line flex flex-col gap-2 border-b p-3 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-48 flex-1">
          <p className={`font-bold ${isOff ? 'line-through' : ''}`}>
            {[when(session.start), session.room].filter(Boolean).join(' · ')}
          </p>
          <p className="break-words">{session.title}</p>
          <Standing {...session} />
        </div>
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('changeIt')}
        </Button>
      </div>
      {open && (
        <DecisionForm
          event={event}
          session={session}
          rooms={rooms}
          days={days}
          onLate={onChanged}
          onSaved={(reached, inside) => {
            setOpen(false)
            setDone({ reached, inside })
            onChanged()
          }}
        />
      )}
      {done !== null && (
        <p role="status">
          {t('told', { count: done.reached })}
          {done.inside > 0 && ` ${t('wentWith', { count: done.inside })}`}
        </p>
      )}
    </li>
  )
}

/** Who changed it; cancelled, which visitors are told, is not what an import has without a word no longer. */
function Standing({ status, decided, follows }: Pick<TimetableRow, 'status' | 'decided' | 'follows'>) {
  const t = useTranslations('staff.programme')
  if (status === 'removed') return <p className="text-alert font-bold">{t('removed')}</p>
  if (decided) {
    return (
      <p className="text-accent font-bold">{t(status === 'cancelled' ? 'youCancelled' : 'youChanged')}</p>
    )
  }
  if (follows !== null) {
    return (
      <p className="text-accent font-bold break-words">
        {t(status === 'cancelled' ? 'cancelledWith' : 'changedWith', { session: follows })}
      </p>
    )
  }
  return status === 'cancelled' ? <p className="text-alert font-bold">{t('cancelled')}</p> : null
}
