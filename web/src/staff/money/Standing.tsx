'use client'

import { BadgeDollarSign, CircleCheck, CircleOff, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { EventBudget } from '@/protocol/routes'
import { useUsd } from './useUsd'

const ICONS: Readonly<Record<EventBudget['verdict'], LucideIcon>> = {
  ok: CircleCheck,
  degrade: BadgeDollarSign,
  stop: CircleOff,
}

/** Who serves visitors now, and what happens once the money is spent, in plain words. */
export function Standing({ budget }: { budget: EventBudget }) {
  const t = useTranslations('staff.money')
  const usd = useUsd()
  const Icon = ICONS[budget.verdict]
  const isLimited = budget.event_usd !== null || budget.session_usd !== null
  return (
    <>
      {(isLimited || budget.verdict !== 'ok') && (
        <p className={`flex items-start gap-2 ${budget.verdict === 'ok' ? '' : 'text-alert font-bold'}`}>
          <Icon aria-hidden className="mt-0.5 size-5 shrink-0" />
          {t(`verdict.${budget.verdict}`)}
        </p>
      )}
      {budget.session_usd !== null && (
        <p>{t('perConversation', { amount: usd(Number(budget.session_usd)) })}</p>
      )}
      {isLimited && budget.verdict === 'ok' && <p className="text-soft">{t(`when.${budget.afterwards}`)}</p>}
    </>
  )
}
