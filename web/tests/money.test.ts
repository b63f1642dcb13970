import { describe, expect, test } from 'vitest'
import type { CostRow, EventBudget } from '@/protocol/routes'
import { readAmount, writeAmount } from '@/staff/money/amount'
import { effectOf, isSame, limitsOf } from '@/staff/money/budget'
import { lastHours } from '@/staff/money/hours'

describe('amounts', () => {
  test.each([
    ['25', '25'],
    [' 2,50 ', '2.50'],
    ['0.005', '0.005'],
    ['', null],
    ['1.000', undefined],
    ['1,000', undefined],
    ['1.000,50', undefined],
    ['$5', undefined],
    ['-5', undefined],
  ])('%j is read as %j', (text, amount) => {
    expect(readAmount(text)).toBe(amount)
  })

  test.each([
    ['5.000000000', '5'],
    ['2.500000000', '2.50'],
    ['0.008800000', '0.0088'],
    [null, ''],
  ])('%j is written as %j, and read as the same', (usd, text) => {
    expect(writeAmount(usd)).toBe(text)
    const read = readAmount(text)
    expect(read === null || read === undefined ? null : Number(read)).toBe(usd === null ? null : Number(usd))
  })
})

const budget: EventBudget = {
  event: 'expo',
  event_usd: '5.000000000',
  session_usd: null,
  afterwards: 'embedded',
  spent_usd: '2.000000000',
  spent_micro_usd: 2_000_000,
  held_back_usd: '0.500000000',
  verdict: 'ok',
}
const limits = limitsOf(budget)

describe('what a limit means', () => {
  test('no limit, some left, nothing left', () => {
    expect(effectOf(budget, { ...limits, event_usd: null })).toEqual({ kind: 'unlimited' })
    expect(effectOf(budget, limits)).toEqual({ kind: 'left', usd: 3 })
    expect(effectOf(budget, { ...limits, event_usd: '2.01' })).toEqual({
      kind: 'spent',
      afterwards: 'embedded',
    })
    expect(effectOf(budget, { ...limits, event_usd: '2.4', afterwards: 'nothing' })).toEqual({
      kind: 'spent',
      afterwards: 'nothing',
    })
  })

  test('the same amount written otherwise is no change', () => {
    expect(isSame(limits, { ...limits, event_usd: '5' })).toBe(true)
    expect(isSame(limits, { ...limits, session_usd: '0' })).toBe(false)
    expect(isSame(limits, { ...limits, afterwards: 'nothing' })).toBe(false)
  })
})

function row(key: string, cost_usd: string): CostRow {
  const counts = { responses: 1, transcriptions: 0, input_tokens: 0, cached_tokens: 0, output_tokens: 0 }
  return { key, cost_usd, cost_micro_usd: 0, ...counts, open_seconds: 0, estimated: 0, unpriced: 0 }
}

describe('hours', () => {
  test('a day up to the latest charge, also where nothing was charged', () => {
    expect(lastHours([])).toEqual([])
    const hours = lastHours([row('2026-04-18T08:00:00+00:00', '0.5'), row('2026-04-18T11:00:00+00:00', '1')])
    expect(hours.map(({ usd }) => usd)).toEqual([...Array<number>(20).fill(0), 0.5, 0, 0, 1])
    expect(hours.at(-1)?.at.toISOString()).toBe('2026-04-18T11:00:00.000Z')
    const days = lastHours([row('2026-04-16T08:00:00+00:00', '9'), row('2026-04-18T11:00:00+00:00', '1')])
    expect([days.length, days[0]?.usd, days[23]?.usd]).toEqual([24, 0, 1])
  })
})
