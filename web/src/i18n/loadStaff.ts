import type { Language } from '@/realtime/language'
import type { StaffMessages } from './staff/en'

export type { StaffMessages }
export type FactName = keyof StaffMessages['fact']

/** Loads the staff page's texts of one language; the visitors' page never loads them. */
export async function loadStaffMessages(language: Language): Promise<StaffMessages> {
  switch (language) {
    case 'en':
      return (await import('./staff/en')).default
    case 'fr':
      return (await import('./staff/fr')).default
    case 'de':
      return (await import('./staff/de')).default
    case 'it':
      return (await import('./staff/it')).default
    case 'es':
      return (await import('./staff/es')).default
    default:
      return language satisfies never
  }
}
