import type { ImportTable } from '@/protocol/routes'
import type { ProgrammeMessages } from '@/i18n/staff/programme/en'

/** What a table may be taken for. */
export type Role = ImportTable['role']

/** What a column may be taken for, as far as this page has a word for it. */
export type Field = keyof ProgrammeMessages['field']
