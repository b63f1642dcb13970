import { useTranslations } from 'use-intl'
import type { RefusalMessages } from '@/i18n/staff/refusals/en'
import { ApiProblem } from '@/realtime/api'
import { refusalOf } from './refusal'

interface RefusalProps {
  readonly error: unknown
  /** What is said when the server was not reached. */
  readonly unreachable: string
}

/** Why the server refused, in the page's language; what the page has no words for is said as the server says it. */
export function Refusal({ error, unreachable }: RefusalProps) {
  const t = useTranslations('staff.refusals')
  const detail = refusalOf(error)
  if (!(error instanceof ApiProblem) || detail === null) return unreachable
  const code = error.code as keyof RefusalMessages
  const en = (said: React.ReactNode) => <span lang="en">{said}</span>
  return t.has(code) ? t.rich(code, { detail, who: error.who ?? 'nobody', en }) : en(detail)
}
