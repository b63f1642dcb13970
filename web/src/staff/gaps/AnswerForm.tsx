'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, RequestShown } from '@/protocol/routes'
import { type Language, LANGUAGES, NATIVE_NAMES } from '@/realtime/language'
import { Button } from '@/ui/Button'
import { addAnswer } from '../api'

/** What the server takes; it is read out, so short is right. */
const LONGEST = { question: 300, answer: 600 }
const FIELD = 'border-line bg-page w-full rounded-lg border px-3 py-2'

interface AnswerFormProps {
  readonly event: EventShown
  readonly language: Language
  /** What it answers; without it the question is written too. */
  readonly question?: RequestShown
  readonly onSaved: () => void
  readonly onCancel: () => void
}

/** A question, its answer as Charlotte will say it, and the language that is written in. */
export function AnswerForm({ event, language, question: asked, onSaved, onCancel }: AnswerFormProps) {
  const t = useTranslations('staff.gaps')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const [question, setQuestion] = useState(asked?.words ?? '')
  const [answer, setAnswer] = useState('')
  const [written, setWritten] = useState(language)
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle')
  const ready = question.trim() !== '' && answer.trim() !== '' && state !== 'saving'
  const save = () => {
    setState('saving')
    addAnswer(event.id, { question, answer, language: written, answers: asked?.id ?? null }).then(
      onSaved,
      () => setState('failed'),
    )
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (ready) save()
      }}
    >
      <label className="flex flex-col gap-1 font-bold" htmlFor={`${id}-question`}>
        {t('question')}
        <input
          id={`${id}-question`}
          className={`${FIELD} min-h-11 font-normal`}
          maxLength={LONGEST.question}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
      </label>
      <label className="flex flex-col gap-1 font-bold" htmlFor={`${id}-answer`}>
        {t('herAnswer')}
        <textarea
          id={`${id}-answer`}
          className={`${FIELD} font-normal`}
          rows={3}
          ref={field}
          maxLength={LONGEST.answer}
          aria-describedby={`${id}-note`}
          value={answer}
          onChange={({ target }) => setAnswer(target.value)}
        />
      </label>
      <label className="flex flex-wrap items-center gap-2" htmlFor={`${id}-language`}>
        {t('writtenIn')}
        <select
          id={`${id}-language`}
          className="border-line bg-page min-h-11 rounded-lg border px-3"
          value={written}
          onChange={({ target }) => setWritten(LANGUAGES.find((each) => each === target.value) ?? written)}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {NATIVE_NAMES[each]}
            </option>
          ))}
        </select>
      </label>
      <p id={`${id}-note`} className="text-soft text-sm">
        {t('note')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" disabled={!ready}>
          {t(state === 'saving' ? 'saving' : 'save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
      {state === 'failed' && (
        <p role="alert" className="text-alert">
          {t('notSaved')}
        </p>
      )}
    </form>
  )
}
