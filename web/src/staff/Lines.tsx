'use client'

import { useTranslations } from 'use-intl'
import type { LineShown } from '@/protocol/routes'

const LOOK: Readonly<Record<LineShown['kind'], string>> = {
  same: 'text-soft',
  added: 'bg-wash',
  removed: 'bg-alert-wash',
  left_out: 'text-soft',
}
const SIGN: Readonly<Record<LineShown['kind'], string>> = {
  same: ' ',
  added: '+',
  removed: '−',
  left_out: '⋯',
}

/** The instructions where they differ, by sign as well as by colour. */
export function Lines({ lines }: { lines: readonly LineShown[] }) {
  const t = useTranslations('staff.preview')
  return (
    <ul className="border-line bg-surface rounded-lg border p-2 text-sm">
      {lines.map(({ kind, text }, index) => (
        <li key={index} className={`grid grid-cols-[1.25rem_minmax(0,1fr)] px-1 ${LOOK[kind]}`}>
          <span aria-hidden>{SIGN[kind]}</span>
          <span className="break-words">
            {(kind === 'added' || kind === 'removed') && <span className="sr-only">{t(kind)} </span>}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
