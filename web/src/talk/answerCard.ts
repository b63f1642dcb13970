import type {
  CheckedIn,
  FactCard,
  PassageCard,
  PlaceCard,
  RegistrationResult,
  SessionCard,
  ToolResult,
} from '@/protocol/results'

/** What is drawn of a tool's result: one thing in full, others as rows. */
export interface AnswerCard {
  readonly timezone: string
  readonly now: string
  readonly main: SessionCard | null
  readonly place: PlaceCard | null
  readonly person: { readonly name: string; readonly affiliation?: string } | null
  /** What documents say, in their own words: one for each thing that was asked. */
  readonly passages: readonly PassageCard[]
  /** What the organisers told by hand, with where it stands. */
  readonly facts: readonly FactCard[]
  /** The visitor's own registration; never whose it is. */
  readonly registration: RegistrationResult | CheckedIn | null
  readonly rows: readonly SessionCard[]
  readonly rowsAre: 'also' | 'nearest' | 'now' | 'next' | null
  /** How many sessions there are beyond the rows. */
  readonly more: number
}

/** Returns the card of the last result that has something to show; sessions looked up one after the other are a list. */
export function answerCard(results: readonly ToolResult[]): AnswerCard | null {
  const last = results.map(cardOf).findLast(hasSomething)
  if (!last) return null
  if (last.passages.length > 0) return { ...last, passages: allPassages(results) }
  const kind = results.at(-1)?.type
  // One after the other sessions are looked up, or what is on in each of several rooms.
  if (kind !== 'session' && kind !== 'whats_on') return last
  const alike = results.slice(results.findLastIndex(({ type }) => type !== kind) + 1)
  const mains = alike.map(cardOf).flatMap(({ main, rows }) => [...(main ? [main] : []), ...rows])
  const sessions = [...new Map(mains.map((session) => [session.id, session])).values()]
  return alike.length > 1 && sessions.length > 1 ? { ...last, main: null, ...rows(sessions, null) } : last
}

/** Returns every passage that documents gave, the same one once. */
function allPassages(results: readonly ToolResult[]): readonly PassageCard[] {
  const found = results.flatMap((result) => cardOf(result).passages)
  return [...new Map(found.map((passage) => [`${passage.id} ${passage.quote}`, passage])).values()]
}

/** Returns the card of a finished answer with the passages that it quotes; one that quotes none tells of the last. */
export function withQuoted(card: AnswerCard | null, text: string): AnswerCard | null {
  if (!card || card.passages.length < 2) return card
  const quoted = card.passages.filter(({ quote }) => text.includes(quote))
  return { ...card, passages: quoted.length > 0 ? quoted : card.passages.slice(-1) }
}

/** Returns the card with the one session of a list that the answer tells of first: which lunch it is, of all breaks. */
export function withTold(card: AnswerCard | null, text: string): AnswerCard | null {
  if (!card || card.main || card.rows.length < 2 || card.rowsAre !== null) return card
  const named = card.rows.filter(({ title }) => text.includes(title))
  if (new Set(named.map(({ title }) => title)).size !== 1) return card
  const later = (one: SessionCard) => Date.parse(one.start ?? '') >= Date.parse(card.now)
  const main = named.find((one) => tells(text, one.start, card.timezone)) ?? named.find(later) ?? named[0]
  if (!main) return card
  return { ...card, main, ...rows(others(card.rows, main), 'also') }
}

/** Other breaks are no alternatives to the one that was asked for. */
function others(all: readonly SessionCard[], main: SessionCard): readonly SessionCard[] {
  return main.kind === 'break' ? [] : all.filter(({ id }) => id !== main.id)
}

/** Whether a text tells when a session begins, as "13:00", "1:00 pm" or "9h05". */
function tells(text: string, start: string | null | undefined, timezone: string): boolean {
  if (!start) return false
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' })
  const [hour = '', minute = ''] = parts.format(new Date(start)).split(':')
  return new RegExp(
    `(?<!\\d)(?:0?${Number(hour)}|0?${Number(hour) % 12 || 12})\\s?[:.h]\\s?${minute}(?!\\d)`,
  ).test(text)
}

function hasSomething(card: AnswerCard): boolean {
  const one = card.main ?? card.place ?? card.person ?? card.registration
  return one !== null || card.passages.length > 0 || card.facts.length > 0 || card.rows.length > 0
}

function cardOf(result: ToolResult): AnswerCard {
  const card: AnswerCard = {
    timezone: result.timezone,
    now: result.now,
    main: null,
    place: null,
    person: null,
    passages: [],
    facts: [],
    registration: null,
    rows: [],
    rowsAre: null,
    more: 0,
  }
  switch (result.type) {
    case 'session':
      return { ...card, main: result.session ?? null, ...rows(result.also_listed, 'also') }
    case 'sessions':
      if (result.match === 'none') return card
      // A weak match is a question back: nothing may look like the answer.
      if (result.match === 'weak') {
        return { ...card, ...rows([...result.sessions, ...result.alternatives], 'nearest') }
      }
      return list(card, result.sessions, result.alternatives, result.total)
    case 'whats_on':
      if (result.sessions.length === 0) return { ...card, ...rows(result.next_sessions, 'next') }
      // During a break, what comes after it.
      if (result.when === 'now' && result.next_sessions.length > 0 && result.sessions.length === 1) {
        return { ...list(card, result.sessions, [], result.total), ...rows(result.next_sessions, 'next') }
      }
      return list(card, result.sessions, [], result.total)
    case 'speaker':
      if (!result.speaker) return card
      return {
        ...list(card, result.speaker.sessions, [], result.speaker.sessions.length),
        person: result.speaker,
      }
    case 'place':
      return {
        ...card,
        place: result.place ?? null,
        ...(result.on_now.length > 0 ? rows(result.on_now, 'now') : rows(result.next_sessions, 'next')),
      }
    case 'passages': {
      const [best] = result.passages
      const sure = best?.match === 'exact' || best?.match === 'close'
      return sure && best.quote ? { ...card, passages: [best] } : card
    }
    case 'facts':
      return { ...card, facts: result.facts }
    case 'registration':
      // Something is asked back: there is nothing to show yet.
      return result.state === 'code_needed' || result.state === 'surname_needed'
        ? card
        : { ...card, registration: result }
    case 'checked_in':
      return { ...card, registration: result }
    default:
      return result satisfies never
  }
}

/** A single session is the answer; several are a list. */
function list(
  card: AnswerCard,
  sessions: readonly SessionCard[],
  alternatives: readonly SessionCard[],
  total: number,
): AnswerCard {
  const [first] = sessions
  if (first && sessions.length === 1) return { ...card, main: first, ...rows(alternatives, 'also') }
  return { ...card, ...rows(sessions, null), more: Math.max(0, total - sessions.length) }
}

function rows(sessions: readonly SessionCard[], rowsAre: AnswerCard['rowsAre']) {
  return { rows: sessions, rowsAre: sessions.length > 0 ? rowsAre : null }
}

/** Returns a written answer without the lines of its list, which the card's rows already show. */
export function besideRows(text: string, card: AnswerCard | null): string {
  if (!card || card.rows.length < 2) return text
  const kept = text.split('\n').filter((line) => !line.startsWith('- '))
  return kept.join('\n').trim() || text
}
