'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { CostRow } from '@/protocol/routes'
import { useUsd } from './useUsd'

interface CostTableProps {
  readonly caption: string
  readonly rows: readonly CostRow[]
  readonly nameOf: (key: string) => string
}

/** Charges added up, in figures. */
export function CostTable({ caption, rows, nameOf }: CostTableProps) {
  const t = useTranslations('staff.money')
  const format = useFormatter()
  const usd = useUsd()
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-soft text-left text-sm">
        <tr>
          <th scope="col" className="p-2 font-normal">
            {caption}
          </th>
          <th scope="col" className="p-2 text-right font-normal">
            {t('answers')}
          </th>
          <th scope="col" className="hidden p-2 text-right font-normal @lg:table-cell">
            {t('tokens')}
          </th>
          <th scope="col" className="p-2 text-right font-normal">
            {t('cost')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-line border-t align-top">
            <th scope="row" className="p-2 text-left font-normal break-words">
              {nameOf(row.key)}
              {row.unpriced > 0 && <span className="text-alert block text-sm">{t('dearest')}</span>}
              {row.estimated > 0 && (
                <span className="text-soft block text-sm">{t('estimated', { count: row.estimated })}</span>
              )}
            </th>
            <td className="p-2 text-right tabular-nums">{format.number(row.responses)}</td>
            <td className="hidden p-2 text-right tabular-nums @lg:table-cell">
              {format.number(row.input_tokens + row.output_tokens)}
            </td>
            <td className="p-2 text-right whitespace-nowrap tabular-nums">{usd(Number(row.cost_usd))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
