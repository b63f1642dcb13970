import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Conversation, EMPTY, callEnded, typed, unanswered } from '@/realtime/conversation'
import { reduce } from '@/realtime/reduce'
import { readServerEvent } from '@/realtime/serverEvent'

type Sent = { type: string } & Record<string, unknown>

/** Sends frames as they come over the wire. */
function after(start: Conversation, ...events: Sent[]): Conversation {
  return events.reduce((state, event, index) => {
    const read = readServerEvent(JSON.stringify({ event_id: `event_${index}`, ...event }))
    return read ? reduce(state, read) : state
  }, start)
}

const spokenQuestion: Sent[] = [
  { type: 'input_audio_buffer.committed', item_id: 'item_q' },
  {
    type: 'conversation.item.added',
    item: {
      type: 'message',
      id: 'item_q',
      role: 'user',
      status: 'completed',
      content: [{ type: 'input_audio', transcript: null }],
    },
  },
  { type: 'response.created', response: { id: 'resp_1', status: 'in_progress', output: [] } },
]
const heard: Sent = {
  type: 'conversation.item.input_audio_transcription.completed',
  item_id: 'item_q',
  content_index: 0,
  transcript: 'Where is the keynote?',
}
const place = { response_id: 'resp_1', item_id: 'item_a', output_index: 0, content_index: 0 }
const answer: Sent[] = [
  {
    type: 'response.output_item.added',
    response_id: 'resp_1',
    output_index: 0,
    item: { type: 'message', id: 'item_a', role: 'assistant', status: 'in_progress', content: [] },
  },
  { type: 'response.output_audio_transcript.delta', ...place, delta: 'In the ' },
  { type: 'response.output_audio_transcript.delta', ...place, delta: 'main hall.' },
]
const message = (id: string, status: string) => ({
  type: 'message',
  id,
  role: 'assistant',
  status,
  content: [],
})

describe('what the server says', () => {
  test('an answer that is made is awaited until it sounds, whichever comes first', () => {
    const spoken = {
      ...message('item_a', 'completed'),
      content: [{ type: 'output_audio', transcript: 'Yes.' }],
    }
    const done = { type: 'response.done', response: { id: 'resp_1', status: 'completed', output: [spoken] } }
    const started = { type: 'output_audio_buffer.started', response_id: 'resp_1' }
    const stopped = { type: 'output_audio_buffer.stopped', response_id: 'resp_1' }
    const made = after(EMPTY, ...spokenQuestion, ...answer, done)
    expect([made.unsounded, made.playing]).toEqual(['resp_1', null])
    expect([after(made, started).unsounded, after(made, started).playing]).toEqual([null, 'resp_1'])
    for (const before of [[started], [started, stopped]]) {
      expect(after(EMPTY, ...spokenQuestion, ...answer, ...before, done).unsounded).toBeNull()
    }
    expect(callEnded(made).unsounded).toBeNull()
    expect(callEnded(after(made, started)).turns.at(-1)?.state).toBe('interrupted')
    expect(callEnded(after(made, started, stopped)).turns.at(-1)?.state).toBe('done')
    const written = { ...spoken, content: [{ type: 'output_text', text: 'Yes.' }] }
    expect(after(EMPTY, { ...done, response: { ...done.response, output: [written] } }).unsounded).toBeNull()
  })

  test('a spoken question is shown once its words are known, even after the answer began', () => {
    const state = after(EMPTY, ...spokenQuestion, ...answer, heard)
    expect(state.turns.map(({ role, text, state }) => [role, text, state])).toEqual([
      ['user', 'Where is the keynote?', 'done'],
      ['assistant', 'In the main hall.', 'streaming'],
    ])
    expect(state.responding).toBe('resp_1')
  })

  test('noise that held no words leaves no trace', () => {
    const state = after(EMPTY, ...spokenQuestion, { ...heard, transcript: ' ' })
    expect(state.turns).toEqual([])
  })

  test('what a tool found belongs to the answer that follows', () => {
    const output = JSON.stringify({ type: 'place', place: { name: 'Main hall' } })
    const item = { type: 'function_call_output', id: 'item_o', call_id: 'call_1', output }
    const added: Sent = { type: 'conversation.item.added', item }
    const state = after(EMPTY, ...spokenQuestion, added, added, ...answer)
    expect(state.turns.at(-1)?.results).toHaveLength(1)
    expect(state.waitingResults).toEqual([])
  })

  test('an exchange is the question and all that followed it, tool calls too', () => {
    const call = {
      type: 'function_call',
      id: 'item_c',
      call_id: 'call_1',
      name: 'find_place',
      arguments: '{}',
    }
    const added: Sent = { type: 'conversation.item.added', item: call }
    const state = after(EMPTY, ...spokenQuestion, added, ...answer)
    expect(state.exchange).toEqual(['item_q', 'item_c', 'item_a'])
    const next = {
      type: 'message',
      id: 'item_n',
      role: 'user',
      content: [{ type: 'input_text', text: 'And?' }],
    }
    expect(after(state, { type: 'conversation.item.added', item: next }).exchange).toEqual(['item_n'])
  })

  test('tools that failed or are not ours give no card', () => {
    for (const output of ['no such session', '{"error":"timeout"}', 'null']) {
      const item = { type: 'function_call_output', call_id: output, output }
      const state = after(EMPTY, ...spokenQuestion, { type: 'conversation.item.added', item }, ...answer)
      expect(state.turns.at(-1)?.results).toEqual([])
    }
  })

  test('an interrupted answer keeps its words', () => {
    const done: Sent = {
      type: 'response.done',
      response: { id: 'resp_1', status: 'cancelled', output: [message('item_a', 'incomplete')] },
    }
    const truncated: Sent = {
      type: 'conversation.item.truncated',
      item_id: 'item_a',
      content_index: 0,
      audio_end_ms: 300,
    }
    const retrieved: Sent = { type: 'conversation.item.retrieved', item: message('item_a', 'incomplete') }
    const state = after(EMPTY, ...spokenQuestion, ...answer, done, truncated, retrieved)
    expect(state.turns.at(-1)).toMatchObject({ text: 'In the main hall.', state: 'interrupted' })
    expect(state.notice).toBeNull()
    expect(state.responding).toBeNull()
  })

  test.each([
    ['failed', { error: { code: 'server_error' } }, 'failed', 'server_error'],
    ['incomplete', { reason: 'max_output_tokens' }, 'incomplete', 'max_output_tokens'],
  ])('a response that %s is told', (status, status_details, kind, code) => {
    const response = { id: 'resp_1', status, status_details, output: [] }
    const state = after(EMPTY, ...spokenQuestion, { type: 'response.done', response })
    expect(state.notice).toMatchObject({ kind, code })
  })

  test('an error is told, unless it is about two messages that crossed', () => {
    const error = (code: string): Sent => ({ type: 'error', error: { code, message: '' } })
    expect(after(EMPTY, error('invalid_value')).notice).toMatchObject({ kind: 'error' })
    expect(after(EMPTY, error('input_audio_buffer_commit_empty')).notice).toMatchObject({ kind: 'unheard' })
    expect(after(EMPTY, error('response_cancel_not_active')).notice).toBeNull()
    expect(after(EMPTY, error('voice_unavailable')).notice).toBeNull()
    const waits = { ...EMPTY, awaiting: true }
    expect(after(waits, error('hearing_unavailable'))).toMatchObject({ notice: null, awaiting: false })
  })

  test('a new call keeps the conversation, and items told again are not doubled', () => {
    const before = callEnded(after(EMPTY, ...spokenQuestion, ...answer, heard))
    expect(before.turns.at(-1)?.state).toBe('interrupted')
    const again: Sent[] = [
      { type: 'session.created', session: { type: 'realtime' } },
      {
        type: 'conversation.item.added',
        item: {
          type: 'message',
          id: 'item_q',
          role: 'user',
          content: [{ type: 'input_text', text: 'Where is the keynote?' }],
        },
      },
      {
        type: 'conversation.item.added',
        item: {
          type: 'message',
          id: 'item_a',
          role: 'assistant',
          content: [{ type: 'output_text', text: 'In the main hall.' }],
        },
      },
    ]
    const state = after(before, ...again)
    expect(state.turns.map(({ text }) => text)).toEqual(['Where is the keynote?', 'In the main hall.'])
  })

  test('a typed question shows at once and is confirmed under its own id', () => {
    const state = typed(EMPTY, 'item_t', 'Where is lunch?')
    expect(state.awaiting).toBe(true)
    const item = {
      type: 'message',
      id: 'item_t',
      role: 'user',
      content: [{ type: 'input_text', text: 'Where is lunch?' }],
    }
    expect(after(state, { type: 'conversation.item.added', item }).turns).toHaveLength(1)
    expect(unanswered(state)).toBeNull()
    expect(unanswered(callEnded(state))?.id).toBe('item_t')
  })

  test('unknown events, unknown items and nonsense change nothing', () => {
    const start = after(EMPTY, ...spokenQuestion)
    expect(after(start, { type: 'response.sparkles.added' })).toBe(start)
    expect(
      after(start, { type: 'conversation.item.added', item: { type: 'hologram', id: 'x' } }).turns,
    ).toEqual(start.turns)
    for (const text of ['', 'null', '[]', '{"kind":1}', '{']) expect(readServerEvent(text)).toBeNull()
  })
})

test('every server event of the contract has its place', () => {
  const contract = JSON.parse(
    readFileSync(new URL('../contract/realtime.json', import.meta.url), 'utf8'),
  ) as {
    components: {
      schemas: Record<string, { properties?: Record<string, { const?: string }>; oneOf?: { $ref: string }[] }>
    }
  }
  const { schemas } = contract.components
  const names = schemas['ServerEvent']?.oneOf?.map(({ $ref }) => $ref.split('/').pop() ?? '') ?? []
  const types = names.map((name) => schemas[name]?.properties?.['type']?.const ?? '')
  expect(types.length).toBeGreaterThan(40)
  for (const type of types) {
    const read = readServerEvent(JSON.stringify({ type, event_id: 'e' }))
    expect(read?.type, type).toBe(type)
  }
})

describe('a question that a tool waits for', () => {
  const output = (id: string, result: Record<string, unknown>): Sent => ({
    type: 'conversation.item.added',
    item: { type: 'function_call_output', id, call_id: id, output: JSON.stringify(result) },
  })
  const asked = output('call_1', {
    type: 'confirmation',
    state: 'pending',
    confirmation_id: 'conf_1',
    tool: 'ask_staff',
    question: 'Shall I?',
    note: '',
  })

  test('stays open beside the answers of the programme', () => {
    const state = after(EMPTY, asked, output('call_2', { type: 'sessions', sessions: [] }))
    expect(state.confirmation?.confirmation_id).toBe('conf_1')
  })

  test.each([
    { type: 'help_request' },
    { type: 'checked_in' },
    { type: 'confirmation', state: 'declined', confirmation_id: 'conf_1' },
    { error: { code: 'tool_failed', message: '' } },
  ])('is over when the tool says what came of it: %j', (result) => {
    expect(after(EMPTY, asked, output('call_3', result)).confirmation).toBeNull()
  })
})
