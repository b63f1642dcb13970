'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { FactName } from '@/i18n/loadStaff'
import type { ChangeShown } from '@/protocol/routes'

/** Values before and after. */
export function ChangeList({ changes }: { changes: readonly ChangeShown[] }) {
  const t = useTranslations('staff')
  const nothing = (name: string) => t(name === 'voice' ? 'voice.usualOne' : 'changes.nothing')
  return (
    <dl className="flex flex-col gap-2">
      {changes.map(({ name, before, after }) => (
        <div key={name} className="grid gap-x-3 @md:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-bold">{name === 'voice' ? t('voice.title') : t(`fact.${name as FactName}`)}</dt>
          <dd className="min-w-0 break-words whitespace-pre-line">
            <del className="text-soft">
              <span className="sr-only">{t('changes.before')} </span>
              {before ?? nothing(name)}
            </del>
            <ArrowRight aria-hidden className="mx-2 inline size-4" />
            <ins className="no-underline">
              <span className="sr-only">{t('changes.after')} </span>
              {after ?? nothing(name)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
