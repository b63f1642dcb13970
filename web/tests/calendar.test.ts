import { expect, test } from 'vitest'
import type { SessionCard } from '@/protocol/results'
import { calendarFile } from '@/talk/calendar'

const session: SessionCard = {
  id: 'a,b',
  title: 'Größe; Maß, und „Zeit“ \\ oder: warum eine sehr lange Überschrift über mehrere Zeilen gehen muss',
  start: '2026-04-11T14:30:00+02:00',
  end: '2026-04-11T15:10:00+02:00',
  day: '2026-04-11',
  room: 'Sala Verdi',
  kind: 'talk',
  language: 'de',
  speakers: ['Ada Rossi', 'Jörg Weiß'],
  chairs: [],
  status: 'scheduled',
  phase: 'future',
  minutes_until_start: 20,
  minutes_until_end: 60,
  match: 'exact',
}
const event = { id: 'somewhere-2026', name: 'Somewhere 2026' }
const now = new Date('2026-04-11T12:00:00Z')

const file = (changes: Partial<SessionCard> = {}) => calendarFile({ ...session, ...changes }, event, now)
const unfolded = (content: string | null) => (content ?? '').replaceAll('\r\n ', '').split('\r\n')

test('times are in UTC and text is escaped', () => {
  const lines = unfolded(file())
  expect(lines).toContain('DTSTART:20260411T123000Z')
  expect(lines).toContain('DTEND:20260411T131000Z')
  expect(lines).toContain('LOCATION:Sala Verdi')
  expect(lines).toContain('UID:a\\,b@somewhere-2026.charlotte')
  expect(lines.find((line) => line.startsWith('SUMMARY'))).toContain('Größe\\; Maß\\, und „Zeit“ \\\\ oder:')
  expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toBe(
    'DESCRIPTION:Ada Rossi\\, Jörg Weiß\\nSomewhere 2026',
  )
})

test('no line is longer than 75 octets, and no character is torn apart', () => {
  const encoder = new TextEncoder()
  const lines = (file() ?? '').split('\r\n')
  expect(lines.at(-1)).toBe('')
  for (const line of lines) expect(encoder.encode(line).length).toBeLessThanOrEqual(75)
  expect(lines.join('')).not.toContain('�')
})

test('what has no end has none in the file, and what has no time has no file', () => {
  expect(unfolded(file({ end: undefined })).some((line) => line.startsWith('DTEND'))).toBe(false)
  expect(file({ start: undefined })).toBeNull()
})

test('what does not take place has no file, and no button that would make one', () => {
  expect(file({ status: 'cancelled' })).toBeNull()
  expect(file({ status: 'removed' })).toBeNull()
  expect(unfolded(file({ status: 'moved' }))).toContain('DTSTART:20260411T123000Z')
})
