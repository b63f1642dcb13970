'use client'

import { useTranslations } from 'use-intl'
import type { FactCard } from '@/protocol/results'

/** What the organisers told about practical things, and the document that says so too. */
export function FactCards({ facts }: { facts: readonly FactCard[] }) {
  const t = useTranslations('card')
  const topics = useTranslations('card.topic')
  return (
    <ul className="flex flex-col gap-3">
      {facts.map(({ topic, value, place }) => (
        <li key={topic}>
          {topics.has(topic as 'wifi') && <p className="text-soft font-bold">{topics(topic as 'wifi')}</p>}
          <p className="text-2xl leading-snug break-words" dir="auto">
            {value}
          </p>
          <p className="text-soft mt-1 text-sm">
            {place ? t('fromDocument', { place }) : t('fromOrganisers')}
          </p>
        </li>
      ))}
    </ul>
  )
}
