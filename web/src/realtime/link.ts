export type Transport = 'webrtc' | 'websocket'

/** The way to the server: which step it is in, over which transport, after how many failures in a row. */
export type Link =
  | { readonly phase: 'idle' }
  | {
      readonly phase: 'minting' | 'connecting'
      readonly transport: Transport
      readonly failures: number
    }
  /** Trying again by itself; `code` is the server's reason, null when it was not reached. */
  | {
      readonly phase: 'waiting'
      readonly transport: Transport
      readonly failures: number
      readonly code: string | null
    }
  /** `renewing`: another call is being opened, which takes over from this one. */
  | { readonly phase: 'live'; readonly transport: Transport; readonly renewing: boolean }
  /** Nobody spoke for long: the call ended by itself and goes on at the next word. */
  | { readonly phase: 'paused'; readonly transport: Transport }
  | { readonly phase: 'refused'; readonly transport: Transport; readonly code: string }

export type LinkEvent =
  | { readonly type: 'start'; readonly transport: Transport }
  | { readonly type: 'minted' }
  | {
      readonly type: 'refused'
      readonly code: string
      readonly retryable: boolean
      readonly retry_after_ms: number
    }
  | { readonly type: 'unreachable' }
  | { readonly type: 'opened' }
  /** The call did not open, or not in time; `answered` when the server itself said no. */
  | { readonly type: 'failed'; readonly answered: boolean }
  | { readonly type: 'lost'; readonly idle: boolean }
  /** The server says that the call is over and another one is to be opened at once. */
  | { readonly type: 'broken' }
  /** The server asks for a call that takes over from this one. */
  | { readonly type: 'renew' }
  | { readonly type: 'prepared' }
  | { readonly type: 'notPrepared' }
  | { readonly type: 'retryDue' }
  | { readonly type: 'online' }
  | { readonly type: 'stop' }

export type LinkEffect =
  | { readonly type: 'mint' }
  | { readonly type: 'open'; readonly transport: Transport; readonly within_ms: number }
  /** Opens a second call beside the first. */
  | { readonly type: 'prepare'; readonly within_ms: number }
  /** Goes over to the second call and closes the first. */
  | { readonly type: 'switch' }
  | { readonly type: 'retry'; readonly after_ms: number }
  | { readonly type: 'close' }

export const IDLE: Link = { phase: 'idle' }

/** UDP that is blocked shows only as silence: after this long without a data channel the page takes the WebSocket. */
const OPEN_WITHIN_MS: Record<Transport, number> = { webrtc: 5_000, websocket: 10_000 }
/** A network that comes back is found within two seconds; a server that refuses is left alone longer. */
const RETRY_AFTER_MS = { unreachable: [500, 1_000, 2_000], refused: [500, 1_000, 2_000, 5_000] }

type Step = readonly [Link, readonly LinkEffect[]]

/** Decides what the link does next. */
export function step(link: Link, event: LinkEvent): Step {
  switch (event.type) {
    case 'start':
      return mint(event.transport, 0, link.phase === 'idle' ? [] : [{ type: 'close' }])
    case 'minted':
      if (link.phase !== 'minting') return [link, []]
      return [
        { ...link, phase: 'connecting' },
        [{ type: 'open', transport: link.transport, within_ms: OPEN_WITHIN_MS[link.transport] }],
      ]
    case 'refused':
      if (link.phase !== 'minting') return [link, []]
      if (event.retryable) {
        return wait(link.transport, link.failures + 1, [], event.code, event.retry_after_ms)
      }
      return [{ phase: 'refused', transport: link.transport, code: event.code }, []]
    case 'unreachable':
      if (link.phase !== 'minting') return [link, []]
      return wait(link.transport, link.failures + 1, [])
    case 'opened':
      if (link.phase !== 'connecting') return [link, []]
      return [{ phase: 'live', transport: link.transport, renewing: false }, []]
    case 'failed':
      if (link.phase !== 'connecting') return [link, []]
      if (event.answered) return wait(link.transport, link.failures + 1, [{ type: 'close' }], 'call_refused')
      // The ticket is used up, so the other transport needs a new one.
      if (link.transport === 'webrtc') return mint('websocket', link.failures, [{ type: 'close' }])
      return wait('websocket', link.failures + 1, [{ type: 'close' }])
    case 'lost':
      if (link.phase !== 'live') return [link, []]
      if (event.idle) return [{ phase: 'paused', transport: link.transport }, [{ type: 'close' }]]
      return wait(link.transport, 1, [{ type: 'close' }])
    case 'broken':
      return link.phase === 'live' || link.phase === 'waiting'
        ? mint(link.transport, 0, [{ type: 'close' }])
        : [link, []]
    case 'renew':
      // Over the WebSocket the server changes calls by itself.
      if (link.phase !== 'live' || link.renewing || link.transport === 'websocket') return [link, []]
      return [{ ...link, renewing: true }, [{ type: 'prepare', within_ms: OPEN_WITHIN_MS.webrtc }]]
    case 'prepared':
      if (link.phase !== 'live' || !link.renewing) return [link, []]
      return [{ ...link, renewing: false }, [{ type: 'switch' }]]
    case 'notPrepared':
      return link.phase === 'live' ? [{ ...link, renewing: false }, []] : [link, []]
    case 'retryDue':
      return link.phase === 'waiting' ? mint(link.transport, link.failures, []) : [link, []]
    case 'online':
      return link.phase === 'waiting' ? mint(link.transport, 0, []) : [link, []]
    case 'stop':
      return [IDLE, link.phase === 'idle' ? [] : [{ type: 'close' }]]
    default:
      return event satisfies never
  }
}

function mint(transport: Transport, failures: number, before: readonly LinkEffect[]): Step {
  return [{ phase: 'minting', transport, failures }, [...before, { type: 'mint' }]]
}

function wait(
  transport: Transport,
  failures: number,
  before: readonly LinkEffect[],
  code: string | null = null,
  at_least_ms = 0,
): Step {
  const pauses = RETRY_AFTER_MS[code === null ? 'unreachable' : 'refused']
  const pause_ms = pauses[Math.min(failures, pauses.length) - 1] ?? 0
  return [
    { phase: 'waiting', transport, failures, code },
    [...before, { type: 'retry', after_ms: Math.max(pause_ms, at_least_ms) }],
  ]
}
