import type { ImportTable } from '@/protocol/routes'

/** What a table may be taken for. */
export type Role = ImportTable['role']
