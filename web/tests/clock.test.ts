import { createFormatter } from 'use-intl'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '@/realtime/language'
import { untilNextMinute } from '@/talk/event'

test('what is on is asked again when the clock of the congress shows another minute', () => {
  expect(untilNextMinute('2027-03-12T09:29:45.250+01:00')).toBe(14_750)
  expect(untilNextMinute('2027-03-12T09:30:00+05:45')).toBe(60_000)
})

describe('an English page', () => {
  const format = createFormatter({ locale: LOCALES.en, timeZone: 'UTC' })
  const at = new Date('2027-03-12T16:05:00Z')

  test('names the day before the month, and the hour of 24', () => {
    expect(format.dateTime(at, { dateStyle: 'long' })).toBe('12 March 2027')
    expect(format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })).toBe('12/03/2027, 16:05')
    expect(format.dateTime(at, { timeStyle: 'short' })).toBe('16:05')
  })

  test('writes dollars short', () => {
    const usd = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
    expect(format.number(9.5, usd)).toBe('$9.50')
  })
})
