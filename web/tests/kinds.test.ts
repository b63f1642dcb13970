import { expect, test } from 'vitest'
import { kindsOf, linesOf } from '@/staff/kinds'

const warning = (code: string, message: string) => ({ code, message })

test('warnings of a kind are told together, each kind where it first appears', () => {
  const kinds = kindsOf([
    warning('no_room', 'a has no room'),
    warning('overlap', 'a and b'),
    warning('no_room', 'b has no room'),
  ])
  expect(kinds.map(({ code, count }) => [code, count])).toEqual([
    ['no_room', 2],
    ['overlap', 1],
  ])
})

test('those that the server did not list are counted', () => {
  expect(kindsOf([warning('no_room', 'a')], { no_room: 812, overlap: 3 })).toMatchObject([{ count: 812 }])
})

test('without codes, as before they were kept, each message is a kind', () => {
  expect(kindsOf([warning('', 'a'), warning('', 'b'), warning('', 'a')])).toMatchObject([
    { count: 2 },
    { count: 1 },
  ])
})

test('many of a kind take one line, a few of them one each', () => {
  expect(linesOf({ no_room: 41, overlap: 2 })).toBe(3)
})
