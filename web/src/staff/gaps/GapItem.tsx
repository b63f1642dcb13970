'use client'

import { useId, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { EventShown, GapShown } from '@/protocol/routes'
import { type Language, LANGUAGES, NATIVE_NAMES } from '@/realtime/language'
import { Button } from '@/ui/Button'
import { AnswerForm } from './AnswerForm'

interface GapItemProps {
  readonly gap: GapShown
  readonly event: EventShown
  readonly language: Language
  readonly failed: boolean
  readonly onAnswered: () => void
  readonly onDismiss: () => void
}

/** One question in the visitor's own words, with the answer one step away. */
export function GapItem({ gap, event, language, failed, onAnswered, onDismiss }: GapItemProps) {
  const t = useTranslations('staff.gaps')
  const format = useFormatter()
  const id = useId()
  const [answering, setAnswering] = useState(false)
  const asked = LANGUAGES.find((each) => each === gap.language)
  return (
    <li className="border-line flex flex-col gap-2 border-b p-3 last:border-b-0">
      <p className="text-soft">
        <time dateTime={gap.at}>
          {format.dateTime(new Date(gap.at), {
            dateStyle: 'short',
            timeStyle: 'short',
            timeZone: event.timezone,
          })}
        </time>
        {asked && ` · ${NATIVE_NAMES[asked]}`}
      </p>
      <p id={id} lang={gap.language ?? undefined} className="text-lg leading-snug break-words">
        {gap.question}
      </p>
      {answering ? (
        <AnswerForm
          event={event}
          language={asked ?? language}
          gap={gap}
          onSaved={onAnswered}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button look="primary" aria-describedby={id} onClick={() => setAnswering(true)}>
            {t('answer')}
          </Button>
          <Button aria-describedby={id} onClick={onDismiss}>
            {t('dismiss')}
          </Button>
        </div>
      )}
      {failed && (
        <p role="alert" className="text-alert">
          {t('notSaved')}
        </p>
      )}
    </li>
  )
}
