import type { EventBudget } from '@/protocol/routes'

export type Afterwards = EventBudget['afterwards']

/** What may be spent, as it is sent. */
export interface Limits {
  readonly event_usd: string | null
  readonly session_usd: string | null
  readonly afterwards: Afterwards
}

/** What a limit would mean, given what is spent. */
export type Effect =
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'left'; readonly usd: number }
  | { readonly kind: 'spent'; readonly afterwards: Afterwards }

/** The last hundredth counts as used, as the server counts it. */
const USED_SHARE = 0.99

/** Says whether money would be left under other limits. */
export function effectOf(budget: EventBudget, wanted: Limits): Effect {
  if (wanted.event_usd === null) return { kind: 'unlimited' }
  const limit = Number(wanted.event_usd)
  const spent = Number(budget.spent_usd)
  const isSpent = spent + Number(budget.held_back_usd) >= limit || spent >= limit * USED_SHARE
  return isSpent ? { kind: 'spent', afterwards: wanted.afterwards } : { kind: 'left', usd: limit - spent }
}

/** The limits that are in force, as they would be sent again. */
export function limitsOf({ event_usd, session_usd, afterwards }: EventBudget): Limits {
  return { event_usd, session_usd, afterwards }
}

/** Tells whether two limits are the same amounts, however they are written. */
export function isSame(one: Limits, other: Limits): boolean {
  return (
    one.afterwards === other.afterwards &&
    amountOf(one.event_usd) === amountOf(other.event_usd) &&
    amountOf(one.session_usd) === amountOf(other.session_usd)
  )
}

function amountOf(usd: string | null): number | null {
  return usd === null ? null : Number(usd)
}
