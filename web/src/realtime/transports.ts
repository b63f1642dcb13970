// The only module that imports the SDK: it is loaded when a call is opened, not with the page.
import {
  OpenAIRealtimeWebRTC,
  OpenAIRealtimeWebSocket,
  RealtimeAgent,
  RealtimeSession,
  type RealtimeTransportLayer,
} from '@openai/agents-realtime'
import type { ClientEvent } from '@/protocol/realtime'
import type { Call, CallEvents } from './call'
import type { PageSettings } from './pageSettings'
import { type ServerEvent, readServerEvent } from './serverEvent'

interface Hooks {
  readonly settings: PageSettings
  readonly onEvent: (event: ServerEvent) => void
  readonly onSound: (pcm: ArrayBuffer, response_id: string) => void
}

/** The SDK answers every function call itself; here the server's sideband does, so the SDK never hears of them. */
const ANSWERED_BY_SERVER = 'function_call'

class CharlotteWebRTC extends OpenAIRealtimeWebRTC {
  constructor(
    private readonly hooks: Hooks,
    options: ConstructorParameters<typeof OpenAIRealtimeWebRTC>[0],
  ) {
    super(options)
  }
  /** The SDK's own configuration would overwrite the server's instructions and tools. */
  override updateSessionConfig(): void {
    this.sendEvent({ type: 'session.update', session: { type: 'realtime', ...this.hooks.settings } })
  }
  protected override _updateTracingConfig(): void {}
  protected override _onMessage(event: MessageEvent): void {
    surface(event, this.hooks)
    quietly(() => super._onMessage(event))
  }
  override emit(...args: Parameters<OpenAIRealtimeWebRTC['emit']>): boolean {
    return args[0] === ANSWERED_BY_SERVER ? true : super.emit(...args)
  }
}

class CharlotteWebSocket extends OpenAIRealtimeWebSocket {
  constructor(private readonly hooks: Hooks) {
    super()
  }
  override updateSessionConfig(): void {
    this.sendEvent({ type: 'session.update', session: { type: 'realtime', ...this.hooks.settings } })
  }
  protected override _updateTracingConfig(): void {}
  protected override _onMessage(event: MessageEvent): void {
    surface(event, this.hooks)
    quietly(() => super._onMessage(event))
  }
  protected override _onAudio(audio: Parameters<OpenAIRealtimeWebSocket['_onAudio']>[0]): void {
    this.hooks.onSound(audio.data, audio.responseId)
  }
  /** The SDK guesses by the clock how much was heard; the page's player knows and truncates by itself. */
  override interrupt(): void {}
  override emit(...args: Parameters<OpenAIRealtimeWebSocket['emit']>): boolean {
    return args[0] === ANSWERED_BY_SERVER ? true : super.emit(...args)
  }
}

function surface(event: MessageEvent, hooks: Hooks): void {
  const read = typeof event.data === 'string' ? readServerEvent(event.data) : null
  if (read) hooks.onEvent(read)
}

/** The SDK's parser throws on items it does not know; the page reads events by itself and goes on. */
function quietly(parse: () => void): void {
  try {
    parse()
  } catch (error) {
    console.debug('charlotte: the SDK could not read an event', error)
  }
}

export interface CallOptions {
  readonly ticket: string
  readonly url: string
  /** Where to tell the call's id, when the offer went to the provider itself. */
  readonly attachUrl?: string | null | undefined
  readonly settings: PageSettings
  /** Given for WebRTC: what is said, and the element that plays the answer. */
  readonly media?: { readonly stream: MediaStream; readonly element: HTMLAudioElement } | undefined
  /** Gives the attempt up. */
  readonly signal: AbortSignal
}

/** The server answered and refused: the way to it is open, so another transport would not help. */
export class CallRefused extends Error {
  override readonly name = 'CallRefused'
}

/** No WebRTC calls there (status 501): the WebSocket may still serve. */
const REFUSED = /^Realtime call request failed with status (?!501)/

/** Has the server follow a call it did not open. */
async function attach(url: string, ticket: string, call_id: string | undefined): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ticket}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ call_id }),
  })
  if (!response.ok) throw new Error(`the server cannot follow the call (${response.status})`)
}

/** Opens a call through the official session; resolves when the server has taken the page's settings. */
export async function openCall(options: CallOptions, events: CallEvents): Promise<Call> {
  const hooks: Hooks = { settings: options.settings, onEvent: events.onEvent, onSound: events.onSound }
  const transport: RealtimeTransportLayer & { sendEvent(event: never): void } = options.media
    ? new CharlotteWebRTC(hooks, { mediaStream: options.media.stream, audioElement: options.media.element })
    : new CharlotteWebSocket(hooks)
  const session = new RealtimeSession(new RealtimeAgent({ name: 'Charlotte' }), {
    transport,
    tracingDisabled: true,
  })
  // Faults of the wire reach the page as `error` events; those of the SDK itself end the call below.
  session.on('error', () => {})
  let closed = false
  transport.on('connection_change', (status) => {
    if (status !== 'disconnected' || closed) return
    closed = true
    events.onClosed()
  })
  const giveUp = () => {
    closed = true
    session.close()
  }
  options.signal.addEventListener('abort', giveUp)
  try {
    options.signal.throwIfAborted()
    await session.connect({ apiKey: options.ticket, url: options.url })
    if (options.attachUrl && transport instanceof OpenAIRealtimeWebRTC) {
      await attach(options.attachUrl, options.ticket, transport.callId)
    }
  } catch (error) {
    giveUp()
    // The SDK tells a refusal from a broken line only in words.
    const refused = error instanceof Error && REFUSED.test(error.message)
    throw refused ? new CallRefused(error.message) : error
  } finally {
    options.signal.removeEventListener('abort', giveUp)
  }
  return {
    transport: options.media ? 'webrtc' : 'websocket',
    send: (event: ClientEvent) => transport.sendEvent(event as never),
    close: giveUp,
  }
}
