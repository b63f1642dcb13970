'use client'

import { useTranslations } from 'use-intl'
import type { ImportColumn, ImportShown, ImportTable } from '@/protocol/routes'
import { usePlaces } from '../usePlaces'
import type { Role } from './words'

const ROLES: readonly Role[] = ['sessions', 'lookup', 'left_out']
const SELECT = 'border-line bg-page min-h-11 min-w-0 rounded-lg border px-2'

interface MappedTableProps {
  readonly table: ImportTable
  readonly fields: ImportShown['fields']
  readonly busy: boolean
  /** Whether its columns are in sight at once: where there are few. */
  readonly open: boolean
  readonly onRole: (role: Role) => void
  readonly onField: (column: string, field: string | null) => void
}

/** One table of an upload: what it holds, and for each of its columns, read or not, what it is taken for. */
export function MappedTable({ table, fields, busy, open, onRole, onField }: MappedTableProps) {
  const t = useTranslations('staff.programme')
  const { table: named } = usePlaces()
  const called = useCalled()
  const title = t('mapping', { table: named(table.name), rows: table.rows })
  const read = table.columns.flatMap(({ field }) => (field === null ? [] : [field]))
  const fieldNames = [...new Set(read)].map((each) => t(`field.${each}`))
  return (
    <details open={open}>
      <summary className="min-h-11 cursor-pointer break-words">
        <span className="font-bold">{title}</span>
        {table.role !== 'left_out' && (
          <span className="text-soft block text-sm">
            {t('read', { count: read.length, fields: fieldNames.join(', ') })}
          </span>
        )}
      </summary>
      <div role="group" aria-label={title} className="mt-2 flex min-w-0 flex-col gap-2">
        <label className="grid items-center gap-x-2 gap-y-1 @md:grid-cols-2">
          <span>{t('holds')}</span>
          <select
            className={SELECT}
            disabled={busy}
            value={table.role}
            onChange={({ target }) => onRole(target.value as Role)}
          >
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </select>
        </label>
        {table.role !== 'left_out' &&
          table.columns.map(({ name, called: ours, field, examples }) => (
            <div key={name} className="grid items-center gap-x-2 gap-y-1 @md:grid-cols-2">
              <label className="min-w-0 break-words" htmlFor={`${table.name} ${name}`}>
                {called(name, ours)}
              </label>
              <select
                id={`${table.name} ${name}`}
                className={SELECT}
                aria-describedby={`${table.name} ${name} examples`}
                disabled={busy}
                value={field ?? ''}
                onChange={({ target }) => onField(name, target.value === '' ? null : target.value)}
              >
                <option value="">{t('leftOut')}</option>
                {fields.map((each) => (
                  <option key={each} value={each}>
                    {t(`field.${each}`)}
                  </option>
                ))}
              </select>
              <p
                id={`${table.name} ${name} examples`}
                className="text-soft -mt-1 @md:col-span-2 text-sm break-words"
              >
                {examples.length > 0 ? examples.join(' · ') : t('empty')}
              </p>
            </div>
          ))}
      </div>
    </details>
  )
}

/** Says what a column is called: as the file calls it, or in the page's language where the file does not. */
function useCalled(): (name: string, called: ImportColumn['called']) => string {
  const t = useTranslations('staff.programme')
  return (name, called) => {
    switch (called) {
      case null:
        return name
      case 'letter':
        return t('column.letter', { letter: name.slice(name.lastIndexOf(' ') + 1) })
      case 'heading':
      case 'heading_day':
      case 'heading_room':
      case 'column_day':
      case 'time':
      case 'last_time':
      case 'talks':
        return t(`column.${called}`)
      default:
        return t(`field.${called}`)
    }
  }
}
