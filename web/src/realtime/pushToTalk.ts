/** The talk key: `held` while it is down, `latched` after a tap, `closing` until the tail has been sent. */
export type TalkKey =
  | { readonly phase: 'up' }
  | { readonly phase: 'held'; readonly since_ms: number }
  | { readonly phase: 'latched' }
  | { readonly phase: 'closing' }

export type TalkKeyEvent =
  | { readonly type: 'press' | 'release'; readonly at_ms: number }
  /** The microphone's gate has let the tail through and is shut. */
  | { readonly type: 'drained' }
  | { readonly type: 'cancel' }

/**
 * `open`: forget the server's buffer and let the microphone through, from a little before now.
 * `close`: shut the gate after the tail. `commit`: hand the question over. `discard`: shut the gate, forget what was said.
 */
export type TalkKeyEffect = 'open' | 'close' | 'commit' | 'discard'

export const KEY_UP: TalkKey = { phase: 'up' }

/** A press shorter than this is a tap: it starts, and the next tap ends. */
export const TAP_MS = 350

type Step = readonly [TalkKey, readonly TalkKeyEffect[]]

/** Decides what the talk key does next. */
export function step(key: TalkKey, event: TalkKeyEvent): Step {
  switch (event.type) {
    case 'press':
      switch (key.phase) {
        case 'up':
          return [{ phase: 'held', since_ms: event.at_ms }, ['open']]
        case 'latched':
          return [{ phase: 'closing' }, ['close']]
        case 'closing':
          // Pressed again before the tail was out: the first question is handed over, then the next one begins.
          return [{ phase: 'held', since_ms: event.at_ms }, ['commit', 'open']]
        case 'held':
          return [key, []]
        default:
          return key satisfies never
      }
    case 'release':
      if (key.phase !== 'held') return [key, []]
      if (event.at_ms - key.since_ms < TAP_MS) return [{ phase: 'latched' }, []]
      return [{ phase: 'closing' }, ['close']]
    case 'drained':
      return key.phase === 'closing' ? [KEY_UP, ['commit']] : [key, []]
    case 'cancel':
      return key.phase === 'up' ? [key, []] : [KEY_UP, ['discard']]
    default:
      return event satisfies never
  }
}
