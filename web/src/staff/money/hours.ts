import type { CostRow } from '@/protocol/routes'

export interface Hour {
  /** When it begins. */
  readonly at: Date
  readonly usd: number
}

const HOUR_MS = 3_600_000
const SHOWN = 24

/** The day up to the latest charge, hours without a charge too. */
export function lastHours(rows: readonly CostRow[]): readonly Hour[] {
  const charged = new Map(rows.map((row) => [Date.parse(row.key), Number(row.cost_usd)] as const))
  if (charged.size === 0) return []
  const last = Math.max(...charged.keys())
  return Array.from({ length: SHOWN }, (_, index) => {
    const at = last - (SHOWN - 1 - index) * HOUR_MS
    return { at: new Date(at), usd: charged.get(at) ?? 0 }
  })
}
