'use client'

import { useTranslations } from 'use-intl'
import type { PassageCard } from '@/protocol/results'

/** What a document of the organisers says, in its own words and language, and where it stands. */
export function Quotation({ passage }: { passage: PassageCard }) {
  const t = useTranslations('card')
  const place = [
    passage.title,
    ...passage.headings,
    typeof passage.page === 'number' && t('page', { page: passage.page }),
  ].filter(Boolean)
  return (
    <figure>
      <blockquote lang={passage.language} className="border-line border-l-4 pl-3 text-lg">
        {passage.quote}
      </blockquote>
      <figcaption className="text-soft mt-2 text-sm">
        {t('fromDocument', { place: place.join(' › ') })}
      </figcaption>
    </figure>
  )
}
