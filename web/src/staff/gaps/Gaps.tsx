'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown } from '@/protocol/routes'
import type { Language } from '@/realtime/language'
import { Button } from '@/ui/Button'
import { loadAnswers } from '../api'
import { RequestPanel } from '../requests/RequestPanel'
import { useRequests } from '../requests/useRequests'
import { usePolled } from '../usePolled'
import { AnswerForm } from './AnswerForm'
import { GivenAnswers } from './GivenAnswers'
import { QuestionSteps } from './QuestionSteps'

/** Seldom: nobody waits on the spot, but the next visitor may ask the same. */
const EVERY_MS = 10_000

interface GapsProps {
  readonly event: EventShown
  readonly language: Language
}

/** What visitors asked and nothing answered, each one step from its answer; and the answers that staff gave. */
export function Gaps({ event, language }: GapsProps) {
  const t = useTranslations('staff.gaps')
  const questions = useRequests(event, 'question', EVERY_MS)
  const given = usePolled(
    useCallback(() => loadAnswers(event.id), [event.id]),
    EVERY_MS,
  )
  const [writing, setWriting] = useState(false)
  const reload = () => {
    questions.reload()
    given.reload()
  }
  return (
    <RequestPanel
      id="gaps"
      timeZone={event.timezone}
      requests={questions}
      words={{
        title: t('title'),
        open: t('open', { count: questions.open ?? 0 }),
        loading: t('loading'),
        failed: t('failed'),
        stale: t('stale'),
        none: t('none'),
      }}
      steps={(question, describedBy) => (
        <QuestionSteps
          question={question}
          describedBy={describedBy}
          event={event}
          language={language}
          onAnswered={reload}
          onChange={(state) => questions.change(question.id, state)}
        />
      )}
    >
      {writing ? (
        <div className="border-line bg-raised rounded-xl border p-3">
          <AnswerForm
            event={event}
            language={language}
            onSaved={() => {
              setWriting(false)
              reload()
            }}
            onCancel={() => setWriting(false)}
          />
        </div>
      ) : (
        <Button className="self-start" onClick={() => setWriting(true)}>
          {t('write')}
        </Button>
      )}
      {given.data && given.data.answers.length > 0 && (
        <GivenAnswers event={event} answers={given.data.answers} onRemoved={reload} />
      )}
    </RequestPanel>
  )
}
