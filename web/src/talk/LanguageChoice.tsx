'use client'

import * as ToggleGroup from '@radix-ui/react-toggle-group'
import { useTranslations } from 'use-intl'
import { LANGUAGES, type Language, NATIVE_NAMES } from '@/realtime/language'

interface LanguageChoiceProps {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly className?: string
}

/** The five languages by their own names. */
export function LanguageChoice({ language, onLanguage, className = '' }: LanguageChoiceProps) {
  const t = useTranslations('controls')
  return (
    <ToggleGroup.Root
      type="single"
      value={language}
      aria-label={t('language')}
      onValueChange={(value) => value && onLanguage(value as Language)}
      className={`flex flex-wrap ${className}`}
    >
      {LANGUAGES.map((each) => (
        <ToggleGroup.Item
          key={each}
          value={each}
          lang={each}
          className="data-[state=on]:bg-accent data-[state=on]:text-on-accent min-h-11 rounded-xl px-1.5 sm:px-3 data-[state=on]:font-bold"
        >
          {NATIVE_NAMES[each]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
