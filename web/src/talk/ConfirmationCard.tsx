'use client'

import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Confirmation } from '@/protocol/results'
import { useVisit } from '@/state/visit'
import { Button } from '@/ui/Button'

type Stage = 'open' | 'sending' | Awaited<ReturnType<ReturnType<typeof useVisit>['confirm']>>

/** What Charlotte would do, and the visitor's yes or no. */
export function ConfirmationCard({ confirmation }: { confirmation: Confirmation }) {
  const t = useTranslations('confirm')
  const visit = useVisit()
  const id = useId()
  const [stage, setStage] = useState<Stage>('open')
  const answer = async (yes: boolean) => {
    setStage('sending')
    setStage(await visit.confirm(confirmation.confirmation_id, yes))
  }
  return (
    <section aria-labelledby={id} className="bg-raised border-edge rounded-2xl border-2 p-3 sm:p-4">
      <h3 className="text-soft font-bold">{t('title')}</h3>
      <p id={id} className="text-xl" dir="auto">
        {confirmation.question}
      </p>
      {(stage === 'open' || stage === 'sending') && (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button
            look="primary"
            className="min-w-28"
            icon={<Check aria-hidden className="size-5" />}
            disabled={stage === 'sending'}
            onClick={() => void answer(true)}
          >
            {t('yes')}
          </Button>
          <Button
            className="min-w-28"
            icon={<X aria-hidden className="size-5" />}
            disabled={stage === 'sending'}
            onClick={() => void answer(false)}
          >
            {t('no')}
          </Button>
        </div>
      )}
      <p role="status" className={stage === 'open' ? 'sr-only' : 'mt-2'}>
        {stage === 'open' ? '' : t(stage)}
      </p>
    </section>
  )
}
