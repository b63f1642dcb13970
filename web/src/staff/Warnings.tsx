import { useFormatter, useTranslations } from 'use-intl'
import type { WarningMessages } from '@/i18n/staff/warnings/en'
import { FEW, type Kind, kindsOf } from './kinds'
import { usePlaces } from './usePlaces'

interface Warning {
  /** Where it stands: a row, a file, the id of a session. */
  readonly place: string
  readonly code: string
  /** In English. */
  readonly message: string
  /** What the sentence of this code speaks of; null where the server has forgotten it. */
  readonly values: Readonly<Record<string, string | number>> | null
}

interface WarningsProps {
  readonly warnings: readonly Warning[]
  /** How many there are of each code, where not all are at hand. */
  readonly counts?: Readonly<Record<string, number>>
  readonly className?: string
}

/** What is odd in a file, in the page's language; what the page has no words for is said as the server says it. */
export function Warnings({ warnings, counts = {}, className = '' }: WarningsProps) {
  return (
    <ul className={`flex flex-col gap-1 ${className}`}>
      {kindsOf(warnings, counts).map((kind) =>
        kind.count > FEW ? (
          <li key={kind.code}>
            <Many kind={kind} />
          </li>
        ) : (
          kind.shown.map((warning, index) => (
            <li key={`${kind.code} ${index}`} className="break-words">
              <Sentence {...warning} />
            </li>
          ))
        ),
      )}
    </ul>
  )
}

function Many({ kind: { shown, count } }: { kind: Kind<Warning> }) {
  const t = useTranslations('staff.warnings.list')
  const [first, ...others] = shown
  if (!first) return null
  return (
    <details>
      <summary className="min-h-11 cursor-pointer break-words">
        <Sentence {...first} /> <strong>{t('more', { count: count - 1 })}</strong>
      </summary>
      <ul className="border-line mt-1 flex max-h-96 flex-col gap-1 overflow-y-auto border-l-4 pl-3">
        {others.map((warning, index) => (
          <li key={index} className="break-words">
            <Sentence {...warning} />
          </li>
        ))}
        {count > shown.length && (
          <li className="font-bold">{t('unseen', { count: count - shown.length })}</li>
        )}
      </ul>
    </details>
  )
}

/** The id of a session whose file gives it none: it tells nobody anything. */
const MADE = /^[0-9a-f]{16}(#\d+)?$/
/** Days and moments as the server writes them. */
const WRITTEN = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?=$|, )/

function Sentence({ place, code, message, values }: Warning) {
  const t = useTranslations('staff.warnings')
  const format = useFormatter()
  const { place: where } = usePlaces()
  const key = code as Exclude<keyof WarningMessages, 'place' | 'list'>
  const en = (said: React.ReactNode) => <span lang="en">{said}</span>
  const said = values !== null && code !== '' && t.has(key)
  const read = (name: string, value: string | number) => {
    if (typeof value !== 'string') return value
    if (name === 'place') return where(value)
    return value.replace(WRITTEN, (_, day: string, clock?: string) =>
      [format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }), clock]
        .filter(Boolean)
        .join(' '),
    )
  }
  const told = Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, read(name, value)]),
  )
  return (
    <>
      {!MADE.test(place) && `${t('place.before', { where: where(place) })} `}
      {said ? t.rich(key, { ...told, en }) : en(message)}
    </>
  )
}
