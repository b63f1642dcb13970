import type { Transport } from './link'

/** Why the page cannot hear. */
export type MicrophoneFault = 'insecure' | 'unsupported' | 'denied' | 'missing' | 'busy' | 'lost'

export class MicrophoneError extends Error {
  constructor(readonly fault: MicrophoneFault) {
    super(`microphone: ${fault}`)
  }
}

export interface MicrophoneEvents {
  /** Loudness of what the microphone hears, 0 to 1, twenty times a second. */
  readonly onLevel: (level: number) => void
  /** A piece of speech as 16-bit PCM at 24 kHz; only over the WebSocket. */
  readonly onSound: (pcm: ArrayBuffer) => void
  /** The tail has been let through and the gate is shut. */
  readonly onDrained: () => void
  readonly onLost: () => void
}

/** An open microphone behind a gate: what is said reaches the server only while the gate is open. */
export interface Microphone {
  /** What goes to the server over WebRTC. */
  readonly stream: MediaStream
  /** A second such stream that stays silent until `hear`. */
  beside(): { readonly stream: MediaStream; readonly hear: () => void }
  open(): void
  close(): void
  shut(): void
  /** What was said until now is known to the server. */
  understood(): void
  /** How long the speech is that left over WebRTC and was not understood. */
  unheard_ms(): Promise<number>
  /** Says that once more, through the open gate; what is said meanwhile does not count. */
  repeat(): void
  /** Chooses between a track (WebRTC) and messages (WebSocket). */
  feed(transport: Transport): Promise<void>
  stop(): void
}

export const RATE_HZ = 24_000
/** Lets the last syllable out after the key is up. */
const TAIL_MS = 200
/** A gate that was replaced or stands still says nothing any more; somebody waits to be told what becomes of their words. */
const UNHEARD_WITHIN_MS = 300

/** Asks for the microphone. Raises `MicrophoneError`. */
export async function openMicrophone(events: MicrophoneEvents): Promise<Microphone> {
  if (!globalThis.isSecureContext) throw new MicrophoneError('insecure')
  if (typeof navigator.mediaDevices?.getUserMedia !== 'function' || typeof AudioWorkletNode === 'undefined') {
    throw new MicrophoneError('unsupported')
  }
  const source = await navigator.mediaDevices
    .getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 },
    })
    .catch((error: unknown) => {
      throw new MicrophoneError(faultOf(error))
    })
  const track = source.getAudioTracks()[0]
  if (!track) throw new MicrophoneError('missing')
  track.addEventListener('ended', events.onLost)

  const context = new AudioContext({ sampleRate: RATE_HZ, latencyHint: 'interactive' })
  const input = context.createMediaStreamSource(source)
  const output = context.createMediaStreamDestination()
  await Promise.all([context.resume(), context.audioWorklet.addModule('/worklets/gate.js')])
  const onUnheard: ((ms: number) => void)[] = []
  let gate = connect(false)

  function connect(asMessages: boolean): AudioWorkletNode {
    const node = new AudioWorkletNode(context, 'gate', {
      numberOfInputs: 1,
      numberOfOutputs: 1,
      outputChannelCount: [1],
      processorOptions: { asMessages },
    })
    node.port.onmessage = ({ data }: MessageEvent<GateMessage>) => {
      switch (data.type) {
        case 'level':
          return events.onLevel(data.level)
        case 'sound':
          return events.onSound(data.pcm)
        case 'drained':
          return events.onDrained()
        case 'unheard':
          return onUnheard.shift()?.(data.ms)
        default:
          return data satisfies never
      }
    }
    input.connect(node).connect(output)
    return node
  }

  let fedBy: Transport = 'webrtc'
  return {
    stream: output.stream,
    beside() {
      const stream = output.stream.clone()
      const switchTo = (on: boolean) => stream.getAudioTracks().forEach((track) => (track.enabled = on))
      switchTo(false)
      return { stream, hear: () => switchTo(true) }
    },
    open: () => gate.port.postMessage({ type: 'open' }),
    close: () => gate.port.postMessage({ type: 'close', tail_ms: TAIL_MS }),
    shut: () => gate.port.postMessage({ type: 'shut' }),
    understood: () => gate.port.postMessage({ type: 'understood' }),
    unheard_ms: () =>
      new Promise((resolve) => {
        onUnheard.push(resolve)
        setTimeout(resolve, UNHEARD_WITHIN_MS, 0)
        gate.port.postMessage({ type: 'unheard' })
      }),
    repeat: () => gate.port.postMessage({ type: 'repeat' }),
    async feed(transport) {
      await context.resume()
      if (transport === fedBy) return
      fedBy = transport
      input.disconnect()
      gate.disconnect()
      gate = connect(transport === 'websocket')
    },
    stop() {
      track.removeEventListener('ended', events.onLost)
      for (const each of source.getTracks()) each.stop()
      void context.close()
    },
  }
}

type GateMessage =
  | { type: 'level'; level: number }
  | { type: 'sound'; pcm: ArrayBuffer }
  | { type: 'drained' }
  | { type: 'unheard'; ms: number }

function faultOf(error: unknown): MicrophoneFault {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'missing'
  }
}
