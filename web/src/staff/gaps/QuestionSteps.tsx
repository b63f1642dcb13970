'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, RequestShown } from '@/protocol/routes'
import { type Language, LANGUAGES } from '@/realtime/language'
import { Button } from '@/ui/Button'
import { AnswerForm } from './AnswerForm'

interface QuestionStepsProps {
  readonly question: RequestShown
  readonly describedBy: string
  readonly event: EventShown
  readonly language: Language
  readonly onAnswered: () => void
  readonly onChange: (state: RequestShown['state']) => void
}

/** The answer is one step away; a question that needs none is put aside, and can be opened again. */
export function QuestionSteps({
  question,
  describedBy,
  event,
  language,
  onAnswered,
  onChange,
}: QuestionStepsProps) {
  const t = useTranslations('staff')
  const [answering, setAnswering] = useState(false)
  if (answering) {
    return (
      <AnswerForm
        event={event}
        language={LANGUAGES.find((each) => each === question.language) ?? language}
        question={question}
        onSaved={() => {
          setAnswering(false)
          onAnswered()
        }}
        onCancel={() => setAnswering(false)}
      />
    )
  }
  const done = question.state === 'done'
  return (
    <div className="flex flex-wrap gap-2">
      {!done && (
        <Button look="primary" aria-describedby={describedBy} onClick={() => setAnswering(true)}>
          {t('gaps.answer')}
        </Button>
      )}
      <Button aria-describedby={describedBy} onClick={() => onChange(done ? 'open' : 'done')}>
        {t(done ? 'requests.step.reopen' : 'gaps.dismiss')}
      </Button>
    </div>
  )
}
