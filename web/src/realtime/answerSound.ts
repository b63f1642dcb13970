import type { ClientEvent } from '@/protocol/realtime'
import { type Playback, openPlayback } from './playback'
import type { ServerEvent } from './serverEvent'
import { type Silent, type Sounded, SoundedTime } from './soundedTime'

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
  /** Answers that the page plays, in their order: the first is being heard. */
  private readonly queue: string[] = []
  private readonly items = new Map<string, { readonly item_id: string; readonly content_index: number }>()
  private readonly silenced = new Set<string>()
  private readonly soundedTime: SoundedTime

  constructor(
    private readonly report: (event: ServerEvent) => void,
    onSilent: (silent: Silent) => void,
  ) {
    this.soundedTime = new SoundedTime(() => this.remoteLevel(), onSilent)
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
    this.playback.play(pcm, null)
    return true
  }

  /** Opens the page's own player; call it from the visitor's touch where possible. */
  async prepare(): Promise<void> {
    this.playback ??= await openPlayback({
      onPlayed: (played_ms, total_ms, level) => (this.progress = { level, played_ms, total_ms }),
      onSilent: (response_id) => this.over(response_id),
    })
  }

  play(pcm: ArrayBuffer, response_id: string): void {
    if (!this.playback || this.silenced.has(response_id)) return
    this.playback.play(pcm, response_id)
    if (this.queue.includes(response_id)) return
    this.queue.push(response_id)
    if (this.queue.length === 1) this.tell('output_audio_buffer.started', response_id)
  }

  /** Follows the wire: what sounds, what has been sent whole, when the server began to play. */
  follow(event: ServerEvent): void {
    switch (event.type) {
      case 'response.output_audio.delta':
        this.items.set(event.response_id, event)
        return
      case 'response.output_audio.done':
        this.playback?.end(event.response_id)
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
  hush(): readonly ClientEvent[] {
    const [response_id] = this.queue
    if (!this.playback || response_id === undefined) return []
    const heard_ms = this.playback.clear()
    const cut = this.queue.splice(0)
    for (const each of cut) this.silenced.add(each)
    this.tell('output_audio_buffer.cleared', response_id)
    return cut.flatMap((each) => {
      const item = this.forget(each)
      const audio_end_ms = each === response_id ? heard_ms : 0
      return item ? [{ type: 'conversation.item.truncate', ...item, audio_end_ms }] : []
    })
  }

  /** How much of the answer that was being said was heard here; null where the server knows as well. */
  heard(): Sounded | null {
    return this.soundedTime.now
  }

  /** Where the voice is now; read it once per frame. */
  now(): SoundProgress {
    if (this.startedAt === null) return SILENCE
    if (this.queue.length > 0) return this.progress
    return { level: this.remoteLevel() ?? 0, played_ms: performance.now() - this.startedAt, total_ms: null }
  }

  dispose(): void {
    this.soundedTime.end()
    this.playback?.stop()
    this.player.srcObject = null
    void this.context?.close()
  }

  /** One answer was heard whole; another may follow it at once. */
  private over(response_id: string): void {
    const place = this.queue.indexOf(response_id)
    if (place < 0) return
    this.queue.splice(place, 1)
    this.forget(response_id)
    this.tell('output_audio_buffer.stopped', response_id)
    const [next] = this.queue
    if (next !== undefined) this.tell('output_audio_buffer.started', next)
  }

  private forget(response_id: string) {
    const item = this.items.get(response_id)
    this.items.delete(response_id)
    return item && { item_id: item.item_id, content_index: item.content_index }
  }

  private tell(
    type: 'output_audio_buffer.started' | 'output_audio_buffer.stopped' | 'output_audio_buffer.cleared',
    response_id: string,
  ): void {
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
