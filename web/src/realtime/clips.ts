import type { Language } from './language'
import { RATE_HZ } from './microphone'

/**
 * `bridge`: somebody takes over; `moment`: the answer is coming; `again`: please say that again; `down`: nobody is there, go to the desk; `stop`: the
 * same where nobody will come back by itself; `voice`: another voice.
 */
export type Clip = 'bridge' | 'moment' | 'again' | 'down' | 'stop' | 'voice'

const CLIPS: readonly Clip[] = ['bridge', 'moment', 'again', 'down', 'stop', 'voice']

/** Announcements that were fetched while the server could be reached, so that they sound when it cannot. */
export class Clips {
  private readonly sounds = new Map<string, AudioBuffer>()
  private context: AudioContext | null = null
  private playing: { readonly clip: Clip; readonly source: AudioBufferSourceNode } | null = null

  /** Fetches the announcements in one language; what cannot be fetched is only shown. */
  async load(language: Language): Promise<void> {
    await Promise.allSettled(
      CLIPS.filter((clip) => !this.sounds.has(key(clip, language))).map(async (clip) => {
        const response = await fetch(`/clips/${language}/${clip}.mp3`)
        if (!response.ok) return
        const decoder = new OfflineAudioContext(1, 1, RATE_HZ)
        this.sounds.set(key(clip, language), await decoder.decodeAudioData(await response.arrayBuffer()))
      }),
    )
  }

  /** The announcement as 16-bit PCM at 24 kHz; null when it was not fetched. */
  pcm(clip: Clip, language: Language): ArrayBuffer | null {
    const sound = this.sounds.get(key(clip, language))
    if (!sound) return null
    return Int16Array.from(sound.getChannelData(0), (sample) => Math.round(sample * 0x7fff)).buffer
  }

  play(clip: Clip, language: Language): void {
    const sound = this.sounds.get(key(clip, language))
    if (!sound) return
    this.context ??= new AudioContext()
    void this.context.resume()
    this.playing?.source.stop()
    const source = this.context.createBufferSource()
    source.buffer = sound
    source.connect(this.context.destination)
    source.start()
    this.playing = { clip, source }
  }

  /** Falls silent if it is this announcement that sounds. */
  stop(clip: Clip): void {
    if (this.playing?.clip !== clip) return
    this.playing.source.stop()
    this.playing = null
  }

  dispose(): void {
    this.playing?.source.stop()
    void this.context?.close()
  }
}

function key(clip: Clip, language: Language): string {
  return `${language}/${clip}`
}
