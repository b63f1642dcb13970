import { RATE_HZ } from './microphone'

export interface PlaybackEvents {
  /** How much of an answer has sounded, how much of it there is, and how loud it is now (0 to 1). */
  readonly onPlayed: (played_ms: number, received_ms: number, level: number) => void
  /** All of an answer has sounded. */
  readonly onSilent: (response_id: string) => void
}

/** Plays answers that arrive as 16-bit PCM at 24 kHz, one after the other. */
export interface Playback {
  /** `response_id`: whose sound it is; null for an announcement, which counts for no answer. */
  play(pcm: ArrayBuffer, response_id: string | null): void
  /** No more sound belongs to this answer. */
  end(response_id: string): void
  /** Falls silent at once; returns how much of the answer that sounded was heard. */
  clear(): number
  stop(): void
}

type PlayerMessage =
  | { type: 'played'; answer: string | null; frames: number; level: number }
  | { type: 'silent'; answer: string }

export async function openPlayback(events: PlaybackEvents): Promise<Playback> {
  const context = new AudioContext({ sampleRate: RATE_HZ, latencyHint: 'interactive' })
  await Promise.all([context.resume(), context.audioWorklet.addModule('/worklets/player.js')])
  const player = new AudioWorkletNode(context, 'player', { numberOfInputs: 0, outputChannelCount: [1] })
  player.connect(context.destination)

  let played_ms = 0
  const received_ms = new Map<string, number>()
  player.port.onmessage = ({ data }: MessageEvent<PlayerMessage>) => {
    switch (data.type) {
      case 'played':
        played_ms = (data.frames / RATE_HZ) * 1000
        return events.onPlayed(played_ms, received_ms.get(data.answer ?? '') ?? 0, data.level)
      case 'silent':
        played_ms = 0
        received_ms.delete(data.answer)
        return events.onSilent(data.answer)
      default:
        return data satisfies never
    }
  }

  return {
    play(pcm, response_id) {
      if (response_id !== null) {
        const length_ms = (pcm.byteLength / 2 / RATE_HZ) * 1000
        received_ms.set(response_id, (received_ms.get(response_id) ?? 0) + length_ms)
      }
      player.port.postMessage({ type: 'sound', pcm, answer: response_id }, [pcm])
    },
    end: (response_id) => player.port.postMessage({ type: 'end', answer: response_id }),
    clear() {
      const heard_ms = Math.floor(played_ms)
      played_ms = 0
      received_ms.clear()
      player.port.postMessage({ type: 'clear' })
      return heard_ms
    },
    stop: () => void context.close(),
  }
}
