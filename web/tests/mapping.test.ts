import { describe, expect, test } from 'vitest'
import { corrected, takenFor } from '@/staff/programme/mapping'

const mapping = {
  tables: [
    { table: 'a.csv', role: 'sessions', columns: { Nota: 'title', Chi: 'speakers' }, date_order: 'dmy' },
    { table: 'b.csv', role: 'lookup', columns: { Nome: 'title' } },
  ],
}
const columns = (changed: Record<string, unknown>, at = 0) =>
  (changed['tables'] as { columns: Record<string, string> }[])[at]?.columns

describe('the mapping of an upload', () => {
  test('a column that was not read takes a field from the one that had it', () => {
    const changed = corrected(mapping, 'a.csv', 'Intitulé', 'title')
    expect(columns(changed)).toEqual({ Chi: 'speakers', Intitulé: 'title' })
    expect(columns(changed, 1)).toEqual({ Nome: 'title' })
  })

  test('speakers may stand in several columns', () => {
    expect(columns(corrected(mapping, 'a.csv', 'Moderatore', 'speakers'))).toEqual({
      Nota: 'title',
      Chi: 'speakers',
      Moderatore: 'speakers',
    })
  })

  test('a column is left out', () => {
    expect(columns(corrected(mapping, 'a.csv', 'Nota', null))).toEqual({ Chi: 'speakers' })
  })

  test('a table is taken for something else, and keeps its columns', () => {
    expect(takenFor(mapping, 'b.csv', 'left_out')).toEqual({
      tables: [mapping.tables[0], { table: 'b.csv', role: 'left_out', columns: { Nome: 'title' } }],
    })
  })
})
