import type { Token, TokenRequest } from '@/protocol/routes'
import { ApiProblem, absolute, mintTicket } from './api'
import type { Call, CallEvents } from './call'
import { IDLE, type Link, type LinkEffect, type LinkEvent, type Transport, step } from './link'
import type { PageSettings } from './pageSettings'
import { update } from './turnDetection'
import type { ServerEvent } from './serverEvent'

export interface ConnectionNeeds {
  readonly request: () => TokenRequest
  readonly settings: (ticket: Token) => PageSettings
  /** What a voice call over this transport needs besides the ticket; nothing for text. */
  readonly media: (transport: Transport) => Promise<Media | undefined>
  /** The same for a call that takes over: it hears nothing before `take`. */
  readonly mediaBeside: () => MediaBeside
  /** Resolves when nobody says anything, or when that has taken too long. */
  readonly quiet: () => Promise<void>
  readonly events: Omit<CallEvents, 'onClosed'>
  /** Whether the visitor has been silent for so long that the server may have hung up for that. */
  readonly isIdle: () => boolean
  readonly onLink: (link: Link) => void
  readonly onTicket: (ticket: Token) => void
  /** The server knows the earlier conversation no more: the next call begins a new one. */
  readonly onForgotten: () => void
}

export interface Media {
  readonly stream: MediaStream
  readonly element: HTMLAudioElement
}

export interface MediaBeside extends Media {
  readonly take: () => void
}

/** A call that takes over once the moment has come; what it says before that waits. */
interface Successor {
  readonly call: Call
  readonly said: ServerEvent[]
  readonly take: () => void
}

/** How the server says that a conversation is not this device's, or is not there. */
const FORGOTTEN: ReadonlySet<number> = new Set([401, 403, 404])

/** Keeps one call open for a conversation: carries out what the link machine decides. */
export class Connection {
  private link: Link = IDLE
  private current: Call | null = null
  private successor: Successor | null = null
  private ticket: Token | null = null
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
      case 'prepare':
        void this.prepare(effect.within_ms, this.attempt.signal)
        return
      case 'switch':
        this.takeOver()
        return
      case 'retry':
        // Not all pages of a hall in step.
        this.retry = setTimeout(
          () => this.dispatch({ type: 'retryDue' }),
          effect.after_ms * (0.5 + Math.random() / 2),
        )
        return
      case 'close':
        clearTimeout(this.retry)
        this.attempt.abort()
        this.current?.close()
        this.successor?.call.close()
        this.current = this.successor = null
        return
      default:
        effect satisfies never
    }
  }

  private async mint(signal: AbortSignal): Promise<void> {
    try {
      const ticket = await this.mintOnceMore(signal)
      if (signal.aborted) return
      this.ticket = ticket
      this.needs.onTicket(ticket)
      this.dispatch({ type: 'minted' })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiProblem) || error.status === 0) return this.dispatch({ type: 'unreachable' })
      const { code, retryable, retry_after_ms } = error
      this.dispatch({ type: 'refused', code, retryable, retry_after_ms })
    }
  }

  /** A conversation that cannot be taken up again must not keep the visitor from talking. */
  private async mintOnceMore(signal: AbortSignal): Promise<Token> {
    const request = this.needs.request()
    try {
      return await mintTicket(request, signal)
    } catch (error) {
      const forgotten = error instanceof ApiProblem && FORGOTTEN.has(error.status)
      if (!forgotten || request.session_id === null) throw error
      this.needs.onForgotten()
      return mintTicket(this.needs.request(), signal)
    }
  }

  private async open(transport: Transport, within_ms: number, attempt: AbortController): Promise<void> {
    const ticket = this.ticket
    if (!ticket) return
    const { signal } = attempt
    let call: Call | null = null
    try {
      const media = await this.needs.media(transport)
      const opened = await this.dial(ticket, transport, media, within_ms, signal, {
        onSound: this.needs.events.onSound,
        onEvent: (event) => {
          if (!signal.aborted) this.needs.events.onEvent(event)
        },
        onClosed: () => {
          if (!signal.aborted && call !== null && this.current === call) {
            this.dispatch({ type: 'lost', idle: this.needs.isIdle() })
          }
        },
      })
      if (signal.aborted) return opened.close()
      this.current = call = opened
      this.dispatch({ type: 'opened' })
    } catch (error) {
      const answered = error instanceof Error && error.name === 'CallRefused'
      if (!signal.aborted) this.dispatch({ type: 'failed', answered })
    }
  }

  private async prepare(within_ms: number, signal: AbortSignal): Promise<void> {
    let call: Call | null = null
    try {
      const ticket = await mintTicket(this.needs.request(), signal)
      const { take, ...media } = this.needs.mediaBeside()
      const said: ServerEvent[] = []
      const opened = await this.dial(ticket, 'webrtc', media, within_ms, signal, {
        onSound: this.needs.events.onSound,
        onEvent: (event) => {
          if (signal.aborted) return
          if (this.current === call) this.needs.events.onEvent(event)
          else said.push(event)
        },
        onClosed: () => {
          if (signal.aborted) return
          if (this.current === call) this.dispatch({ type: 'lost', idle: this.needs.isIdle() })
          else if (this.successor?.call === call) this.successor = null
        },
      })
      call = opened
      this.successor = { call: opened, said, take }
      await this.needs.quiet()
      if (signal.aborted) return
      this.dispatch({ type: this.successor ? 'prepared' : 'notPrepared' })
    } catch {
      call?.close()
      if (!signal.aborted) this.dispatch({ type: 'notPrepared' })
    }
  }

  private takeOver(): void {
    if (!this.successor) return
    const { call, said, take } = this.successor
    const old = this.current
    this.current = call
    this.successor = null
    take()
    for (const event of said) this.needs.events.onEvent(event)
    old?.close()
  }

  private async dial(
    ticket: Token,
    transport: Transport,
    media: Media | undefined,
    within_ms: number,
    signal: AbortSignal,
    events: CallEvents,
  ): Promise<Call> {
    const own = new AbortController()
    signal.addEventListener('abort', () => own.abort(), { once: true })
    const { openCall } = await import('./transports')
    const late = setTimeout(() => own.abort(new Error('no answer in time')), within_ms)
    const settings = this.needs.settings(ticket)
    try {
      const call = await openCall(
        {
          ticket: ticket.value,
          url: transport === 'webrtc' ? absolute(ticket.calls_url, 'http') : absolute(ticket.ws_url, 'ws'),
          attachUrl: transport === 'webrtc' && ticket.attach_url ? absolute(ticket.attach_url, 'http') : null,
          settings,
          media: transport === 'webrtc' ? media : undefined,
          signal: own.signal,
        },
        {
          ...events,
          onEvent: (event) => {
            clearTimeout(late)
            events.onEvent(event)
          },
        },
      )
      // Whoever goes hands-free while the call opens is to be heard as well.
      const wished = this.needs.settings(ticket)
      if (JSON.stringify(wished) !== JSON.stringify(settings)) call.send(update(wished))
      return call
    } finally {
      clearTimeout(late)
    }
  }
}
