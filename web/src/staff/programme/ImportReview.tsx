'use client'

import { useTranslations } from 'use-intl'
import type { ImportShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { applyImport, correctImport, dropImport } from '../api'
import { useWork } from '../useWork'
import { ChangeLists } from './ChangeLists'
import { corrected, tablesOf } from './mapping'

interface ImportReviewProps {
  readonly draft: ImportShown
  readonly onDraft: (draft: ImportShown) => void
  readonly onApplied: (reached: number) => void
  readonly onDropped: () => void
}

/** What an upload reads as and would change: columns may be corrected before it is applied as a whole, or dropped. */
export function ImportReview({ draft, onDraft, onApplied, onDropped }: ImportReviewProps) {
  const t = useTranslations('staff.programme')
  const { busy, failed, during } = useWork(t('unreachable'))
  const take = (table: string, column: string, field: string | null) => {
    if (draft.mapping)
      during(correctImport(draft.id, corrected(draft.mapping, table, column, field)), onDraft)
  }
  return (
    <div className="border-accent bg-raised flex flex-col gap-4 rounded-xl border-2 p-3" aria-busy={busy}>
      <h3 className="text-lg font-bold break-words">{draft.files.join(', ')}</h3>
      <p>
        {t('readAs', {
          format: draft.format,
          sessions: draft.sessions,
          rooms: draft.rooms,
          speakers: draft.speakers,
        })}
      </p>
      {tablesOf(draft.mapping).map(({ table, columns }) => (
        <fieldset key={table} className="flex flex-col gap-2">
          <legend className="mb-1 font-bold break-words">{t('mapping', { table })}</legend>
          {Object.entries(columns).map(([column, field]) => (
            <label key={column} className="grid grid-cols-2 items-center gap-2">
              <span className="min-w-0 break-words">{column}</span>
              <select
                className="border-line bg-page min-h-11 min-w-0 rounded-lg border px-2"
                disabled={busy}
                value={field}
                onChange={({ target }) => take(table, column, target.value === '' ? null : target.value)}
              >
                <option value="">{t('leftOut')}</option>
                {draft.fields.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </fieldset>
      ))}
      {draft.warnings_count > 0 && (
        <details open={draft.warnings_count <= 5}>
          <summary className="min-h-11 cursor-pointer font-bold">
            {t('warnings', { count: draft.warnings_count })}
          </summary>
          <ul className="flex flex-col gap-1">
            {draft.warnings.map(({ row, message }, index) => (
              <li key={index} className="break-words">
                {row}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
      <ChangeLists changes={draft.changes} timeZone={draft.timezone} />
      {failed && <Banner tone="alert">{failed}</Banner>}
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          disabled={busy}
          onClick={() => during(applyImport(draft.id), ({ reached }) => onApplied(reached))}
        >
          {t('apply')}
        </Button>
        <Button disabled={busy} onClick={() => during(dropImport(draft.id), onDropped)}>
          {t('drop')}
        </Button>
      </div>
    </div>
  )
}
