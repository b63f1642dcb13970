import { describe, expect, test } from 'vitest'
import { placeOf, tableNameOf } from '@/staff/places'

describe('where something stands in a file', () => {
  test.each([
    ['row 3', { table: null, unit: 'row', number: '3' }],
    ['plan.xlsx: Samstag, row 5', { table: 'plan.xlsx: Samstag', unit: 'row', number: '5' }],
    ['a, b.csv, row 12, column Sala Verdi', { table: 'a, b.csv', number: '12', column: 'Sala Verdi' }],
    ['programme.pdf, page 4', { table: 'programme.pdf', unit: 'page', number: '4' }],
    ['avviso.txt, piece 9', { table: 'avviso.txt', unit: 'piece', number: '9' }],
    ['liste.csv, row 3, Speaker 2', { table: 'liste.csv', unit: 'row', column: null, within: 'Speaker 2' }],
  ])('%s is told apart', (text, parts) => {
    expect(placeOf(text)).toMatchObject(parts)
  })

  test.each(['schedule.json: [] 95', 'a1b2', 'row of chairs', 'sessions.csv'])(
    '%s is the source’s own words',
    (text) => {
      expect(placeOf(text)).toBeNull()
    },
  )

  test('a table of a document is called by its number, one of a spreadsheet as its author calls it', () => {
    expect(tableNameOf('programme.html: table 2')).toEqual({
      file: 'programme.html',
      kind: 'table',
      number: '2',
    })
    expect(tableNameOf('programme.docx: lines (2)')).toMatchObject({ kind: 'lines' })
    expect(tableNameOf('liste.csv: papers')).toMatchObject({ file: 'liste.csv', kind: 'papers' })
    expect(tableNameOf('plan.xlsx: table 2')).toBeNull()
  })
})
