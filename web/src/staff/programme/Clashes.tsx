'use client'

import { useEffect, useRef } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { SessionClash } from '@/protocol/routes'
import { Button } from '@/ui/Button'

interface ClashesProps {
  readonly clashes: readonly SessionClash[]
  readonly timeZone: string
  readonly busy: boolean
  readonly onAnyway: () => void
  readonly onLeave: () => void
}

/** Says which sessions hold the room then, and until when; staff may know better. */
export function Clashes({ clashes, timeZone, busy, onAnyway, onLeave }: ClashesProps) {
  const t = useTranslations('staff.programme.clash')
  const format = useFormatter()
  const heading = useRef<HTMLParagraphElement>(null)
  // What was pressed stays where it was; the question is read out, and in view.
  useEffect(() => heading.current?.focus(), [clashes])
  const clock = (moment: string) =>
    format.dateTime(new Date(moment), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  return (
    <div className="border-alert flex flex-col gap-2 rounded-lg border-2 p-3">
      <p ref={heading} tabIndex={-1} className="text-alert font-bold">
        {t('title')}
      </p>
      <ul className="flex flex-col gap-1">
        {clashes.map(({ title, room, start, end }, index) => (
          <li key={index} className="break-words">
            {t('is', { title, room, start: start === null ? '' : clock(start), end: clock(end) })}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button look="danger" disabled={busy} onClick={onAnyway}>
          {t('anyway')}
        </Button>
        <Button disabled={busy} onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </div>
  )
}
