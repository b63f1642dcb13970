import { ApiProblem, type Ticket, type TicketRequest, absolute, mintTicket } from './api'
import type { Call, CallEvents } from './call'
import { IDLE, type Link, type LinkEffect, type LinkEvent, type Transport, step } from './link'
import type { PageSettings } from './pageSettings'

export interface ConnectionNeeds {
  readonly request: () => TicketRequest
  readonly settings: (ticket: Ticket) => PageSettings
  /** What a voice call over this transport needs besides the ticket; nothing for text. */
  readonly media: (
    transport: Transport,
  ) => Promise<{ stream: MediaStream; element: HTMLAudioElement } | undefined>
  readonly events: Omit<CallEvents, 'onClosed'>
  /** Whether the visitor has been silent for so long that the server may have hung up for that. */
  readonly isIdle: () => boolean
  readonly onLink: (link: Link) => void
  readonly onTicket: (ticket: Ticket) => void
  readonly onProblem: (problem: ApiProblem) => void
}

/** Keeps one call open for a conversation: carries out what the link machine decides. */
export class Connection {
  private link: Link = IDLE
  private current: Call | null = null
  private ticket: Ticket | null = null
  private attempt = new AbortController()
  private retry: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly needs: ConnectionNeeds) {
    globalThis.addEventListener('online', this.onOnline)
  }

  /** The open call, if there is one. */
  get call(): Call | null {
    return this.link.phase === 'live' ? this.current : null
  }

  dispatch(event: LinkEvent): void {
    const [link, effects] = step(this.link, event)
    if (link === this.link && effects.length === 0) return
    this.link = link
    for (const effect of effects) this.carryOut(effect)
    this.needs.onLink(link)
  }

  dispose(): void {
    globalThis.removeEventListener('online', this.onOnline)
    this.dispatch({ type: 'stop' })
  }

  private readonly onOnline = () => this.dispatch({ type: 'online' })

  private carryOut(effect: LinkEffect): void {
    switch (effect.type) {
      case 'mint':
        clearTimeout(this.retry)
        this.attempt = new AbortController()
        void this.mint(this.attempt.signal)
        return
      case 'open':
        void this.open(effect.transport, effect.within_ms, this.attempt)
        return
      case 'retry':
        this.retry = setTimeout(() => this.dispatch({ type: 'retryDue' }), effect.after_ms)
        return
      case 'close':
        clearTimeout(this.retry)
        this.attempt.abort()
        this.current?.close()
        this.current = null
        return
      default:
        effect satisfies never
    }
  }

  private async mint(signal: AbortSignal): Promise<void> {
    try {
      const ticket = await mintTicket(this.needs.request(), signal)
      if (signal.aborted) return
      this.ticket = ticket
      this.needs.onTicket(ticket)
      this.dispatch({ type: 'minted' })
    } catch (error) {
      if (signal.aborted) return
      const problem =
        error instanceof ApiProblem ? error : new ApiProblem(0, 'unreachable', String(error), null)
      this.needs.onProblem(problem)
      this.dispatch({ type: 'refused', code: problem.code, retryable: problem.retryable })
    }
  }

  private async open(transport: Transport, within_ms: number, attempt: AbortController): Promise<void> {
    const ticket = this.ticket
    if (!ticket) return
    const { signal } = attempt
    const own = new AbortController()
    signal.addEventListener('abort', () => own.abort(), { once: true })
    let late: ReturnType<typeof setTimeout> | undefined
    try {
      const [{ openCall }, media] = await Promise.all([import('./transports'), this.needs.media(transport)])
      late = setTimeout(() => own.abort(new Error('no answer in time')), within_ms)
      const call = await openCall(
        {
          ticket: ticket.value,
          url: transport === 'webrtc' ? absolute(ticket.calls_url, 'http') : absolute(ticket.ws_url, 'ws'),
          settings: this.needs.settings(ticket),
          media,
          signal: own.signal,
        },
        {
          onSound: this.needs.events.onSound,
          onEvent: (event) => {
            clearTimeout(late)
            if (!signal.aborted) this.needs.events.onEvent(event)
          },
          onClosed: () => {
            if (!signal.aborted) this.dispatch({ type: 'lost', idle: this.needs.isIdle() })
          },
        },
      )
      if (signal.aborted) return call.close()
      this.current = call
      this.dispatch({ type: 'opened' })
    } catch (error) {
      const answered = error instanceof Error && error.name === 'CallRefused'
      if (!signal.aborted) this.dispatch({ type: 'failed', answered })
    } finally {
      clearTimeout(late)
    }
  }
}
