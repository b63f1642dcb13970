'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { AnswerShown, EventShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { removeAnswer } from '../api'

interface GivenAnswersProps {
  readonly event: EventShown
  readonly answers: readonly AnswerShown[]
  readonly onRemoved: () => void
}

/** What staff answered: Charlotte says it as it stands until it is taken back. */
export function GivenAnswers({ event, answers, onRemoved }: GivenAnswersProps) {
  const t = useTranslations('staff.gaps')
  const [failed, setFailed] = useState<string | null>(null)
  const remove = (id: string) => {
    setFailed(null)
    removeAnswer(event.id, id).then(onRemoved, () => setFailed(id))
  }
  return (
    <details className="border-line bg-raised rounded-xl border">
      <summary className="min-h-11 cursor-pointer p-3 font-bold">
        {t('given', { count: answers.length })}
      </summary>
      <ul className="flex flex-col">
        {answers.map(({ id, question, answer, language, who }) => (
          <li key={id} className="border-line flex flex-col gap-1 border-t p-3">
            <p className="font-bold break-words">{question}</p>
            <p lang={language} className="break-words">
              {answer}
            </p>
            <p className="text-soft text-sm">{who}</p>
            <Button className="self-start" onClick={() => remove(id)}>
              {t('takeBack')}
            </Button>
            {failed === id && (
              <p role="alert" className="text-alert">
                {t('notSaved')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
