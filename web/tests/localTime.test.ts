import { describe, expect, test } from 'vitest'
import { clockOf, dayOf, daysBetween, readClock } from '@/staff/programme/localTime'

describe('when a session is moved to', () => {
  test.each([
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['9h15', '09:15'],
    ['9 h', '09:00'],
    [' 9 ', '09:00'],
    ['930', '09:30'],
    ['0905', '09:05'],
    ['00:00', '00:00'],
  ])('%s is a time of day', (typed, read) => {
    expect(readClock(typed)).toBe(read)
  })

  test.each(['', '24:00', '12:60', '2:30 PM', '14:3', 'noon', '12345'])('%s is none', (typed) => {
    expect(readClock(typed)).toBeNull()
  })

  test('the day and the time are those of the event, not of the browser', () => {
    expect(dayOf('2026-04-17T22:30:00Z', 'Europe/Rome')).toBe('2026-04-18')
    expect(clockOf('2026-04-17T22:30:00Z', 'Europe/Rome')).toBe('00:30')
  })

  test('days without sessions between two of the event are offered, weeks between two are not', () => {
    expect(daysBetween(['2026-04-20', '2026-04-18', '2026-04-20'])).toEqual([
      '2026-04-18',
      '2026-04-19',
      '2026-04-20',
    ])
    expect(daysBetween(['2026-04-18', '2026-06-01'])).toEqual(['2026-04-18', '2026-06-01'])
    expect(daysBetween([])).toEqual([])
  })
})
