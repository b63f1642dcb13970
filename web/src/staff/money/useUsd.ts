'use client'

import { useFormatter } from 'use-intl'

/** Writes dollars as people of this language do; small amounts with the digits that tell them apart. */
export function useUsd(): (usd: number) => string {
  const format = useFormatter()
  return (usd) =>
    format.number(usd, {
      style: 'currency',
      currency: 'USD',
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: 2,
      maximumFractionDigits: usd !== 0 && Math.abs(usd) < 1 ? 4 : 2,
    })
}
