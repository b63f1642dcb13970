import type { ClientEvent } from '@/protocol/realtime'
import { type Playback, openPlayback } from './playback'
import type { ServerEvent } from './serverEvent'
import { type Sounded, SoundedTime } from './soundedTime'

export interface SoundProgress {
  /** Loudness of her voice, 0 to 1. */
  readonly level: number
  readonly played_ms: number
  /** Length of the whole answer; null where it is not known. */
  readonly total_ms: number | null
}

const SILENCE: SoundProgress = { level: 0, played_ms: 0, total_ms: null }

/**
 * The sound of the answers over either transport.
 *
 * Over WebRTC the browser plays by itself and the server tells when; over the WebSocket the page plays, and reports
 * the same moments as the server would.
 */
export class AnswerSound {
  private player: HTMLAudioElement
  private playback: Playback | null = null
  private progress: SoundProgress = SILENCE
  private startedAt: number | null = null
  private context: AudioContext | null = null
  private analyser: AnalyserNode | null = null
  private analysed: MediaStream | null = null
  private samples = new Float32Array(2048)
  private item: { item_id: string; content_index: number; response_id: string } | null = null
  private readonly silenced = new Set<string>()
  private readonly soundedTime = new SoundedTime(() => this.remoteLevel())

  constructor(private readonly report: (event: ServerEvent) => void) {
    this.player = newPlayer()
  }

  /** Plays the sound of the call over WebRTC. */
  get element(): HTMLAudioElement {
    return this.player
  }

  /** Returns the element of a call that takes over, and what makes it the one that is listened to. */
  beside(hear: () => void): { readonly element: HTMLAudioElement; readonly take: () => void } {
    const element = newPlayer()
    return {
      element,
      take: () => {
        hear()
        this.player = element
      },
    }
  }

  /** Says an announcement in between; false where the page does not play the answers itself. */
  insert(pcm: ArrayBuffer): boolean {
    if (!this.playback) return false
    this.playback.play(pcm)
    return true
  }

  /** Opens the page's own player; call it from the visitor's touch where possible. */
  async prepare(): Promise<void> {
    this.playback ??= await openPlayback({
      onPlayed: (played_ms, level) => {
        this.progress = { level, played_ms, total_ms: this.playback?.received_ms ?? null }
      },
      onSilent: () => this.over('output_audio_buffer.stopped'),
    })
  }

  play(pcm: ArrayBuffer, response_id: string): void {
    if (!this.playback || this.silenced.has(response_id)) return
    this.playback.play(pcm)
    if (this.startedAt !== null) return
    this.report({ type: 'output_audio_buffer.started', event_id: response_id, response_id })
  }

  /** Follows the wire: what sounds, what has been sent whole, when the server began to play. */
  follow(event: ServerEvent): void {
    switch (event.type) {
      case 'response.output_audio.delta':
        this.item = { ...event }
        return
      case 'response.output_audio.done':
        this.playback?.end()
        return
      case 'response.done':
        this.silenced.delete(event.response.id)
        return
      case 'output_audio_buffer.started':
        this.startedAt = performance.now()
        if (this.player.srcObject) this.soundedTime.begin(event.response_id)
        return
      case 'output_audio_buffer.stopped':
      case 'output_audio_buffer.cleared':
        this.startedAt = null
        this.progress = SILENCE
        this.soundedTime.end()
        return
      default:
        return
    }
  }

  /** Falls silent; returns what the server must be told about how much was heard, where the page played. */
  hush(): ClientEvent | null {
    if (!this.playback || this.startedAt === null || !this.item) return null
    const audio_end_ms = this.playback.clear()
    const { item_id, content_index, response_id } = this.item
    this.silenced.add(response_id)
    this.over('output_audio_buffer.cleared')
    return { type: 'conversation.item.truncate', item_id, content_index, audio_end_ms }
  }

  /** How much of the answer that was being said was heard here; null where the server knows as well. */
  heard(): Sounded | null {
    return this.soundedTime.now
  }

  /** Where the voice is now; read it once per frame. */
  now(): SoundProgress {
    if (this.startedAt === null) return SILENCE
    if (this.progress.played_ms > 0) return this.progress
    return { level: this.remoteLevel() ?? 0, played_ms: performance.now() - this.startedAt, total_ms: null }
  }

  dispose(): void {
    this.soundedTime.end()
    this.playback?.stop()
    this.player.srcObject = null
    void this.context?.close()
  }

  private over(type: 'output_audio_buffer.stopped' | 'output_audio_buffer.cleared'): void {
    const response_id = this.item?.response_id ?? ''
    this.report({ type, event_id: response_id, response_id })
  }

  private remoteLevel(): number | null {
    const stream = this.player.srcObject
    if (!(stream instanceof MediaStream)) return null
    if (stream !== this.analysed) {
      this.context ??= new AudioContext()
      this.analyser = this.context.createAnalyser()
      this.analyser.fftSize = this.samples.length
      this.context.createMediaStreamSource(stream).connect(this.analyser)
      this.analysed = stream
    }
    if (this.context?.state !== 'running') return null
    this.analyser?.getFloatTimeDomainData(this.samples)
    return Math.sqrt(this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length)
  }
}

function newPlayer(): HTMLAudioElement {
  const element = document.createElement('audio')
  element.autoplay = true
  return element
}
