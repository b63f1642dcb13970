/** Quieter than this is a pause, or the noise a receiver makes up when nothing arrives. */
const AUDIBLE = 0.01
const LOOK_EVERY_MS = 50
/** A page in the background looks less often; what sounded between two looks is not known. */
const LONGEST_LOOK_MS = 2 * LOOK_EVERY_MS
/** Longer than the pauses of speech. */
const SILENT_MS = 900

/** An answer that sounded and does not any more, though nobody has said that it is over. */
export interface Silent {
  readonly response_id: string
  readonly silent_ms: number
}

export interface Sounded {
  readonly response_id: string
  readonly sounded_ms: number
}

/**
 * How long an answer could be heard here, by its loudness, and when it falls silent: over WebRTC nobody else knows. Where
 * that is not sure, it is less.
 */
export class SoundedTime {
  private response_id: string | null = null
  private sounded_ms: number | null = null
  private looking: ReturnType<typeof setInterval> | undefined
  private looked_at_ms = 0
  private silent_ms = 0

  /** `level`: loudness at this moment, 0 to 1; null where it cannot be told. */
  constructor(
    private readonly level: () => number | null,
    private readonly onSilent: (silent: Silent) => void,
  ) {}

  /** The answer of which one last heard something, if it did not come to its end; null also where it is not known. */
  get now(): Sounded | null {
    if (this.response_id === null || this.sounded_ms === null) return null
    return { response_id: this.response_id, sounded_ms: Math.round(this.sounded_ms) }
  }

  begin(response_id: string): void {
    this.end()
    this.response_id = response_id
    this.looked_at_ms = performance.now()
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS)
  }

  end(): void {
    clearInterval(this.looking)
    this.response_id = this.sounded_ms = null
    this.silent_ms = 0
  }

  private look(): void {
    const since_ms = Math.min(performance.now() - this.looked_at_ms, LONGEST_LOOK_MS)
    this.looked_at_ms = performance.now()
    const level = this.level()
    if (level === null) return
    const audible = level > AUDIBLE
    this.sounded_ms = (this.sounded_ms ?? 0) + (audible ? since_ms : 0)
    const before_ms = this.silent_ms
    this.silent_ms = audible || this.sounded_ms === 0 ? 0 : before_ms + since_ms
    if (this.response_id !== null && before_ms >= SILENT_MS !== this.silent_ms >= SILENT_MS) {
      this.onSilent({ response_id: this.response_id, silent_ms: Math.round(this.silent_ms) })
    }
  }
}
