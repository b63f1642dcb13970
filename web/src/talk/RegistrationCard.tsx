'use client'

import { BadgeCheck, BadgeX, CircleHelp, type LucideIcon, MapPin, Ticket } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { CheckedIn, RegistrationResult } from '@/protocol/results'
import { useWhen, type When } from './SessionFacts'

type State = 'checked_in' | 'found' | 'not_found' | 'not_valid'

const LOOKS: Readonly<Record<State, { icon: LucideIcon; colour: string }>> = {
  checked_in: { icon: BadgeCheck, colour: 'text-accent' },
  found: { icon: BadgeCheck, colour: 'text-accent' },
  not_found: { icon: CircleHelp, colour: 'text-thinking' },
  not_valid: { icon: BadgeX, colour: 'text-alert' },
}

interface RegistrationCardProps {
  readonly registration: RegistrationResult | CheckedIn
  readonly when: When
}

/** How the visitor's registration stands, and where people help; others look at the screen, so it names nobody. */
export function RegistrationCard({ registration, when }: RegistrationCardProps) {
  const t = useTranslations('card.registration')
  const { time, day } = useWhen(when)
  const { ticket, checked_in_at: at, code_ending: ending, desk } = registration
  const state = stateOf(registration)
  const { icon: Icon, colour } = LOOKS[state]
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-center gap-3 text-2xl leading-tight font-bold sm:text-3xl">
        <Icon aria-hidden className={`size-8 shrink-0 ${colour}`} />
        {t(state)}
      </p>
      {at && (
        <p className="text-lg">{t('since', { time: [day(at), time(at)].filter(Boolean).join(', ') })}</p>
      )}
      {(ticket || ending) && (
        <Line icon={Ticket}>{[ticket, ending && t('code', { ending })].filter(Boolean).join(' · ')}</Line>
      )}
      {desk && (
        <Line icon={MapPin}>
          <span className="text-soft">{t('desk')}: </span>
          <span dir="auto">{desk}</span>
        </Line>
      )}
    </div>
  )
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <p className="flex items-start gap-3 text-lg">
      <Icon aria-hidden className="text-soft mt-1 size-5 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </p>
  )
}

function stateOf(registration: RegistrationResult | CheckedIn): State {
  if (registration.checked_in_at) return 'checked_in'
  if (registration.type === 'checked_in') return 'checked_in'
  return registration.state === 'not_valid' || registration.state === 'not_found'
    ? registration.state
    : 'found'
}
