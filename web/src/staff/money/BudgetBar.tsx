'use client'

import { useTranslations } from 'use-intl'
import type { EventBudget } from '@/protocol/routes'
import { useUsd } from './useUsd'

/** What is spent of what may be spent; what running conversations hold back is hatched. */
export function BudgetBar({ budget }: { budget: EventBudget }) {
  const t = useTranslations('staff.money')
  const usd = useUsd()
  const spent = Number(budget.spent_usd)
  const held = Number(budget.held_back_usd)
  if (budget.event_usd === null) {
    return (
      <p className="text-lg">
        <span className="text-2xl font-bold tabular-nums">{usd(spent)}</span> {t('spentNoLimit')}
      </p>
    )
  }
  const limit = Number(budget.event_usd)
  const share = (part: number) => `${limit > 0 ? Math.min(100, (part / limit) * 100) : 100}%`
  const words = t('ofLimit', { limit: usd(limit) })
  return (
    <div className="flex flex-col gap-2">
      <p className="text-lg">
        <span className="text-2xl font-bold tabular-nums">{usd(spent)}</span> {words}
      </p>
      <div
        role="meter"
        aria-label={t('bar')}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(spent, limit)}
        aria-valuetext={`${usd(spent)} ${words}`}
        className="border-edge bg-surface flex h-5 overflow-hidden rounded-md border"
      >
        <span
          className={`solid h-full ${budget.verdict === 'ok' ? 'bg-accent' : 'bg-alert'}`}
          style={{ width: share(spent) }}
        />
        <span
          className="hatched h-full"
          style={{ width: share(Math.min(held, Math.max(0, limit - spent))) }}
        />
      </div>
      {held > 0 && <p className="text-soft text-sm">{t('heldBack', { amount: usd(held) })}</p>}
    </div>
  )
}
