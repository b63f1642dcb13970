import { useTranslations } from 'use-intl'
import { placeOf, tableNameOf } from './places'

const NAMELESS = /^(?:event|session) without id$/

interface Places {
  readonly place: (text: string) => string
  readonly table: (name: string) => string
}

/** Says where something stands in a file, in the page's language: the server counts in English. */
export function usePlaces(): Places {
  const t = useTranslations('staff.warnings.place')
  const table = (name: string): string => {
    const found = tableNameOf(name)
    return found ? `${found.file}: ${t(found.kind, { number: found.number })}` : name
  }
  const place = (text: string): string => {
    if (NAMELESS.test(text)) return t('session')
    const found = placeOf(text)
    if (!found) return table(text)
    const parts = [
      found.table && table(found.table),
      t(found.unit, { number: found.number }),
      found.column && t('column', { name: found.column }),
      found.within,
    ]
    return parts.filter(Boolean).join(', ')
  }
  return { place, table }
}
