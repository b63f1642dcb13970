'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { DocumentsPreview, PassageShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { Decision } from '../Decision'
import { Warnings } from '../Warnings'

interface DocumentReviewProps {
  readonly read: DocumentsPreview
  readonly busy: boolean
  /** Why it was not stored; said beside the button that was pressed. */
  readonly failed: ReactNode
  readonly onApply: () => void
  readonly onDrop: () => void
}

/** What documents read as, passage by passage, before they are stored. */
export function DocumentReview({ read, busy, failed, onApply, onDrop }: DocumentReviewProps) {
  const t = useTranslations('staff.documents')
  return (
    <div className="border-accent flex flex-col gap-3 rounded-xl border-2 p-3">
      {read.changes.length === 0 && <p>{t('noChange')}</p>}
      {read.changes.map(({ name, kind, gains, gains_count, loses, loses_count }) => (
        <div key={name} className="flex min-w-0 flex-col gap-1">
          <h3 className="font-bold break-words">{name}</h3>
          <p className="text-soft">
            {t(`kind.${kind}`)}
            {kind === 'edited' && ` · ${t('edited', { gains: gains_count, loses: loses_count })}`}
            {kind === 'added' && ` · ${t('passages', { count: gains_count })}`}
          </p>
          {loses.length > 0 && <Passages title={t('losesTitle')} passages={loses} count={loses_count} open />}
          {gains.length > 0 && (
            <Passages title={t('gainsTitle')} passages={gains} count={gains_count} open={kind === 'edited'} />
          )}
        </div>
      ))}
      {read.warnings.length > 0 && (
        <Warnings
          warnings={read.warnings.map(({ document, ...told }) => ({ place: document, ...told }))}
          className="text-alert"
        />
      )}
      <Decision failed={failed}>
        <Button look="primary" disabled={busy || read.changes.length === 0} onClick={onApply}>
          {t('apply')}
        </Button>
        <Button disabled={busy} onClick={onDrop}>
          {t('drop')}
        </Button>
      </Decision>
    </div>
  )
}

interface PassagesProps {
  readonly title: string
  readonly passages: readonly PassageShown[]
  readonly count: number
  readonly open: boolean
}

function Passages({ title, passages, count, open }: PassagesProps) {
  const t = useTranslations('staff.documents')
  return (
    <details open={open}>
      <summary className="min-h-11 cursor-pointer content-center">{title}</summary>
      <ul className="border-line flex max-h-72 flex-col gap-2 overflow-y-auto border-l-4 pl-3">
        {passages.map(({ heading, text, page }, index) => (
          <li key={index} className="break-words">
            <span className="text-soft block text-sm">
              {heading}
              {page !== null && ` · ${t('page', { page })}`}
            </span>
            {text}
          </li>
        ))}
        {count > passages.length && <li>{t('more', { count: count - passages.length })}</li>}
      </ul>
    </details>
  )
}
