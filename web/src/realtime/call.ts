import type { ClientEvent } from '@/protocol/realtime'
import type { Transport } from './link'
import type { ServerEvent } from './serverEvent'

export interface CallEvents {
  readonly onEvent: (event: ServerEvent) => void
  /** A piece of the answer as 16-bit PCM at 24 kHz; only over the WebSocket. */
  readonly onSound: (pcm: ArrayBuffer, response_id: string) => void
  /** The call ended, and not because the page closed it. */
  readonly onClosed: () => void
}

/** One open call. */
export interface Call {
  readonly transport: Transport
  send(event: ClientEvent): void
  close(): void
}
