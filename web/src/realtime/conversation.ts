import type { Session } from '@/protocol/realtime'
import type { Confirmation, ToolResult } from '@/protocol/results'

export type TurnState = 'streaming' | 'done' | 'interrupted' | 'failed'

/** What one side said. */
export interface Turn {
  readonly id: string
  readonly role: 'user' | 'assistant'
  readonly text: string
  readonly state: TurnState
  /** Whether it was said aloud, so that captions follow the voice. */
  readonly spoken: boolean
  /** What the answer rests on, in the order the tools answered. */
  readonly results: readonly ToolResult[]
}

/** Something that went wrong and passes: shown once. */
export interface Notice {
  readonly id: string
  readonly kind: 'error' | 'failed' | 'incomplete' | 'unheard'
  readonly code: string | null
}

/** The conversation as the page knows it, whichever call it runs over. */
export interface Conversation {
  readonly session: Session | null
  readonly turns: readonly Turn[]
  /** Ids of all items of this exchange, tool calls too: what a correction takes back. */
  readonly exchange: readonly string[]
  /** Results that came before the answer they belong to. */
  readonly waitingResults: readonly ToolResult[]
  readonly seenOutputs: ReadonlySet<string>
  /** What Charlotte may do only with the visitor's yes, as long as it is open. */
  readonly confirmation: Confirmation | null
  /** The item under way while the visitor speaks, as voice detection sees it. */
  readonly hearing: string | null
  /** A question was handed over and no answer has begun. */
  readonly awaiting: boolean
  readonly responding: string | null
  readonly playing: string | null
  /** The answer that began to sound last. */
  readonly sounded: string | null
  /** A spoken answer that is made and has not begun to sound: the two come in either order. */
  readonly unsounded: string | null
  readonly notice: Notice | null
}

export const EMPTY: Conversation = {
  session: null,
  turns: [],
  exchange: [],
  waitingResults: [],
  seenOutputs: new Set(),
  confirmation: null,
  hearing: null,
  awaiting: false,
  responding: null,
  playing: null,
  sounded: null,
  unsounded: null,
  notice: null,
}

/** Changes one turn, or appends it when it is new. */
export function withTurn(
  conversation: Conversation,
  id: string,
  role: Turn['role'],
  change: (turn: Turn) => Turn,
): Conversation {
  const { turns } = conversation
  const index = turns.findIndex((turn) => turn.id === id)
  const found = turns[index]
  if (found) {
    const changed = change(found)
    return changed === found ? conversation : { ...conversation, turns: turns.with(index, changed) }
  }
  const blank: Turn = { id, role, text: '', state: 'streaming', spoken: false, results: [] }
  return { ...conversation, turns: [...turns, change(blank)] }
}

/** Adds what the visitor typed before the server confirms it. */
export function typed(conversation: Conversation, id: string, text: string): Conversation {
  const added = withTurn(conversation, id, 'user', (turn) => ({ ...turn, text, state: 'done' }))
  return { ...added, awaiting: true, waitingResults: [] }
}

/** Keeps the words of a call that ended; what was under way is over. */
export function callEnded(conversation: Conversation): Conversation {
  const { playing, turns } = conversation
  const sounding = playing !== null ? turns.findLast(isSpokenAnswer) : undefined
  const isCut = (turn: Turn) => turn.state === 'streaming' || (turn === sounding && turn.state === 'done')
  return {
    ...conversation,
    turns: turns.some(isCut)
      ? turns.map((turn) => (isCut(turn) ? { ...turn, state: 'interrupted' } : turn))
      : turns,
    hearing: null,
    awaiting: false,
    responding: null,
    playing: null,
    unsounded: null,
  }
}

function isSpokenAnswer({ role, spoken }: Turn): boolean {
  return role === 'assistant' && spoken
}

/** The last question and everything said after it. */
export function lastExchange(turns: readonly Turn[]): readonly Turn[] {
  const start = turns.findLastIndex((turn) => turn.role === 'user')
  return start < 0 ? turns : turns.slice(start)
}

/** Whether the last thing said is a question that nobody is answering. */
export function unanswered(conversation: Conversation): Turn | null {
  const last = conversation.turns.at(-1)
  const idle = !conversation.awaiting && conversation.responding === null
  return last?.role === 'user' && last.text !== '' && last.state === 'done' && idle ? last : null
}
