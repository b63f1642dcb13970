'use client'

import { useTranslations } from 'use-intl'
import type { PassageCard } from '@/protocol/results'

/** The document of what the organisers answered by hand to a visitor's question. */
const STAFF = 'staff'

/** What the organisers' documents say, in their own words and language, and where it stands. */
export function Quotations({ passages }: { passages: readonly PassageCard[] }) {
  return (
    <div className="flex flex-col gap-4">
      {passages.map((passage) => (
        <Quotation key={`${passage.id} ${passage.quote}`} passage={passage} />
      ))}
    </div>
  )
}

function Quotation({ passage }: { passage: PassageCard }) {
  return (
    <figure>
      <blockquote lang={passage.language} className="border-line border-l-4 pl-3 text-lg">
        {passage.quote}
      </blockquote>
      <figcaption className="text-soft mt-2 text-sm">
        <Source passage={passage} />
      </figcaption>
    </figure>
  )
}

/** Where it stands; of what the organisers answered, the question that they answered is enough. */
function Source({ passage }: { passage: PassageCard }) {
  const t = useTranslations('card')
  const { document, title, headings, page } = passage
  if (document === STAFF) return `${t('fromOrganisers')} › ${title}`
  const place = [title, ...headings, typeof page === 'number' && t('page', { page })]
  return t('fromDocument', { place: place.filter(Boolean).join(' › ') })
}
