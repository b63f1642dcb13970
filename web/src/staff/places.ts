/** Where something stands in a file, as far as the server says it in its own English. */
export interface Place {
  /** The source's own words: its file, its sheet, its path; null where there is only one. */
  readonly table: string | null
  readonly unit: 'row' | 'event' | 'page' | 'piece' | 'entry'
  readonly number: string
  /** The column's name, or its number. */
  readonly column: string | null
  /** What the source's words say more exactly. */
  readonly within: string | null
}

/** A table that the server named after what it was read from. */
export interface TableName {
  readonly file: string
  readonly kind: 'table' | 'lines' | 'papers'
  readonly number: string
}

const PLACE = /^(?:(.*), )?(row|event|page|piece|entry) (\d+)(?:, (column )?(.*))?$/s
const IN_DOCUMENT =
  /^(.+\.(?:md|markdown|html?|docx|odt|odp|rtf|pptx|ppsx|pptm|wiki|mediawiki|tex|tagged|pdf|txt)): (table|lines) ?(\d*)(?: \(\d+\))?$/i
const PAPERS = /^(.+): (papers)()$/

/** Returns the parts of a place; null where it is the source's own words, such as a path or an id. */
export function placeOf(text: string): Place | null {
  const [, table, unit, number, isColumn, behind] = PLACE.exec(text) ?? []
  if (!unit || !number) return null
  return {
    table: table ?? null,
    unit: unit as Place['unit'],
    number,
    column: isColumn ? (behind ?? null) : null,
    within: isColumn ? null : (behind ?? null),
  }
}

/** Returns what a table is named after; null where its name is the source's own. */
export function tableNameOf(name: string): TableName | null {
  const [, file, kind, number = ''] = IN_DOCUMENT.exec(name) ?? PAPERS.exec(name) ?? []
  return file && kind ? { file, kind: kind as TableName['kind'], number } : null
}
