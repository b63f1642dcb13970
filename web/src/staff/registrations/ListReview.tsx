'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { RegistrationPreview } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { Decision } from '../Decision'
import { Warnings } from '../Warnings'
import type { Mapping } from './api'
import { ListChanges } from './ListChanges'

type Field = 'code' | 'email' | 'first_name' | 'last_name' | 'name' | 'ticket' | 'status' | 'checked_in'

interface ListReviewProps {
  readonly read: RegistrationPreview
  readonly timeZone: string
  readonly busy: boolean
  /** Why it was not stored; said beside the button that was pressed. */
  readonly failed: ReactNode
  readonly onMapping: (mapping: Mapping) => void
  readonly onApply: () => void
  readonly onDrop: () => void
}

/** What a list reads as: counts and columns, no person; a column is corrected, and each field is given once. */
export function ListReview({ read, timeZone, busy, failed, onMapping, onApply, onDrop }: ListReviewProps) {
  const t = useTranslations('staff.registrations')
  const take = (column: string, field: string) => {
    const kept = Object.entries(read.mapping).filter(([name, held]) => name !== column && held !== field)
    onMapping(Object.fromEntries(field === '' ? kept : [...kept, [column, field]]))
  }
  return (
    <div className="border-accent flex flex-col gap-3 rounded-xl border-2 p-3">
      <h3 className="text-lg font-bold break-words">{read.file}</h3>
      <p>
        {t('readAs', {
          registered: read.registered,
          codes: read.with_code,
          emails: read.with_email,
          void: read.not_valid,
        })}
      </p>
      {read.changes && <ListChanges changes={read.changes} timeZone={timeZone} />}
      {!read.code_is_enough && read.with_code > 0 && <p>{t('needsSurname')}</p>}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-bold">{t('mapping')}</legend>
        {read.columns.map((column, index) => (
          <label key={column} className="grid items-center gap-x-2 gap-y-1 @md:grid-cols-2">
            <span className="min-w-0 break-words">
              {column === `column ${index + 1}` ? t('unnamed', { number: index + 1 }) : column}
            </span>
            <select
              className="border-line bg-page min-h-11 min-w-0 rounded-lg border px-2"
              disabled={busy}
              value={read.mapping[column] ?? ''}
              onChange={({ target }) => take(column, target.value)}
            >
              <option value="">{t('leftOut')}</option>
              {read.fields.map((field) => (
                <option key={field} value={field}>
                  {t(`field.${field as Field}`)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </fieldset>
      {read.warnings_count > 0 && (
        <details>
          <summary className="min-h-11 cursor-pointer font-bold">
            {t('warnings', { count: read.warnings_count })}
          </summary>
          <Warnings warnings={read.warnings.map(({ row, ...told }) => ({ place: row, ...told }))} />
        </details>
      )}
      <Decision failed={failed}>
        <Button look="primary" disabled={busy} onClick={onApply}>
          {t('apply')}
        </Button>
        <Button disabled={busy} onClick={onDrop}>
          {t('drop')}
        </Button>
      </Decision>
    </div>
  )
}
