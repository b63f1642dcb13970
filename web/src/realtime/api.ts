import type { Answer, Answered, Problem, Token, TokenRequest } from '@/protocol/routes'

/** The organiser wants nothing served once the money is spent. */
export const BUDGET_SPENT = 'budget_spent'

/** What the server says when it refuses, in its own words. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string | null,
    /** How long the server asks to wait. */
    readonly retry_after_ms = 0,
    /** Which of the staff was faster. */
    readonly who: string | null = null,
  ) {
    super(message)
  }
  /** Whether time alone may help: money that is spent does not come back by waiting. */
  get retryable(): boolean {
    if (this.code === BUDGET_SPENT) return false
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Asks for a ticket. Raises `ApiProblem`; status 0 means that the server was not reached. */
export async function mintTicket(request: TokenRequest, signal: AbortSignal): Promise<Token> {
  return (await send('/api/realtime/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
    signal,
  })) as Token
}

/** Says the visitor's own yes or no to what Charlotte wants to do. Raises `ApiProblem`. */
export async function answerConfirmation(answer: Answer): Promise<Answered> {
  return (await send('/api/realtime/confirm', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(answer),
  })) as Answered
}

/** Sends a request to our own server and reads JSON, also from refusals. */
export async function send(path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(path, init).catch((error: unknown) => {
    throw new ApiProblem(0, 'unreachable', error instanceof Error ? error.message : 'unreachable', null)
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>
  throw new ApiProblem(
    response.status,
    problem.code ?? `http_${response.status}`,
    problem.message ?? response.statusText,
    problem.hint ?? null,
    1_000 * Number(response.headers.get('Retry-After') ?? 0),
    problem.who ?? null,
  )
}

/** Makes an address of our own server absolute, as the SDK wants it. */
export function absolute(path: string, scheme: 'http' | 'ws'): string {
  const url = new URL(path, globalThis.location.href)
  if (scheme === 'ws') url.protocol = url.protocol.replace('http', 'ws')
  return url.href
}
