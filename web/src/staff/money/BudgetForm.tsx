'use client'

import { type FormEvent, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventBudget, EventShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'
import { setBudget } from '../api'
import { refusalOf } from '../refusal'
import { AmountField } from './AmountField'
import { readAmount, writeAmount } from './amount'
import { type Limits, effectOf, isSame, limitsOf } from './budget'
import { useUsd } from './useUsd'

interface BudgetFormProps {
  readonly event: EventShown
  readonly budget: EventBudget
  /** Conversations that a hosted voice serves now. */
  readonly hosted: number
  readonly onSaved: () => void
  readonly onClose: () => void
}

const AFTERWARDS = ['embedded', 'nothing'] as const

/** Changes what may be spent; says what that means before it is saved. */
export function BudgetForm({ event, budget, hosted, onSaved, onClose }: BudgetFormProps) {
  const t = useTranslations('staff.budget')
  const usd = useUsd()
  const id = useId()
  const [all, setAll] = useState(writeAmount(budget.event_usd))
  const [each, setEach] = useState(writeAmount(budget.session_usd))
  const [afterwards, setAfterwards] = useState(budget.afterwards)
  const [failed, setFailed] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const event_usd = readAmount(all)
  const session_usd = readAmount(each)
  const wanted: Limits | null =
    event_usd === undefined || session_usd === undefined ? null : { event_usd, session_usd, afterwards }
  const effect = wanted && effectOf(budget, wanted)
  const isDangerous = effect?.kind === 'spent' && afterwards === 'nothing'
  const save = (submitted: FormEvent) => {
    submitted.preventDefault()
    if (!wanted || busy) return
    setBusy(true)
    setBudget(event.id, wanted).then(onSaved, (error: unknown) => {
      setBusy(false)
      const reason = refusalOf(error)
      setFailed(reason === null ? t('unreachable') : t('refused', { reason }))
    })
  }
  const meaning = () => {
    switch (effect?.kind) {
      case undefined:
        return t('unclear')
      case 'unlimited':
        return t('effect.unlimited')
      case 'left':
        return t('effect.left', { amount: usd(effect.usd) })
      case 'spent':
        return t(`effect.${effect.afterwards}`, { count: hosted })
      default:
        return effect satisfies never
    }
  }
  return (
    <Panel
      title={t('title', { event: event.name })}
      closeLabel={t('back')}
      open
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            type="submit"
            form="budget"
            look={isDangerous ? 'danger' : 'primary'}
            disabled={!wanted || busy || isSame(wanted, limitsOf(budget))}
          >
            {effect?.kind === 'spent' ? t(`save.${afterwards}`) : t('save.plain')}
          </Button>
        </>
      }
    >
      <form id="budget" onSubmit={save} className="flex flex-col gap-5">
        <AmountField
          label={t('all')}
          note={t('allNote', { spent: usd(Number(budget.spent_usd)) })}
          value={all}
          onChange={setAll}
        />
        <AmountField label={t('each')} note={t('eachNote')} value={each} onChange={setEach} />
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-bold">{t('afterwards')}</legend>
          {AFTERWARDS.map((choice) => (
            <div key={choice} className="border-edge flex gap-3 rounded-lg border p-3">
              <input
                id={`${id}-${choice}`}
                type="radio"
                name="afterwards"
                value={choice}
                checked={afterwards === choice}
                aria-describedby={`${id}-${choice}-note`}
                onChange={() => setAfterwards(choice)}
                className="accent-accent mt-0.5 size-5 shrink-0"
              />
              <div className="min-w-0 flex-1">
                <label htmlFor={`${id}-${choice}`} className="block">
                  {t(`choice.${choice}`)}
                </label>
                <p id={`${id}-${choice}-note`} className="text-soft text-sm">
                  {t(`choiceNote.${choice}`)}
                </p>
              </div>
            </div>
          ))}
        </fieldset>
      </form>
      <div role="status" className={`rounded-xl p-3 ${isDangerous ? 'bg-alert-wash' : 'bg-wash'}`}>
        <p className="font-bold">{meaning()}</p>
      </div>
      {failed && (
        <p role="alert" className="text-alert">
          {failed}
        </p>
      )}
    </Panel>
  )
}
