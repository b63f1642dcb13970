'use client'

import { Check, CircleAlert, type LucideIcon, UserCheck } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { RequestShown } from '@/protocol/routes'
import { LANGUAGES, NATIVE_NAMES } from '@/realtime/language'

type State = RequestShown['state']

const ICONS: Readonly<Record<State, LucideIcon>> = { open: CircleAlert, taken: UserCheck, done: Check }
const LOOKS: Readonly<Record<State, string>> = { open: 'text-alert', taken: 'text-accent', done: 'text-soft' }

interface RequestItemProps {
  readonly request: RequestShown
  readonly timeZone: string
  readonly failed: boolean
  readonly steps: (request: RequestShown, describedBy: string) => ReactNode
}

/** One request in the visitor's own words, where they are, and who is on it. */
export function RequestItem({ request, timeZone, failed, steps }: RequestItemProps) {
  const t = useTranslations('staff.requests')
  const format = useFormatter()
  const id = useId()
  const Icon = ICONS[request.state]
  const language = LANGUAGES.find((each) => each === request.language)
  return (
    <li className="border-line flex flex-col gap-2 border-b p-3 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className={`flex items-center gap-2 font-bold ${LOOKS[request.state]}`}>
          <Icon aria-hidden className="size-4 shrink-0" />
          {t(`state.${request.state}`)}
        </span>
        <span className="text-soft">
          <time dateTime={request.at}>
            {format.dateTime(new Date(request.at), { dateStyle: 'short', timeStyle: 'short', timeZone })}
          </time>
          {language && ` · ${NATIVE_NAMES[language]}`}
        </span>
      </p>
      {request.words === null ? (
        <p id={id} className="text-soft">
          {t('erased')}
        </p>
      ) : (
        <p
          id={id}
          lang={request.language ?? undefined}
          className="text-lg leading-snug break-words whitespace-pre-line"
        >
          {request.words}
        </p>
      )}
      {request.place && <p>{t('place', { place: request.place })}</p>}
      {steps(request, id)}
      {failed && (
        <p role="alert" className="text-alert">
          {t('notSaved')}
        </p>
      )}
    </li>
  )
}
