import type { SessionCard } from '@/protocol/results'
import type { Language } from './language'
import { send } from './api'

/** What the first screen shows of a congress. */
export interface EventInfo {
  readonly id: string
  readonly name: string
  readonly timezone: string
  /** The event's own clock. */
  readonly now: string
  readonly on_now: readonly SessionCard[]
  readonly next: readonly SessionCard[]
  readonly examples: readonly string[]
}

/** Loads the congress of this page; without a name, the one the server chooses. Raises `ApiProblem`. */
export async function loadEvent(event: string | null, language: Language): Promise<EventInfo> {
  const path = event === null ? '/api/events/default' : `/api/events/${encodeURIComponent(event)}`
  return (await send(`${path}?language=${language}`)) as EventInfo
}
