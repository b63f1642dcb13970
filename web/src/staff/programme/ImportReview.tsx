'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, ImportApplied, ImportShown, ImportTable } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { applyImport, correctImport, dropImport, loadImport } from '../api'
import { Decision } from '../Decision'
import { Refusal } from '../Refusal'
import { linesOf } from '../kinds'
import { isGone, isLate } from '../refusal'
import { useWork } from '../useWork'
import { Warnings } from '../Warnings'
import { ChangeLists } from './ChangeLists'
import { DocumentLists } from './DocumentLists'
import { MappedTable } from './MappedTable'
import { corrected, takenFor } from './mapping'
import { SampleRows } from './SampleRows'

/** As many are shown at once; more are a touch away, below a line that says what is read. */
const FEW_COLUMNS = 8
/** As many lines of warnings stand open. */
const SHORT = 6

interface ImportReviewProps {
  /** The congress that is looked at; an upload may be of another one. Null where there is none yet. */
  readonly event: EventShown | null
  readonly draft: ImportShown
  readonly onDraft: (draft: ImportShown) => void
  readonly onApplied: (applied: ImportApplied) => void
  readonly onDropped: () => void
  /** The server has let the upload go. */
  readonly onGone: (why: ReactNode) => void
}

/** What an upload reads as and would change: columns may be corrected before it is applied as a whole, or dropped. */
export function ImportReview({ event, draft, onDraft, onApplied, onDropped, onGone }: ImportReviewProps) {
  const t = useTranslations('staff.programme')
  const { busy, failed, during } = useWork(t('unreachable'))
  const heading = useRef<HTMLHeadingElement>(null)
  // It stands above what was looked at when the file was chosen.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  const here = <T,>(work: Promise<T>) =>
    work.catch((refused: unknown) => {
      if (isGone(refused)) onGone(<Refusal error={refused} unreachable={t('unreachable')} />)
      throw refused
    })
  // Refused because of somebody else's change: what it would change now is shown beside the reason.
  const apply = () =>
    applyImport(draft.id).catch(async (refused: unknown) => {
      if (isLate(refused)) onDraft(await loadImport(draft.id))
      throw refused
    })
  const correct = (change: (mapping: Record<string, unknown>) => Record<string, unknown>) => {
    if (draft.mapping) during(here(correctImport(draft.id, change(draft.mapping))), onDraft)
  }
  const taken = draft.tables.filter(({ role }) => role !== 'left_out')
  const others = draft.tables.filter(({ role }) => role === 'left_out')
  // As it came: a table that is taken for something else neither opens nor closes the others.
  const [few] = useState(taken.reduce((sum, { columns }) => sum + columns.length, 0) <= FEW_COLUMNS)
  const isMostlyTimeless = draft.without_start * 2 > draft.sessions
  const shown = (table: ImportTable) => (
    <MappedTable
      key={table.name}
      table={table}
      fields={draft.fields}
      busy={busy}
      open={few || isMostlyTimeless}
      onRole={(role) => correct((mapping) => takenFor(mapping, table.name, role))}
      onField={(column, field) => correct((mapping) => corrected(mapping, table.name, column, field))}
    />
  )
  return (
    <div className="border-accent bg-raised flex flex-col gap-4 rounded-xl border-2 p-3" aria-busy={busy}>
      <h3 ref={heading} tabIndex={-1} className="scroll-mt-4 text-lg font-bold break-words">
        {draft.files.join(', ')}
      </h3>
      {draft.event !== event?.id && (
        <Banner tone="info">
          {event === null
            ? t('isFirst', { name: draft.event_name })
            : t(draft.is_new ? 'isNew' : 'isOther', { name: draft.event_name, current: event.name })}
        </Banner>
      )}
      <p>
        {t(draft.mapping ? 'readByColumns' : 'readAs', {
          format: draft.format,
          sessions: draft.sessions,
          rooms: draft.rooms,
          speakers: draft.speakers,
        })}
      </p>
      {isMostlyTimeless && (
        <Banner tone="alert">
          <strong>{t('noStart.is', { count: draft.without_start, sessions: draft.sessions })}</strong>{' '}
          {t(draft.mapping ? 'noStart.choose' : 'noStart.look')}
        </Banner>
      )}
      <SampleRows rows={draft.preview} timeZone={draft.timezone} />
      {taken.map(shown)}
      {others.length > 0 && (
        <details open={taken.length === 0}>
          <summary className="min-h-11 cursor-pointer font-bold">
            {t('otherTables', { count: others.length })}
          </summary>
          <div className="flex flex-col gap-4">{others.map(shown)}</div>
        </details>
      )}
      {draft.warnings_count > 0 && (
        <details open={linesOf(draft.warnings_by_code) <= SHORT}>
          <summary className="min-h-11 cursor-pointer font-bold">
            {t('warnings', { count: draft.warnings_count })}
          </summary>
          <Warnings
            warnings={draft.warnings.map(({ row, ...told }) => ({ place: row, ...told }))}
            counts={draft.warnings_by_code}
          />
        </details>
      )}
      <ChangeLists changes={draft.changes} timeZone={draft.timezone} />
      <DocumentLists changes={draft.document_changes} />
      <Decision failed={failed}>
        <Button
          look={draft.changes_nothing ? 'plain' : 'primary'}
          disabled={busy}
          onClick={() => during(here(apply()), onApplied)}
        >
          {t('apply')}
        </Button>
        <Button
          look={draft.changes_nothing ? 'primary' : 'plain'}
          disabled={busy}
          onClick={() => during(dropImport(draft.id), onDropped)}
        >
          {t('drop')}
        </Button>
      </Decision>
    </div>
  )
}
