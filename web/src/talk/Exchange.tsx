'use client'

import { PencilLine } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Turn } from '@/realtime/conversation'
import { useVisit, useVisitState } from '@/state/visit'
import { Button } from '@/ui/Button'
import { AnswerCardView } from './AnswerCardView'
import { answerCard, besideRows, withQuoted, withTold } from './answerCard'
import { Captions } from './Captions'
import { ConfirmationCard } from './ConfirmationCard'
import { useDraft } from './draft'

interface ExchangeProps {
  readonly turns: readonly Turn[]
  /** The word that sounds is another one. */
  readonly onWord: () => void
}

/** The last question and its answer, large. */
export function Exchange({ turns, onWord }: ExchangeProps) {
  const t = useTranslations('talk')
  const visit = useVisit()
  const isOpen = useVisitState(({ conversation, outbox }) => conversation.awaiting || outbox.length > 0)
  const playing = useVisitState((state) => state.conversation.playing !== null)
  const responding = useVisitState((state) => state.conversation.responding !== null)
  const confirmation = useVisitState((state) => state.conversation.confirmation)
  const question = turns.find((turn) => turn.role === 'user')
  const answers = turns.filter((turn) => turn.role === 'assistant')
  const told = answers.map(({ text }) => text).join(' ')
  const found = withTold(answerCard(answers.flatMap((turn) => turn.results)), told)
  const card = responding ? found : withQuoted(found, told)
  // The card puts the question; once it has been said, it need not stand there twice.
  const shown = answers.filter(
    ({ text, state }) => state !== 'done' || playing || text.trim() !== confirmation?.question,
  )
  const unanswered = question?.state === 'done' && answers.length === 0 && !isOpen && !responding
  return (
    <section className="flex flex-col gap-3">
      {question && <Question turn={question} />}
      {card && <AnswerCardView card={card} question={question?.text ?? ''} latest />}
      {shown.map((turn, index) => (
        <p key={turn.id} className="text-2xl leading-snug whitespace-pre-line" dir="auto">
          <span className="sr-only">{t('charlotte')}: </span>
          {playing && turn.spoken && index === shown.length - 1 ? (
            <Captions text={turn.text} onWord={onWord} />
          ) : (
            besideRows(turn.text, card)
          )}
          {(turn.state === 'interrupted' || turn.state === 'failed') && (
            <span className="text-soft text-base"> ({t(turn.state)})</span>
          )}
        </p>
      ))}
      {confirmation && <ConfirmationCard key={confirmation.confirmation_id} confirmation={confirmation} />}
      {unanswered && question && (
        <Button className="self-start" onClick={() => visit.correct(question.text)}>
          {t('again')}
        </Button>
      )}
    </section>
  )
}

function Question({ turn }: { turn: Turn }) {
  const t = useTranslations('talk')
  const { setDraft } = useDraft()
  if (!turn.spoken) {
    return (
      <p
        className="bg-wash self-end rounded-2xl rounded-br-sm border border-transparent px-4 py-2 text-lg"
        dir="auto"
      >
        <span className="sr-only">{t('you')}: </span>
        {turn.text}
      </p>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <p className="text-soft text-lg" dir="auto">
        {t('heard')} <span className="text-ink">{turn.text || '…'}</span>
      </p>
      {turn.state === 'done' && (
        <Button
          look="quiet"
          className="!px-1"
          icon={<PencilLine aria-hidden className="size-5" />}
          onClick={() => setDraft({ text: turn.text, corrects: true })}
        >
          {t('correct')}
        </Button>
      )}
    </div>
  )
}
