'use client'

import { useTranslations } from 'use-intl'
import { phaseOf } from '@/realtime/visitState'
import { useVisitState } from '@/state/visit'

/** What a screen reader is told: the state's word, and an answer once it is whole. */
export function LiveRegion() {
  const t = useTranslations('phase')
  const phase = useVisitState(phaseOf)
  const answer = useVisitState(
    (state) =>
      state.conversation.turns.findLast((turn) => turn.role === 'assistant' && turn.state !== 'streaming')
        ?.text,
  )
  return (
    <div className="sr-only">
      <p role="status">{t(phase)}</p>
      <p aria-live="polite">{answer}</p>
    </div>
  )
}
