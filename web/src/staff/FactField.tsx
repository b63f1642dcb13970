'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { FactShown } from '@/protocol/routes'
import type { FactName } from '@/i18n/loadStaff'

interface FactFieldProps {
  readonly fact: FactShown
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One fact: its name, where it is not obvious what to write an example, and what the programme says. */
export function FactField({ fact, value, onChange }: FactFieldProps) {
  const t = useTranslations('staff')
  const id = useId()
  const name = fact.name as FactName
  const isChanged = value !== fact.value
  const field = {
    id,
    value,
    'aria-describedby': `${id}-note`,
    placeholder: fact.programme || t('details.example', { example: t(`example.${name}`) }),
    className: `bg-surface min-h-11 w-full rounded-lg border px-3 py-2 ${fact.programme ? 'placeholder:text-ink' : 'placeholder:text-soft placeholder:italic'} ${
      isChanged ? 'border-accent border-2' : 'border-edge'
    }`,
  }
  return (
    <div className="border-line grid gap-x-4 gap-y-1 border-b p-3 @md:grid-cols-[11rem_minmax(0,1fr)]">
      <div>
        <label htmlFor={id} className="font-bold">
          {t(`fact.${name}`)}
        </label>
        <p id={`${id}-note`} className="text-soft text-sm">
          {isChanged && <span className="text-accent font-bold">{t('details.changed')} </span>}
          {fact.programme && value === '' && t('details.fromProgramme')}
          {fact.lines > 1 && t('details.lines', { lines: fact.lines })}
        </p>
      </div>
      {fact.lines > 1 ? (
        <textarea {...field} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...field} maxLength={fact.max_chars} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}
