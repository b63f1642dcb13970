import type { AudioInput, ClientEvent, Session } from '@/protocol/realtime'
import type { Token } from '@/protocol/routes'
import type { PageSettings } from './pageSettings'

export type TurnDetection = NonNullable<AudioInput['turn_detection']>

/** Used hands-free where the server's own configuration has no voice detection. */
const LISTEN_FOR_THE_END: TurnDetection = {
  type: 'semantic_vad',
  create_response: true,
  interrupt_response: true,
}

/** Returns how the server would notice the end of a turn. */
export function turnDetectionOf(ticket: Token | null): TurnDetection | null {
  return (ticket?.session.turn_detection ?? null) as TurnDetection | null
}

export interface Wishes {
  readonly mode: 'voice' | 'text'
  readonly handsFree: boolean
}

/** Returns what the page asks of a call: who decides that a turn is over, and whether the answer is spoken. */
export function pageSettings(wishes: Wishes, configured: TurnDetection | null): PageSettings {
  const listens = wishes.mode === 'voice' && wishes.handsFree
  return {
    output_modalities: [wishes.mode === 'voice' ? 'audio' : 'text'],
    audio: { input: { turn_detection: listens ? (configured ?? LISTEN_FOR_THE_END) : null } },
  }
}

/** Returns the update that changes the language and leaves the rest of the transcription as the server set it. */
export function languageSettings(session: Session | null, language: string): PageSettings {
  return { audio: { input: { transcription: { ...session?.audio?.input?.transcription, language } } } }
}

/** Returns the event that changes a running call so. */
export function update(settings: PageSettings): ClientEvent {
  return { type: 'session.update', session: { type: 'realtime', ...settings } }
}
