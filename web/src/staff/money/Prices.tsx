'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { BudgetsShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'

/** Where prices come from, and what has none. */
export function Prices({ unpriced, prices }: Pick<BudgetsShown, 'unpriced' | 'prices'>) {
  const t = useTranslations('staff.money')
  const format = useFormatter()
  const date = format.dateTime(new Date(`${prices.date}T12:00:00Z`), { dateStyle: 'medium' })
  return (
    <>
      {unpriced.length > 0 && (
        <Banner tone="alert">
          {t('unpriced', {
            models: unpriced.map(({ upstream, model }) => `${upstream} · ${model}`).join(', '),
          })}
        </Banner>
      )}
      <p className="text-soft text-sm">
        {t('prices', { source: prices.source, date, days: prices.days_old })}
      </p>
    </>
  )
}
