import type { ServerEvent as KnownServerEvent } from '@/protocol/realtime'
import { SERVER_EVENT_TYPES } from '@/protocol/serverEventTypes'

/** An event of a type this page does not know; it changes nothing. */
export interface UnknownServerEvent {
  readonly type: 'unknown'
}

export type ServerEvent = KnownServerEvent | UnknownServerEvent

const known: ReadonlySet<string> = new Set(SERVER_EVENT_TYPES)

/** Reads one frame of the wire; null when it is not an event at all. */
export function readServerEvent(text: string): ServerEvent | null {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof data !== 'object' || data === null || !('type' in data) || typeof data.type !== 'string')
    return null
  return known.has(data.type) ? (data as KnownServerEvent) : { type: 'unknown' }
}
