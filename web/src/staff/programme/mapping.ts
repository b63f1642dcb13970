/** One table of an upload: which of its columns is taken for which field of a session. */
export interface MappedTable {
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
}

/** Returns the tables of a mapping as the server shows it; what is not understood is left alone. */
export function tablesOf(mapping: Readonly<Record<string, unknown>> | null): readonly MappedTable[] {
  const tables = mapping?.['tables']
  if (!Array.isArray(tables)) return []
  return tables.flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null) return []
    const { table, columns } = each as { table?: unknown; columns?: unknown }
    if (typeof table !== 'string' || typeof columns !== 'object' || columns === null) return []
    return [{ table, columns: columns as Record<string, string> }]
  })
}

/** Returns the mapping with one column taken for another field; `null` leaves the column out. */
export function corrected(
  mapping: Readonly<Record<string, unknown>>,
  table: string,
  column: string,
  field: string | null,
): Record<string, unknown> {
  const tables = Array.isArray(mapping['tables']) ? (mapping['tables'] as Record<string, unknown>[]) : []
  return {
    ...mapping,
    tables: tables.map((each) => {
      if (each['table'] !== table) return each
      const before = Object.entries((each['columns'] ?? {}) as Record<string, string>)
      const others = before.filter(([name, value]) => name !== column && value !== field)
      return { ...each, columns: Object.fromEntries(field === null ? others : [...others, [column, field]]) }
    }),
  }
}
