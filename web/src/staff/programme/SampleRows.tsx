'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { ImportRow } from '@/protocol/routes'

/** As many show whether columns were taken for the right thing. */
const SHOWN = 3

interface SampleRowsProps {
  readonly rows: readonly ImportRow[]
  readonly timeZone: string
}

/** The first sessions with time, room and speakers, as the columns above make them. */
export function SampleRows({ rows, timeZone }: SampleRowsProps) {
  const t = useTranslations('staff.programme')
  const format = useFormatter()
  const said = (moment: string, day: boolean) =>
    format.dateTime(new Date(moment), {
      ...(day && { weekday: 'short', day: 'numeric', month: 'short' }),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
    })
  const when = ({ start, end }: ImportRow) =>
    start === null ? t('noTime') : [said(start, true), end && said(end, false)].filter(Boolean).join('–')
  return (
    <section aria-label={t('sample')} className="flex flex-col gap-1">
      <h4 className="font-bold">{t('sample')}</h4>
      <ol className="border-line flex flex-col rounded-lg border">
        {rows.slice(0, SHOWN).map((row, index) => (
          <li key={index} className="border-line border-b p-2 break-words last:border-b-0">
            <span className="text-soft block text-sm">
              {[when(row), row.room].filter(Boolean).join(' · ')}
            </span>
            {row.title}
            {row.speakers.length > 0 && <span className="text-soft"> · {row.speakers.join(', ')}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
