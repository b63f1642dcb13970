'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { PlaceCard } from '@/protocol/results'
import type { AnswerCard } from './answerCard'
import { Button } from '@/ui/Button'
import { CardActions } from './CardActions'
import { useEventOnScreen } from './event'
import { FactCards } from './FactCards'
import { Quotations } from './Quotations'
import { RegistrationCard } from './RegistrationCard'
import { SessionMain } from './SessionMain'
import { SessionRow } from './SessionRow'

/** Rows shown at once: the first ones answer, the others are a touch away. */
const ROWS = 4

interface AnswerCardViewProps {
  readonly card: AnswerCard
  readonly question: string
  /** The latest answer has its actions; older ones only say what they said. */
  readonly latest: boolean
}

export function AnswerCardView({ card, question, latest }: AnswerCardViewProps) {
  const t = useTranslations('card')
  const { info } = useEventOnScreen()
  const isOfProgramme = card.passages.length === 0 && !card.registration && card.facts.length === 0
  const heading = useHeading(card.rowsAre)
  return (
    <article className="bg-raised border-line rounded-2xl border p-3 sm:p-4">
      {card.person && (
        <p className="mb-2 text-2xl font-bold">
          {card.person.name}
          {card.person.affiliation && (
            <span className="text-soft text-base font-normal"> {card.person.affiliation}</span>
          )}
        </p>
      )}
      {card.place && <Place place={card.place} />}
      {card.passages.length > 0 && <Quotations passages={card.passages} />}
      {card.facts.length > 0 && <FactCards facts={card.facts} />}
      {card.registration && <RegistrationCard registration={card.registration} when={card} />}
      {card.main && <SessionMain session={card.main} when={card} />}
      {card.rows.length > 0 && (
        <div className={card.main || card.place ? 'mt-3' : ''}>
          {heading && <h3 className="text-soft font-bold">{heading}</h3>}
          <Rows card={card} />
        </div>
      )}
      {/* The question holds the visitor's code: it goes into no address, and is not asked again by a touch. */}
      {latest && !card.registration && <CardActions session={card.main} question={question} />}
      {info && isOfProgramme && <p className="text-soft mt-2 text-sm">{t('source', { event: info.name })}</p>}
    </article>
  )
}

function Rows({ card }: { card: AnswerCard }) {
  const t = useTranslations('card')
  const [whole, setWhole] = useState(false)
  const shown = whole ? card.rows : card.rows.slice(0, ROWS)
  const folded = card.rows.length - shown.length
  return (
    <>
      <ul>
        {shown.map((session) => (
          <SessionRow key={`${session.id} ${session.start}`} session={session} when={card} />
        ))}
      </ul>
      {folded > 0 && (
        <Button aria-expanded={false} onClick={() => setWhole(true)}>
          {t('more', { count: folded })}
        </Button>
      )}
      {folded === 0 && card.more > 0 && <p className="text-soft">{t('more', { count: card.more })}</p>}
    </>
  )
}

function Place({ place }: { place: PlaceCard }) {
  const t = useTranslations('card')
  const where = [
    place.building,
    place.level && t('level', { level: place.level }),
    place.capacity !== undefined && t('seats', { count: place.capacity }),
  ]
  return (
    <div>
      <p className="text-3xl leading-tight font-bold sm:text-4xl">{place.name}</p>
      {where.some(Boolean) && <p className="text-lg">{where.filter(Boolean).join(' · ')}</p>}
      {place.description && <p className="mt-1">{place.description}</p>}
    </div>
  )
}

function useHeading(rowsAre: AnswerCard['rowsAre']): string | null {
  const t = useTranslations('card')
  const welcome = useTranslations('welcome')
  if (rowsAre === null) return null
  return rowsAre === 'now' || rowsAre === 'next' ? welcome(rowsAre) : t(rowsAre)
}
