import { RATE_HZ } from './microphone'

export interface PlaybackEvents {
  /** How much of the answer has sounded, and how loud it is now (0 to 1). */
  readonly onPlayed: (played_ms: number, level: number) => void
  /** All of the answer has sounded. */
  readonly onSilent: () => void
}

/** Plays answers that arrive as 16-bit PCM at 24 kHz. */
export interface Playback {
  readonly played_ms: number
  readonly received_ms: number
  play(pcm: ArrayBuffer): void
  /** No more sound belongs to this answer. */
  end(): void
  /** Falls silent at once; returns how much had sounded. */
  clear(): number
  stop(): void
}

type PlayerMessage = { type: 'played'; frames: number; level: number } | { type: 'silent' }

export async function openPlayback(events: PlaybackEvents): Promise<Playback> {
  const context = new AudioContext({ sampleRate: RATE_HZ, latencyHint: 'interactive' })
  await Promise.all([context.resume(), context.audioWorklet.addModule('/worklets/player.js')])
  const player = new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] })
  player.connect(context.destination)

  let played_ms = 0
  let received_ms = 0
  player.port.onmessage = ({ data }: MessageEvent<PlayerMessage>) => {
    switch (data.type) {
      case 'played':
        played_ms = (data.frames / RATE_HZ) * 1000
        return events.onPlayed(played_ms, data.level)
      case 'silent':
        played_ms = received_ms = 0
        return events.onSilent()
      default:
        return data satisfies never
    }
  }

  return {
    get played_ms() {
      return played_ms
    },
    get received_ms() {
      return received_ms
    },
    play(pcm) {
      received_ms += (pcm.byteLength / 2 / RATE_HZ) * 1000
      player.port.postMessage({ type: 'sound', pcm }, [pcm])
    },
    end: () => player.port.postMessage({ type: 'end' }),
    clear() {
      const heard_ms = Math.floor(played_ms)
      played_ms = received_ms = 0
      player.port.postMessage({ type: 'clear' })
      return heard_ms
    },
    stop: () => void context.close(),
  }
}
