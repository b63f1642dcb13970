import type { ItemAdded, Message, Response } from '@/protocol/realtime'
import { type Conversation, type Turn, callEnded, withTurn } from './conversation'
import type { ServerEvent } from './serverEvent'
import { readConfirmation, readToolResult } from './toolResult'

type Item = ItemAdded['item']

/** Applies what the server said to what the page knows. */
export function reduce(state: Conversation, event: ServerEvent): Conversation {
  switch (event.type) {
    case 'session.created':
      return { ...callEnded(state), session: event.session }
    case 'session.updated':
      return { ...state, session: event.session }
    case 'error':
      return complain(state, event.event_id, event.error.code ?? null)

    case 'conversation.item.added':
    case 'conversation.item.done':
    case 'conversation.item.retrieved':
      return placeItem(state, event.item, event.type === 'conversation.item.added')
    case 'conversation.item.deleted':
      return { ...state, turns: state.turns.filter((turn) => turn.id !== event.item_id) }
    case 'conversation.item.truncated':
      return withKnownTurn(state, event.item_id, (turn) => ({ ...turn, state: 'interrupted' }))

    case 'conversation.item.input_audio_transcription.delta':
      return withTurn(state, event.item_id, 'user', (turn) => ({
        ...turn,
        spoken: true,
        text: turn.text + (event.delta ?? ''),
      }))
    case 'conversation.item.input_audio_transcription.completed':
      return heard(state, event.item_id, event.transcript)
    case 'conversation.item.input_audio_transcription.failed':
      return notice(heard(state, event.item_id, ''), event.event_id, 'unheard', event.error.code ?? null)

    case 'input_audio_buffer.speech_started':
      return { ...state, hearing: event.item_id }
    case 'input_audio_buffer.speech_stopped':
      return { ...state, hearing: null }
    case 'input_audio_buffer.committed':
      return { ...state, hearing: null, awaiting: true, waitingResults: [] }
    case 'input_audio_buffer.cleared':
      return { ...state, hearing: null }

    case 'response.created':
      return { ...state, awaiting: false, responding: event.response.id, unsounded: null }
    case 'response.done':
      return responseDone(state, event.response, event.event_id)
    case 'response.output_item.added':
    case 'response.output_item.done':
      return placeItem(state, event.item, event.type === 'response.output_item.added')
    case 'response.output_text.delta':
      return withTurn(state, event.item_id, 'assistant', (turn) => ({
        ...turn,
        text: turn.text + event.delta,
      }))
    case 'response.output_text.done':
      return withTurn(state, event.item_id, 'assistant', (turn) => ({ ...turn, text: event.text }))
    case 'response.output_audio_transcript.delta':
      return withTurn(state, event.item_id, 'assistant', (turn) => ({
        ...turn,
        spoken: true,
        text: turn.text + event.delta,
      }))
    case 'response.output_audio_transcript.done':
      return withTurn(state, event.item_id, 'assistant', (turn) => ({
        ...turn,
        spoken: true,
        text: event.transcript,
      }))

    case 'output_audio_buffer.started':
      return { ...state, playing: event.response_id, sounded: event.response_id, unsounded: null }
    case 'output_audio_buffer.stopped':
    case 'output_audio_buffer.cleared':
      return { ...state, playing: null, unsounded: null }

    case 'conversation.created':
    case 'conversation.item.input_audio_transcription.segment':
    case 'input_audio_buffer.timeout_triggered':
    case 'input_audio_buffer.dtmf_event_received':
    case 'response.content_part.added':
    case 'response.content_part.done':
    case 'response.output_audio.delta':
    case 'response.output_audio.done':
    case 'response.function_call_arguments.delta':
    case 'response.function_call_arguments.done':
    case 'mcp_list_tools.in_progress':
    case 'mcp_list_tools.completed':
    case 'mcp_list_tools.failed':
    case 'response.mcp_call_arguments.delta':
    case 'response.mcp_call_arguments.done':
    case 'response.mcp_call.in_progress':
    case 'response.mcp_call.completed':
    case 'response.mcp_call.failed':
    case 'rate_limits.updated':
    case 'unknown':
      return state
    default:
      return event satisfies never
  }
}

function placeItem(before: Conversation, item: Item, fresh: boolean): Conversation {
  const state = { ...before, exchange: exchangeWith(before.exchange, item) }
  switch (item.type) {
    case 'message':
      return item.id && (item.role === 'user' || item.role === 'assistant')
        ? placeMessage(state, item.id, item.role, item, fresh)
        : state
    case 'function_call_output': {
      if (state.seenOutputs.has(item.call_id)) return state
      const result = readToolResult(item.output)
      return {
        ...state,
        seenOutputs: new Set(state.seenOutputs).add(item.call_id),
        waitingResults: result ? [...state.waitingResults, result] : state.waitingResults,
        confirmation: confirmationAfter(state, item.output),
      }
    }
    case 'function_call':
    case 'mcp_list_tools':
    case 'mcp_call':
    case 'mcp_approval_request':
    case 'mcp_approval_response':
    case 'item_reference':
      return state
    default:
      // An item of a newer kind: the wire's unions are open.
      item satisfies never
      return state
  }
}

/** A question stays open until its tool says what came of it; answers of the programme's tools do not touch it. */
function confirmationAfter(state: Conversation, output: string): Conversation['confirmation'] {
  const asked = readConfirmation(output)
  if (asked) return asked.state === 'pending' ? asked : null
  const result = readToolResult(output)
  return result && result.type !== 'checked_in' ? state.confirmation : null
}

/** A question begins a new exchange; whatever follows belongs to it. */
function exchangeWith(exchange: readonly string[], item: Item): readonly string[] {
  const { id } = item
  if (!id || exchange.includes(id)) return exchange
  return item.type === 'message' && item.role === 'user' ? [id] : [...exchange, id]
}

function placeMessage(
  state: Conversation,
  id: string,
  role: Turn['role'],
  item: Message,
  fresh: boolean,
): Conversation {
  const text = textOf(item)
  const isNew = !state.turns.some((turn) => turn.id === id)
  const results = role === 'assistant' && isNew ? state.waitingResults : []
  const placed = withTurn(state, id, role, (turn) => ({
    ...turn,
    // A truncated item comes back without its words: what was shown stays.
    text: text || turn.text,
    spoken: turn.spoken || isSpoken(item),
    state: turnState(turn, item, fresh),
    results: isNew ? results : turn.results,
  }))
  return results.length > 0 ? { ...placed, waitingResults: [] } : placed
}

function turnState(turn: Turn, item: Message, fresh: boolean): Turn['state'] {
  if (turn.state !== 'streaming') return turn.state
  if (item.status === 'incomplete') return 'interrupted'
  const complete = item.status === 'completed' || (!fresh && item.status !== 'in_progress')
  // A spoken question is complete on the wire before its words are known.
  if (item.role === 'user') return isSpoken(item) && textOf(item) === '' ? 'streaming' : 'done'
  return complete ? 'done' : 'streaming'
}

function textOf(item: Message): string {
  return (item.content ?? [])
    .map((part) => {
      switch (part.type) {
        case 'input_text':
        case 'output_text':
          return part.text ?? ''
        case 'input_audio':
        case 'output_audio':
          return part.transcript ?? ''
        case 'input_image':
          return ''
        default:
          part satisfies never
          return ''
      }
    })
    .join('')
}

function isSpoken(item: Message): boolean {
  return (item.content ?? []).some((part) => part.type === 'input_audio' || part.type === 'output_audio')
}

function heard(state: Conversation, id: string, transcript: string): Conversation {
  if (transcript.trim() === '') return { ...state, turns: state.turns.filter((turn) => turn.id !== id) }
  return withTurn(state, id, 'user', (turn) => ({ ...turn, spoken: true, text: transcript, state: 'done' }))
}

function responseDone(state: Conversation, response: Response, eventId: string): Conversation {
  const ids = new Set(response.output?.map((item) => ('id' in item ? item.id : null)))
  const ended: Conversation = {
    ...state,
    responding: state.responding === response.id ? null : state.responding,
    unsounded: willSound(state, response) ? response.id : state.unsounded,
    turns: state.turns.map((turn) =>
      ids.has(turn.id) && turn.state === 'streaming' ? { ...turn, state: endState(response) } : turn,
    ),
  }
  if (response.status === 'failed') {
    const code = response.status_details?.error?.['code']
    return notice(ended, eventId, 'failed', typeof code === 'string' ? code : null)
  }
  if (response.status === 'incomplete') {
    return notice(ended, eventId, 'incomplete', response.status_details?.reason ?? null)
  }
  return ended
}

function willSound({ sounded }: Conversation, { id, status, output }: Response): boolean {
  const spoken = output?.some((item) => item.type === 'message' && isSpoken(item)) ?? false
  return status === 'completed' && spoken && sounded !== id
}

/** Crossed messages are nobody's trouble; the rest is told. */
function complain(state: Conversation, id: string, code: string | null): Conversation {
  switch (code) {
    case 'response_cancel_not_active':
    // The answer comes as text, and a banner says so.
    case 'voice_unavailable':
      return state
    // Nobody listens yet, and a banner says so.
    case 'hearing_unavailable':
      return { ...state, awaiting: false }
    case 'input_audio_buffer_commit_empty':
      return notice(state, id, 'unheard', code)
    default:
      return notice(state, id, 'error', code)
  }
}

function endState(response: Response): Turn['state'] {
  if (response.status === 'failed') return 'failed'
  return response.status === 'completed' ? 'done' : 'interrupted'
}

function notice(
  state: Conversation,
  id: string,
  kind: NonNullable<Conversation['notice']>['kind'],
  code: string | null,
): Conversation {
  return { ...state, awaiting: false, notice: { id, kind, code } }
}

function withKnownTurn(state: Conversation, id: string, change: (turn: Turn) => Turn): Conversation {
  return { ...state, turns: state.turns.map((turn) => (turn.id === id ? change(turn) : turn)) }
}
