'use client'

import { useTranslations } from 'use-intl'
import type { ImportShown, ImportTable } from '@/protocol/routes'
import type { Role } from './words'

const ROLES: readonly Role[] = ['sessions', 'lookup', 'left_out']
const SELECT = 'border-line bg-page min-h-11 min-w-0 rounded-lg border px-2'

interface MappedTableProps {
  readonly table: ImportTable
  readonly fields: ImportShown['fields']
  readonly busy: boolean
  readonly onRole: (role: Role) => void
  readonly onField: (column: string, field: string | null) => void
}

/** One table of an upload: what it holds, and for each of its columns, read or not, what it is taken for. */
export function MappedTable({ table, fields, busy, onRole, onField }: MappedTableProps) {
  const t = useTranslations('staff.programme')
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-bold break-words">
        {t('mapping', { table: table.name, rows: table.rows })}
      </legend>
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
        table.columns.map(({ name, field, examples }) => (
          <div key={name} className="grid items-center gap-x-2 gap-y-1 @md:grid-cols-2">
            <label className="min-w-0 break-words" htmlFor={`${table.name} ${name}`}>
              {name}
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
    </fieldset>
  )
}
