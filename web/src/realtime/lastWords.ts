import type { Microphone } from './microphone'
import type { ServerEvent } from './serverEvent'
import type { VisitState } from './visitState'

/** The server has taken what was said, or her own voice was the last that sounded. */
const UNDERSTOOD: ReadonlySet<string> = new Set<ServerEvent['type']>([
  'conversation.item.input_audio_transcription.completed',
  'conversation.item.input_audio_transcription.failed',
  'output_audio_buffer.stopped',
])

/**
 * What the visitor said over WebRTC into a line that was dead already: the next call hears it from here, and they need not
 * say it again. Over the WebSocket the server itself keeps what was said.
 */
export class LastWords {
  private waiting = false
  private committing = false

  constructor(private readonly commit: () => void) {}

  follow(event: ServerEvent, microphone: Microphone | null): void {
    if (UNDERSTOOD.has(event.type)) microphone?.understood()
  }

  /** Opens the microphone for other words. */
  begin(microphone: Microphone | null): void {
    this.committing = false
    microphone?.understood()
    microphone?.open()
  }

  /** Shuts the microphone on words that the visitor took back: nobody is to hear them, the next call neither. */
  takeBack(microphone: Microphone | null): void {
    this.committing = false
    microphone?.shut()
    microphone?.understood()
  }

  /** Has what was said and not understood wait for the next call; whether there is anything. */
  async wait(microphone: Microphone | null, { link, mode }: VisitState): Promise<boolean> {
    const overTrack = 'transport' in link && link.transport === 'webrtc'
    if (mode === 'text' || !microphone || !overTrack) return false
    this.waiting = (await microphone.unheard_ms()) > 0
    return this.waiting
  }

  /** Says it to the call that is open now; whether there was anything to say. */
  repeat(microphone: Microphone | null, { link, handsFree }: VisitState): boolean {
    const repeats = this.waiting && link.phase === 'live' && link.transport === 'webrtc'
    this.waiting = false
    if (!repeats || !microphone) return false
    microphone.open()
    microphone.repeat()
    this.committing = !handsFree
    if (this.committing) microphone.close()
    return true
  }

  /** The gate is shut again: all of it is out. */
  drained(otherwise: () => void): void {
    if (this.committing) this.commit()
    else otherwise()
    this.committing = false
  }
}
