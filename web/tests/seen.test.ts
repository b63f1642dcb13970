import { describe, expect, test } from 'vitest'
import type { DeedShown } from '@/protocol/routes'
import { extended, refreshed, type Seen } from '@/staff/changes/seen'

const seen = (ids: readonly number[], more = false): Seen => ({
  deeds: ids.map((id) => ({ id }) as DeedShown),
  more,
})
const ids = ({ deeds }: Seen) => deeds.map(({ id }) => id)

describe('the history on the page', () => {
  test('what happens meanwhile comes in front, and earlier pages stay', () => {
    const known = extended(seen([9, 7, 6], true), seen([5, 2], false))
    expect(ids(known)).toEqual([9, 7, 6, 5, 2])
    const fresh = refreshed(known, seen([10, 9, 7], true))
    expect(ids(fresh)).toEqual([10, 9, 7, 6, 5, 2])
    expect(fresh.more).toBe(false)
  })

  test('a first page that leaves a gap is all that is shown', () => {
    const fresh = refreshed(seen([9, 7], false), seen([40, 39, 38], true))
    expect(ids(fresh)).toEqual([40, 39, 38])
    expect(fresh.more).toBe(true)
  })

  test('nothing known and nothing there', () => {
    expect(refreshed(null, seen([]))).toEqual(seen([]))
    expect(ids(refreshed(seen([]), seen([1])))).toEqual([1])
  })
})
