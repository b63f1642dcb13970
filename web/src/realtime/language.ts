export const LANGUAGES = ['en', 'fr', 'de', 'it', 'es'] as const

export type Language = (typeof LANGUAGES)[number]

/** Each language by the name its speakers give it. */
export const NATIVE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  it: 'Italiano',
  es: 'Español',
}

/** How people of each language write dates and times; English as most of the world does: the day first, 24 hours. */
export const LOCALES = { en: 'en-GB', fr: 'fr', de: 'de', it: 'it', es: 'es' } as const

/** Returns the first wanted language that the page speaks. */
export function chooseLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => language === tag?.slice(0, 2).toLowerCase())
    if (found) return found
  }
  return 'en'
}
