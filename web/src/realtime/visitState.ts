import type { LimitsShown } from '@/protocol/routes'
import type { Serving } from '@/protocol/signals'
import { type Conversation, EMPTY } from './conversation'
import type { Language } from './language'
import { IDLE, type Link } from './link'
import type { MicrophoneFault } from './microphone'
import { KEY_UP, type TalkKey } from './pushToTalk'

export type Mode = 'voice' | 'text'

/** Everything the screen shows of one visit. */
export interface VisitState {
  readonly conversation: Conversation
  readonly link: Link
  readonly key: TalkKey
  readonly language: Language
  readonly mode: Mode
  readonly handsFree: boolean
  readonly muted: boolean
  readonly microphone: 'off' | 'asking' | 'open' | MicrophoneFault
  readonly limits: LimitsShown | null
  /** Who speaks now; null until the server has said so. */
  readonly serving: Serving | null
  /** The line broke and somebody else takes over. */
  readonly bridging: boolean
  /** A passing change that is told once. */
  readonly news: 'back' | 'voice' | null
  /** When the first call opened, in epoch milliseconds. */
  readonly started_at_ms: number | null
  /** Typed questions that the server has not confirmed. */
  readonly outbox: readonly Typed[]
}

/** Where the visit keeps what the screen shows. */
export interface Store {
  getState(): VisitState
  setState(change: Partial<VisitState>): void
}

export interface Typed {
  readonly id: string
  readonly text: string
  readonly sent: boolean
}

export function newVisit(language: Language): VisitState {
  return {
    conversation: EMPTY,
    link: IDLE,
    key: KEY_UP,
    language,
    mode: 'text',
    handsFree: false,
    muted: false,
    microphone: 'off',
    limits: null,
    serving: null,
    bridging: false,
    news: null,
    started_at_ms: null,
    outbox: [],
  }
}

/** What the one big button says. */
export type Phase =
  | 'connecting'
  | 'ready'
  | 'listening'
  | 'thinking'
  | 'speaking'
  | 'muted'
  | 'textOnly'
  | 'paused'
  | 'offline'
  | 'refused'

/** Reads the state of the talk from everything that is going on. */
export function phaseOf(state: VisitState): Phase {
  const { conversation, link, key } = state
  if (link.phase === 'waiting') return 'offline'
  if (link.phase === 'refused') return 'refused'
  if (state.microphone === 'asking') return 'connecting'
  if (key.phase === 'held' || key.phase === 'latched') return 'listening'
  if (conversation.playing !== null) return 'speaking'
  if (conversation.hearing !== null && state.mode === 'voice') return 'listening'
  if (key.phase === 'closing' || conversation.awaiting || conversation.responding !== null) return 'thinking'
  if (state.mode === 'text') return 'textOnly'
  if (link.phase === 'minting' || link.phase === 'connecting') return 'connecting'
  if (link.phase === 'paused' || link.phase === 'idle') return 'paused'
  if (state.handsFree) return state.muted ? 'muted' : 'listening'
  return 'ready'
}
