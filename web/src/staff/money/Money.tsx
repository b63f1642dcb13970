'use client'

import { Pencil } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventBudget, EventShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { loadBudgets, loadCosts, setBudget } from '../api'
import { DeskSection } from '../DeskSection'
import { usePolled } from '../usePolled'
import { BudgetBar } from './BudgetBar'
import { BudgetForm } from './BudgetForm'
import { type Limits, limitsOf } from './budget'
import { Prices } from './Prices'
import { Spending, type Way } from './Spending'
import { Standing } from './Standing'

/** Money moves by the answer, not by the second. */
const EVERY_MS = 10_000

interface MoneyProps {
  readonly event: EventShown
  readonly events: readonly EventShown[]
  /** Conversations of this event that a hosted voice serves now. */
  readonly hosted: number
}

/** What the hosted voice costs, what may be spent on it, and what happens when that is spent. */
export function Money({ event, events, hosted }: MoneyProps) {
  const t = useTranslations('staff.money')
  const [way, setWay] = useState<Way>('hour')
  const [changing, setChanging] = useState<EventBudget | null>(null)
  const [before, setBefore] = useState<Limits | null>(null)
  const [undoFailed, setUndoFailed] = useState(false)
  const load = useCallback(
    () => Promise.all([loadBudgets(), loadCosts(way === 'event' ? null : event.id, way)]),
    [event.id, way],
  )
  const polled = usePolled(load, EVERY_MS)
  const { data, reload } = polled
  const [budgets, costs] = data ?? []
  const budget = budgets?.events.find((each) => each.event === event.id)
  const saved = (earlier: Limits | null) => {
    setChanging(null)
    setBefore(earlier)
    setUndoFailed(false)
    reload()
  }
  const undo = (earlier: Limits) =>
    setBudget(event.id, earlier).then(
      () => saved(null),
      () => setUndoFailed(true),
    )
  return (
    <DeskSection
      id="money"
      title={t('title')}
      polled={polled}
      words={{ loading: t('loading'), failed: t('failed'), stale: t('stale') }}
    >
      {budgets && costs && budget && (
        <div className="border-line bg-raised flex flex-col gap-3 rounded-xl border p-3">
          <BudgetBar budget={budget} />
          <Standing budget={budget} />
          <div className="flex flex-wrap items-center gap-3">
            <Button onClick={() => setChanging(budget)} icon={<Pencil aria-hidden className="size-4" />}>
              {t(budget.event_usd === null ? 'set' : 'change')}
            </Button>
            <p role="status" className="flex flex-wrap items-center gap-3">
              {before && (
                <>
                  {t('saved')}
                  <Button onClick={() => void undo(before)}>{t('undo')}</Button>
                </>
              )}
              {undoFailed && <span className="text-alert">{t('notSaved')}</span>}
            </p>
          </div>
          {costs.rows.some(({ cost_usd }) => Number(cost_usd) > 0) || way !== 'hour' ? (
            <Spending costs={costs} event={event} events={events} way={way} onWay={setWay} />
          ) : (
            <p className="text-soft border-line border-t pt-3">{t('nothing')}</p>
          )}
          <Prices unpriced={budgets.unpriced} prices={budgets.prices} />
        </div>
      )}
      {changing && (
        <BudgetForm
          event={event}
          budget={changing}
          hosted={hosted}
          onSaved={() => saved(limitsOf(changing))}
          onClose={() => setChanging(null)}
        />
      )}
    </DeskSection>
  )
}
