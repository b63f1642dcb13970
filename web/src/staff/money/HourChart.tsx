'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { CostRow } from '@/protocol/routes'
import { lastHours } from './hours'
import { useUsd } from './useUsd'

/** Costs by the hour as bars; the table below it says the same in figures. */
export function HourChart({ rows, timeZone }: { rows: readonly CostRow[]; timeZone: string }) {
  const t = useTranslations('staff.money')
  const format = useFormatter()
  const usd = useUsd()
  const hours = lastHours(rows)
  const first = hours[0]
  const last = hours.at(-1)
  if (!first || !last) return null
  const most = Math.max(...hours.map((hour) => hour.usd))
  const named = (at: Date) => format.dateTime(at, { dateStyle: 'short', timeStyle: 'short', timeZone })
  return (
    <figure className="flex flex-col gap-1">
      <p aria-hidden className="text-soft text-sm tabular-nums">
        {usd(most)}
      </p>
      <div
        role="img"
        aria-label={t('chart', { from: named(first.at), to: named(last.at), most: usd(most) })}
        className="border-edge flex h-28 items-end gap-1 border-b"
      >
        {hours.map(({ at, usd: spent }) => (
          <span
            key={at.getTime()}
            title={`${named(at)}: ${usd(spent)}`}
            className="solid bg-accent min-w-px flex-1 rounded-t-sm"
            style={{ height: `${most > 0 ? (spent / most) * 100 : 0}%` }}
          />
        ))}
      </div>
      <figcaption className="text-soft flex justify-between gap-4 text-sm tabular-nums">
        <span>{named(first.at)}</span>
        <span>{named(last.at)}</span>
      </figcaption>
    </figure>
  )
}
