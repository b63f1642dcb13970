'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { readAmount } from './amount'

interface AmountFieldProps {
  readonly label: string
  readonly note: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** An amount of dollars; empty means no limit. */
export function AmountField({ label, note, value, onChange }: AmountFieldProps) {
  const t = useTranslations('staff.budget')
  const id = useId()
  const isClear = readAmount(value) !== undefined
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-bold">
        {label}
      </label>
      <p id={`${id}-note`} className="text-soft">
        {note}
      </p>
      <input
        id={id}
        value={value}
        inputMode="decimal"
        autoComplete="off"
        placeholder={t('noLimit')}
        aria-describedby={isClear ? `${id}-note` : `${id}-note ${id}-fault`}
        aria-invalid={!isClear}
        onChange={(event) => onChange(event.target.value)}
        className={`bg-surface placeholder:text-soft min-h-11 w-full max-w-60 rounded-lg border px-3 tabular-nums placeholder:italic ${isClear ? 'border-edge' : 'border-alert border-2'}`}
      />
      {!isClear && (
        <p id={`${id}-fault`} className="text-alert">
          {t('notAnAmount')}
        </p>
      )}
    </div>
  )
}
