import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'

/** A value that was, and the one that is. */
export function BeforeAndAfter({ before, after }: { before: string; after: string }) {
  const t = useTranslations('staff.changes')
  return (
    <span className="min-w-0 break-words">
      <del className="text-soft">
        <span className="sr-only">{t('before')} </span>
        {before}
      </del>
      <ArrowRight aria-hidden className="mx-2 inline size-4" />
      <ins className="no-underline">
        <span className="sr-only">{t('after')} </span>
        {after}
      </ins>
    </span>
  )
}
