'use client'

import { useTranslations } from 'use-intl'
import { LANGUAGES, type Language, NATIVE_NAMES } from '@/realtime/language'
import { Choice } from './Choice'

interface LanguageSelectProps {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** The language of this page, not of the conversations. */
export function LanguageSelect({ language, onLanguage }: LanguageSelectProps) {
  const t = useTranslations('staff.head')
  const options = LANGUAGES.map((each) => ({ value: each, label: NATIVE_NAMES[each] }))
  return (
    <Choice
      label={t('language')}
      value={language}
      options={options}
      onChange={(wanted) => onLanguage(wanted as Language)}
    />
  )
}
