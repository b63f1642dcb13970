'use client'

import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { CostsShown, EventShown } from '@/protocol/routes'
import { Choice } from '../Choice'
import { CostTable } from './CostTable'
import { HourChart } from './HourChart'

export const WAYS = ['hour', 'model', 'event'] as const
export type Way = (typeof WAYS)[number]

interface SpendingProps {
  readonly costs: CostsShown
  readonly event: EventShown
  readonly events: readonly EventShown[]
  readonly way: Way
  readonly onWay: (way: Way) => void
}

/** Where the money went: by hour, by who spoke, by event. */
export function Spending({ costs, event, events, way, onWay }: SpendingProps) {
  const t = useTranslations('staff.money')
  const format = useFormatter()
  const named: Readonly<Record<Way, (key: string) => string>> = {
    hour: (key) =>
      format.dateTime(new Date(key), { dateStyle: 'short', timeStyle: 'short', timeZone: event.timezone }),
    model: (key) => key.replace(/^embedded\//, `${t('embedded')}/`).replace('/', ' · '),
    event: (key) => events.find(({ id }) => id === key)?.name ?? key,
  }
  // The answer to the way that was chosen before may still be on the screen.
  const shown = WAYS.find((each) => each === costs.by) ?? way
  const rows = shown === 'hour' ? costs.rows.toReversed() : costs.rows
  const table = <CostTable caption={t(`by.${shown}`)} rows={rows} nameOf={named[shown]} />
  const query = new URLSearchParams({ by: shown, format: 'csv', ...(costs.event && { event: costs.event }) })
  return (
    <div className="border-line flex flex-col gap-3 border-t pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-bold">{t('where')}</h3>
        <div className="flex flex-wrap items-center gap-3">
          <Choice
            label={t('addedUp')}
            value={way}
            options={WAYS.map((each) => ({ value: each, label: t(`by.${each}`) }))}
            onChange={(wanted) => onWay(WAYS.find((each) => each === wanted) ?? 'hour')}
          />
          <a
            href={`/api/staff/costs?${query}`}
            download
            className="text-accent inline-flex min-h-11 items-center gap-2 underline underline-offset-4"
          >
            <Download aria-hidden className="size-4" />
            {t('csv')}
          </a>
        </div>
      </div>
      {shown === 'hour' ? (
        <>
          <HourChart rows={costs.rows} timeZone={event.timezone} />
          <details>
            <summary className="min-h-11 cursor-pointer py-2">{t('figures')}</summary>
            {table}
          </details>
        </>
      ) : (
        table
      )}
    </div>
  )
}
