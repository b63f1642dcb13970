'use client'

import { type ReactNode, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { CheckInShown, EventShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { Refusal } from '../Refusal'
import { exportAddress, undoCheckIn } from './api'

interface CheckInsProps {
  readonly event: EventShown
  readonly checkIns: readonly CheckInShown[]
  readonly onChange: () => void
}

/** Who was checked in last: initials and the end of the code tell enough to find a mistake. */
export function CheckIns({ event, checkIns, onChange }: CheckInsProps) {
  const t = useTranslations('staff.registrations')
  const format = useFormatter()
  const [failed, setFailed] = useState<{ id: string; why: ReactNode } | null>(null)
  const undo = (checkIn: CheckInShown) => {
    setFailed(null)
    undoCheckIn(event.id, checkIn).then(onChange, (error: unknown) => {
      setFailed({ id: checkIn.id, why: <Refusal error={error} unreachable={t('notSaved')} /> })
      // Somebody else took it back, or a newer list is in force: what holds now is shown.
      onChange()
    })
  }
  if (checkIns.length === 0) {
    return <p className="border-line bg-raised text-soft rounded-xl border p-5">{t('nobody')}</p>
  }
  return (
    <>
      <h3 className="font-bold">{t('latest')}</h3>
      <ul className="border-line bg-raised flex max-h-96 flex-col overflow-y-auto rounded-xl border">
        {checkIns.map((checkIn) => {
          const { id, at, initials, code_ending, ticket, session_id } = checkIn
          const person = t('person', { initials, ending: code_ending })
          return (
            <li
              key={id}
              className="border-line flex flex-wrap items-center gap-x-4 gap-y-1 border-b p-3 last:border-b-0"
            >
              <div className="min-w-0 flex-1">
                <p className="font-bold break-words">{person}</p>
                <p className="text-soft break-words">
                  <time dateTime={at}>
                    {format.dateTime(new Date(at), {
                      dateStyle: 'short',
                      timeStyle: 'short',
                      timeZone: event.timezone,
                    })}
                  </time>
                  {` · ${t(session_id === null ? 'byList' : 'byCharlotte')}`}
                  {ticket && ` · ${ticket}`}
                </p>
                {failed?.id === id && (
                  <p role="alert" className="text-alert break-words">
                    {failed.why}
                  </p>
                )}
              </div>
              <Button aria-label={t('undoOf', { person })} onClick={() => undo(checkIn)}>
                {t('undo')}
              </Button>
            </li>
          )
        })}
      </ul>
      <a
        className="text-accent inline-flex min-h-11 items-center self-start underline underline-offset-4"
        href={exportAddress(event.id)}
        download
      >
        {t('export')}
      </a>
    </>
  )
}
