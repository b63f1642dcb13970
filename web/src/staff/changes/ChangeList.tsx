'use client'

import { useTranslations } from 'use-intl'
import type { FactName } from '@/i18n/loadStaff'
import type { ChangeShown } from '@/protocol/routes'
import { BeforeAndAfter } from './BeforeAndAfter'

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
            <BeforeAndAfter before={before ?? nothing(name)} after={after ?? nothing(name)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
