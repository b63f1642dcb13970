import type { Signal } from '@/protocol/signals'
import { absolute } from './api'

const AGAIN_AFTER_MS = 1_000

/** What the server tells beside the call; it is opened again whenever it breaks. */
export class SignalLine {
  private socket: WebSocket | null = null
  private session_id: string | null = null
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly onSignal: (signal: Signal) => void) {}

  /** Listens for a conversation; listening already is fine. */
  listen(session_id: string): void {
    if (session_id === this.session_id) return
    this.close()
    this.session_id = session_id
    this.open(session_id)
  }

  close(): void {
    clearTimeout(this.retry)
    this.session_id = null
    this.socket?.close()
    this.socket = null
  }

  private open(session_id: string): void {
    const socket = new WebSocket(absolute(`/api/session/${session_id}/signals`, 'ws'))
    this.socket = socket
    socket.addEventListener('message', ({ data }) => {
      const signal = readSignal(data)
      if (signal && this.socket === socket) this.onSignal(signal)
    })
    socket.addEventListener('close', () => {
      if (this.socket !== socket) return
      const pause_ms = AGAIN_AFTER_MS * (0.5 + Math.random())
      this.retry = setTimeout(() => {
        if (this.session_id === session_id) this.open(session_id)
      }, pause_ms)
    })
  }
}

const KNOWN: ReadonlySet<string> = new Set<Signal['type']>(['serving', 'bridging', 'renew'])

/** Reads one message; null when this page does not know it. */
export function readSignal(data: unknown): Signal | null {
  if (typeof data !== 'string') return null
  try {
    const read: unknown = JSON.parse(data)
    if (typeof read !== 'object' || read === null || !('type' in read)) return null
    return typeof read.type === 'string' && KNOWN.has(read.type) ? (read as Signal) : null
  } catch {
    return null
  }
}
