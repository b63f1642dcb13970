import { describe, expect, test } from 'vitest'
import type { PassagesResult, SessionCard, SessionsResult, ToolResult } from '@/protocol/results'
import { answerCard, besideRows, withQuoted, withTold } from '@/talk/answerCard'

const session = (id: string): SessionCard => ({
  id,
  title: `Session ${id}`,
  kind: 'talk',
  speakers: [],
  chairs: [],
  status: 'scheduled',
  phase: 'unknown',
  match: 'exact',
})
const common = { event_id: 'e', timezone: 'Europe/Rome', now: '2026-04-11T10:00:00+02:00', notes: [] }
const sessions = (match: SessionsResult['match'], ...ids: string[]): ToolResult => ({
  ...common,
  type: 'sessions',
  match,
  understood: {},
  total: ids.length,
  sessions: ids.map(session),
  alternatives: [],
})

const passages = (match: PassagesResult['match'], quote: string): ToolResult => ({
  ...common,
  type: 'passages',
  match,
  query: 'parking',
  passages: [
    {
      id: 'faq.md#1',
      document: 'faq.md',
      title: 'FAQ',
      headings: ['Parking'],
      page: 2,
      language: 'en',
      quote,
      text: quote,
      match,
    },
  ],
})

describe('answer card', () => {
  test('one session that fits is the answer', () => {
    expect(answerCard([sessions('exact', 'a')])).toMatchObject({ main: { id: 'a' }, rows: [], more: 0 })
  })

  test('several are a list that says how many it leaves out', () => {
    const found = sessions('close', 'a', 'b', 'c', 'd', 'e', 'f')
    const card = answerCard([{ ...found, total: 9 } as ToolResult])
    expect(card?.main).toBeNull()
    expect(card?.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    expect(card?.more).toBe(3)
  })

  test('sessions looked up one after the other are all there, to choose between them; the same one is one', () => {
    const details = (id: string): ToolResult => ({
      ...common,
      type: 'session',
      match: 'exact',
      session: session(id),
      also_listed: [],
    })
    const card = answerCard([sessions('weak', 'c'), details('a'), details('b')])
    expect(card?.main).toBeNull()
    expect(card?.rows.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(answerCard([sessions('exact', 'a'), details('a')])).toMatchObject({ main: { id: 'a' }, rows: [] })
  })

  test('what is on in each of two rooms is all there', () => {
    const on = (id: string) =>
      ({ ...sessions('exact', id), type: 'whats_on', next_sessions: [] }) as unknown as ToolResult
    expect(answerCard([on('a'), on('b')])?.rows.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(answerCard([on('a')])?.main?.id).toBe('a')
  })

  test('a registration is shown once it is known how it stands, and a told fact with its place', () => {
    const asked = { ...common, type: 'registration', match: 'none', state: 'surname_needed' } as ToolResult
    const found = {
      ...common,
      type: 'registration',
      match: 'exact',
      state: 'found',
      ticket: 'Full pass',
    } as const
    const done = {
      ...common,
      type: 'checked_in',
      match: 'exact',
      already: false,
      checked_in_at: common.now,
    } as ToolResult
    expect(answerCard([asked])).toBeNull()
    expect(answerCard([asked, found])?.registration).toEqual(found)
    expect(answerCard([found, done])?.registration).toEqual(done)
    const facts = [{ topic: 'wifi', value: 'Guest', place: 'Guide, Wi-Fi' }]
    expect(answerCard([{ ...common, type: 'facts', match: 'exact', facts }])?.facts).toEqual(facts)
  })

  test('a list is not written beside the rows that show it', () => {
    const card = answerCard([sessions('close', 'a', 'b')])
    expect(besideRows('2 sessions.\n- At 9: A\n- At 10: B\nC is cancelled.', card)).toBe(
      '2 sessions.\nC is cancelled.',
    )
    expect(besideRows('- At 9: A\n- At 10: B', card)).toBe('- At 9: A\n- At 10: B')
    expect(besideRows('1 session.\n- At 9: A', answerCard([sessions('exact', 'a')]))).toContain('- At 9: A')
  })

  test('what was not found has no card', () => {
    const near = { ...sessions('none'), alternatives: [session('a')] } as ToolResult
    expect(answerCard([near])).toBeNull()
  })

  test('a weak match never looks like the answer', () => {
    expect(answerCard([sessions('weak', 'a')])).toMatchObject({
      main: null,
      rows: [{ id: 'a' }],
      rowsAre: 'nearest',
    })
  })

  test('the last result that found something is drawn', () => {
    expect(answerCard([sessions('exact', 'a'), sessions('none')])).toMatchObject({ main: { id: 'a' } })
    expect(answerCard([sessions('exact', 'a'), sessions('exact', 'b')])).toMatchObject({ main: { id: 'b' } })
    expect(answerCard([sessions('none')])).toBeNull()
    expect(answerCard([])).toBeNull()
  })

  test('each of two things that documents answer is quoted, and nothing that was only looked up', () => {
    const [dogs, lockers] = ['Dogs are welcome.', 'Lockers cost 2 euros.']
    const card = answerCard([passages('exact', dogs), passages('close', lockers), passages('exact', dogs)])
    expect(card?.passages.map(({ quote }) => quote)).toEqual([dogs, lockers])
    const quotes = (text: string) => withQuoted(card, text)?.passages.map(({ quote }) => quote)
    expect(quotes(`The documents say: “${dogs}” And: “${lockers}”`)).toEqual([dogs, lockers])
    expect(quotes(`The documents say: “${dogs}”`)).toEqual([dogs])
    expect(quotes('You can lock your bag away.')).toEqual([lockers])
  })

  test('a document is quoted only where it surely answers', () => {
    expect(answerCard([passages('exact', 'It is free.')])).toMatchObject({ passages: [{ page: 2 }] })
    expect(answerCard([passages('weak', 'It is free.')])).toBeNull()
    expect(answerCard([passages('exact', '')])).toBeNull()
  })

  test('of several breaks the one that the answer tells of is shown, on the day and at the hour it names', () => {
    const found = sessions('exact', 'registration', 'coffee', 'today', 'tomorrow')
    const at = (id: string, title: string, start: string) => ({
      ...session(id),
      kind: 'break' as const,
      title,
      start,
    })
    const breaks = [
      at('registration', 'Anmeldung', '2026-04-11T08:00:00+02:00'),
      at('coffee', 'Kaffeepause', '2026-04-11T10:30:00+02:00'),
      at('today', 'Mittagspause', '2026-04-11T13:00:00+02:00'),
      at('tomorrow', 'Mittagspause', '2026-04-12T12:15:00+02:00'),
    ]
    const card = answerCard([{ ...found, sessions: breaks } as ToolResult])
    expect(withTold(card, 'Heute um 13:00 Uhr, im Foyer: „Mittagspause“.')).toMatchObject({
      main: { id: 'today' },
      rows: [],
    })
    expect(withTold(card, 'Tomorrow at 12:15 pm: “Mittagspause”.')?.main?.id).toBe('tomorrow')
    expect(withTold(card, 'Als Nächstes kommt „Mittagspause“.')?.main?.id).toBe('today')
    expect(withTold(card, '2: „Kaffeepause“, „Mittagspause“.')).toBe(card)
    expect(withTold(card, 'Das weiß ich nicht.')).toBe(card)
  })
})
