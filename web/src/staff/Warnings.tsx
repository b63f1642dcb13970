import { useTranslations } from 'use-intl'
import type { WarningMessages } from '@/i18n/staff/warnings/en'

interface Warning {
  /** Where it stands: a row, a file, the id of a session. */
  readonly place: string
  readonly code: string
  /** In English. */
  readonly message: string
  /** What the sentence of this code speaks of; null where the server has forgotten it. */
  readonly values: Readonly<Record<string, string | number>> | null
}

/** What is odd in a file, in the page's language; what the page has no words for is said as the server says it. */
export function Warnings({ warnings, className = '' }: { warnings: readonly Warning[]; className?: string }) {
  return (
    <ul className={`flex flex-col gap-1 ${className}`}>
      {warnings.map((warning, index) => (
        <li key={index} className="break-words">
          <Sentence {...warning} />
        </li>
      ))}
    </ul>
  )
}

function Sentence({ place, code, message, values }: Warning) {
  const t = useTranslations('staff.warnings')
  const where = usePlace()
  const key = code as Exclude<keyof WarningMessages, 'place'>
  const en = (said: React.ReactNode) => <span lang="en">{said}</span>
  const said = values !== null && code !== '' && t.has(key)
  const told = { ...values, ...(typeof values?.['place'] === 'string' && { place: where(values['place']) }) }
  return (
    <>
      {!MADE.test(place) && `${t('place.before', { where: where(place) })} `}
      {said ? t.rich(key, { ...told, en }) : en(message)}
    </>
  )
}

/** The id of a session whose file gives it none: it tells nobody anything. */
const MADE = /^[0-9a-f]{16}(#\d+)?$/
const ROW = /^(?:(.*), )?(row|event) (\d+)$/
const NAMELESS = /^(?:event|session) without id$/

/** Says where something stands in a file: the server counts in English. */
function usePlace(): (place: string) => string {
  const t = useTranslations('staff.warnings.place')
  return (place) => {
    const [, table, unit, number = ''] = ROW.exec(place) ?? []
    if (table) return t('rowOf', { table, number })
    if (unit) return t(unit === 'row' ? 'row' : 'event', { number })
    return NAMELESS.test(place) ? t('session') : place
  }
}
