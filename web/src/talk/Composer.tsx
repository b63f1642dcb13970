'use client'

import { SendHorizontal, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { OUTBOX_SIZE, QUESTION_CHARACTERS } from '@/realtime/visit'
import { useVisit, useVisitState } from '@/state/visit'
import { IconButton } from '@/ui/IconButton'
import { NO_DRAFT, useDraft } from './draft'

/** Where one types, and corrects what was heard. */
export function Composer() {
  const t = useTranslations()
  const visit = useVisit()
  const { draft, setDraft } = useDraft()
  const waiting = useVisitState((state) => (state.link.phase === 'live' ? 0 : state.outbox.length))
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (!draft.corrects) return
    field.current?.focus()
    field.current?.select()
    // Only when a correction begins: while it is typed the selection stays.
  }, [draft.corrects])

  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (draft.text.trim() === '' || waiting >= OUTBOX_SIZE) return
    if (draft.corrects) visit.correct(draft.text)
    else visit.say(draft.text)
    setDraft(NO_DRAFT)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
    if (event.key === 'Escape' && draft.corrects) {
      event.preventDefault()
      setDraft(NO_DRAFT)
    }
  }
  return (
    <form onSubmit={submit} className="mt-3">
      {waiting > 0 && (
        <p role="status" className="text-soft mb-1">
          {t('composer.waiting', { count: waiting })}
        </p>
      )}
      <div className="border-edge bg-raised focus-within:outline-accent flex items-end gap-1 rounded-3xl border py-0.5 pr-0.5 pl-4 focus-within:outline-3 focus-within:outline-offset-2">
        <textarea
          ref={field}
          rows={1}
          value={draft.text}
          maxLength={QUESTION_CHARACTERS}
          aria-label={t(draft.corrects ? 'talk.correct' : 'composer.label')}
          placeholder={t('composer.placeholder')}
          enterKeyHint="send"
          dir="auto"
          onChange={(event) => setDraft({ ...draft, text: event.target.value })}
          onKeyDown={onKeyDown}
          className="placeholder:text-soft field-sizing-content max-h-32 short:max-h-20 min-w-0 flex-1 resize-none bg-transparent py-3 text-lg leading-snug outline-none narrow:text-base"
        />
        {draft.corrects && (
          <IconButton
            label={t('controls.close')}
            className="!border-transparent"
            onClick={() => setDraft(NO_DRAFT)}
          >
            <X aria-hidden className="size-5" />
          </IconButton>
        )}
        <IconButton
          type="submit"
          label={t('composer.send')}
          disabled={draft.text.trim() === ''}
          className="!border-transparent"
        >
          <SendHorizontal aria-hidden className="size-6" />
        </IconButton>
      </div>
    </form>
  )
}
