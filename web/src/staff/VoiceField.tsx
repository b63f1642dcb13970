'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'
import type { BriefShown } from '@/protocol/routes'

interface VoiceFieldProps {
  readonly shown: BriefShown
  readonly value: string | null
  readonly onChange: (voice: string | null) => void
}

/** Her voice: from a list where the names are known, otherwise as it is typed. */
export function VoiceField({ shown, value, onChange }: VoiceFieldProps) {
  const t = useTranslations('staff.voice')
  const id = useId()
  const isChanged = value !== shown.voice
  const field = {
    id,
    'aria-describedby': `${id}-note`,
    className: `bg-surface min-h-11 w-full rounded-lg border px-3 ${isChanged ? 'border-accent border-2' : 'border-edge'}`,
  }
  const usual = shown.default_voice ? t('usual', { voice: shown.default_voice }) : t('usualOne')
  return (
    <div className="border-line grid gap-x-4 gap-y-1 border-b p-3 @md:grid-cols-[11rem_minmax(0,1fr)]">
      <label htmlFor={id} className="font-bold">
        {t('title')}
      </label>
      {shown.voices.length > 0 ? (
        <select {...field} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{usual}</option>
          {shown.voices.map((voice) => (
            <option key={voice} value={voice}>
              {voice}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...field}
          value={value ?? ''}
          maxLength={60}
          placeholder={usual}
          onChange={(event) => onChange(event.target.value.trim() || null)}
        />
      )}
      <p id={`${id}-note`} className="text-soft text-sm @md:col-start-2">
        {t('note')}
      </p>
    </div>
  )
}
