import type { LOCALES, Language } from '@/realtime/language'
import type { StaffMessages } from './loadStaff'
import type { Messages } from './messages/en'

declare module 'use-intl' {
  interface AppConfig {
    /** Each page brings only its own. */
    Messages: Messages & { readonly staff: StaffMessages }
    Locale: (typeof LOCALES)[Language]
  }
}

/** Loads the texts of one language; each is a small file of its own. */
export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return (await import('./messages/en')).default
    case 'fr':
      return (await import('./messages/fr')).default
    case 'de':
      return (await import('./messages/de')).default
    case 'it':
      return (await import('./messages/it')).default
    case 'es':
      return (await import('./messages/es')).default
    default:
      return language satisfies never
  }
}
