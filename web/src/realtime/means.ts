import type { LimitsShown } from '@/protocol/routes'
import type { Transport } from './link'
import type { Mode } from './visitState'

/** How a call in this mode travels: sound goes straight where the browser can do that. */
export function transportFor(mode: Mode): Transport {
  return mode === 'voice' && typeof RTCPeerConnection !== 'undefined' ? 'webrtc' : 'websocket'
}

/** Sound as the protocol's events carry it. */
export function base64(pcm: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(pcm)))
}

/** The server hangs up on silence; a call that ends a little before that moment ended for the same reason. */
const IDLE_SHARE = 0.9

/** Whether the visitor has been silent for so long that the server may have hung up for that. */
export function isIdle(lastWord_ms: number, limits: LimitsShown | null): boolean {
  return performance.now() - lastWord_ms >= (limits?.idle_seconds ?? Infinity) * 1000 * IDLE_SHARE
}
