import type { TurnDetection } from './turnDetection'

export interface TicketRequest {
  readonly event: string | null
  readonly language: string
  readonly mode: 'voice' | 'text'
  readonly session_id: string | null
}

export interface Limits {
  readonly max_seconds: number
  readonly idle_seconds: number
}

/** A one-use permission to open a call, and what the server has configured for it. */
export interface Ticket {
  readonly session_id: string
  readonly value: string
  readonly calls_url: string
  readonly ws_url: string
  readonly session: { readonly turn_detection: TurnDetection | null }
  readonly limits: Limits
}

/** What the server says when it refuses, in its own words. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string | null,
  ) {
    super(message)
  }
  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Asks for a ticket. Raises `ApiProblem`; status 0 means that the server was not reached. */
export async function mintTicket(request: TicketRequest, signal: AbortSignal): Promise<Ticket> {
  const body = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null))
  return (await send('/api/realtime/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  })) as Ticket
}

/** Sends a request to our own server and reads JSON, also from refusals. */
export async function send(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, init).catch((error: unknown) => {
    throw new ApiProblem(0, 'unreachable', error instanceof Error ? error.message : 'unreachable', null)
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Record<string, string>>
  throw new ApiProblem(
    response.status,
    problem['code'] ?? `http_${response.status}`,
    problem['message'] ?? response.statusText,
    problem['hint'] ?? null,
  )
}

/** Makes an address of our own server absolute, as the SDK wants it. */
export function absolute(path: string, scheme: 'http' | 'ws'): string {
  const url = new URL(path, globalThis.location.href)
  if (scheme === 'ws') url.protocol = url.protocol.replace('http', 'ws')
  return url.href
}
