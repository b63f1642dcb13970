import type { Role } from './words'

type Mapping = Readonly<Record<string, unknown>>

/** Fields that several columns may give: a speaker a column. Any other is one column's alone. */
const SHARED = new Set(['speakers', 'chairs'])

/** Returns the mapping with one column taken for another field; `null` leaves the column out. */
export function corrected(
  mapping: Mapping,
  table: string,
  column: string,
  field: string | null,
): Record<string, unknown> {
  return changed(mapping, table, (each) => {
    const before = Object.entries((each['columns'] ?? {}) as Record<string, string>)
    const others = before.filter(([name, value]) => name !== column && (value !== field || SHARED.has(value)))
    return { columns: Object.fromEntries(field === null ? others : [...others, [column, field]]) }
  })
}

/** Returns the mapping with one table taken for something else: sessions, what sessions refer to, or nothing. */
export function takenFor(mapping: Mapping, table: string, role: Role): Record<string, unknown> {
  return changed(mapping, table, () => ({ role }))
}

function changed(
  mapping: Mapping,
  table: string,
  change: (each: Record<string, unknown>) => Record<string, unknown>,
): Record<string, unknown> {
  const tables = Array.isArray(mapping['tables']) ? (mapping['tables'] as Record<string, unknown>[]) : []
  return {
    ...mapping,
    tables: tables.map((each) => (each['table'] === table ? { ...each, ...change(each) } : each)),
  }
}
