import type { Bridging, Signal } from '@/protocol/signals'
import { BUDGET_SPENT } from './api'
import { type Clip, Clips } from './clips'
import type { Language } from './language'
import type { Link } from './link'
import type { ServerEvent } from './serverEvent'
import { SignalLine } from './signalLine'
import type { Store } from './visitState'

/** Without the server for this long, the visitor is told aloud where to go. */
const DOWN_AFTER_MS = 3_000
/** A bridge that leads nowhere is not shown for longer. */
const BRIDGED_WITHIN_MS = 10_000
/** The answer may go on before one has read why it stopped. */
const READ_MS = 2_500
/** A hosted model may think for seconds before its first word; nobody likes to wait in silence for so long. */
const THINKS_AFTER_MS = { first: 2_500, next: 4_500 }

export interface AnnouncerNeeds {
  /** The server asks for another call; `broken`: this one is over already. */
  readonly onRenew: (broken: boolean) => void
  /** Nobody can speak any more. */
  readonly onNoVoice: () => void
  /** Whether what the visitor said last, and nobody understood, can be said again in their place; if so, it will be. */
  readonly repeats: () => Promise<boolean>
  /** Says something between the answers, in its turn; false where the page does not play them. */
  readonly between: (pcm: ArrayBuffer) => boolean
}

/** Hears what the server tells beside the call, and says what the visitor must know: also when no server is there. */
export class Announcer {
  private readonly clips = new Clips()
  private readonly line = new SignalLine((signal) => this.heed(signal))
  private down: ReturnType<typeof setTimeout> | undefined
  private bridged: ReturnType<typeof setTimeout> | undefined
  private bridged_at_ms = 0
  private thinking: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly store: Store,
    private readonly needs: AnnouncerNeeds,
  ) {}

  listen(session_id: string): void {
    this.line.listen(session_id)
  }

  /** Fetches what may have to be said, while it can be fetched. */
  prepare(language: Language): void {
    void this.clips.load(language)
  }

  /** Follows the call, from after each event. */
  hear(event: ServerEvent): void {
    if (event.type === 'response.created') this.over()
    const { conversation, mode, serving } = this.store.getState()
    const { awaiting, responding, playing } = conversation
    if (playing !== null) this.clips.stop('moment')
    const waits = mode === 'voice' && serving?.rung === 'hosted' && (awaiting || responding !== null)
    if (!waits || playing !== null) this.answered()
    else this.thinking ??= setTimeout(() => this.askForPatience(), THINKS_AFTER_MS.first)
  }

  private answered(): void {
    clearTimeout(this.thinking)
    this.thinking = undefined
  }

  private askForPatience(): void {
    this.say('moment')
    this.thinking = setTimeout(() => this.askForPatience(), THINKS_AFTER_MS.next)
  }

  /** The answer goes on. */
  private over(): void {
    if (!this.store.getState().bridging) return
    this.forgetBridge(Math.max(0, this.bridged_at_ms + READ_MS - performance.now()))
  }

  private forgetBridge(after_ms: number): void {
    clearTimeout(this.bridged)
    this.bridged = setTimeout(() => this.store.setState({ bridging: false }), after_ms)
  }

  /** Counts the time without a server. */
  follow(link: Link): void {
    const away = link.phase === 'waiting' && link.code === null
    const trying = link.phase === 'minting' || link.phase === 'connecting'
    if (link.phase !== 'live') this.answered()
    if (away) {
      this.down ??= setTimeout(() => {
        const { mode, language } = this.store.getState()
        if (mode === 'voice') this.clips.play('down', language)
      }, DOWN_AFTER_MS)
    } else if (!trying) {
      clearTimeout(this.down)
      this.down = undefined
      this.clips.stop('down')
      if (link.phase === 'refused' && link.code === BUDGET_SPENT) void this.sendAway()
    }
  }

  dispose(): void {
    clearTimeout(this.down)
    clearTimeout(this.bridged)
    this.answered()
    this.line.close()
    this.clips.dispose()
  }

  private heed(signal: Signal): void {
    switch (signal.type) {
      case 'serving':
        this.store.setState({ serving: signal, ...(signal.why === 'back' ? { news: 'back' } : {}) })
        if (signal.rung === 'text' && signal.why === 'fault') this.loseVoice()
        return
      case 'bridging':
        void this.bridge(signal)
        return
      case 'renew':
        if (signal.why === 'voice' && !signal.broken) {
          this.say('voice')
          this.store.setState({ news: 'voice' })
        }
        this.needs.onRenew(signal.broken)
        return
      default:
        signal satisfies never
    }
  }

  private async bridge({ answer_owed, words_lost }: Bridging): Promise<void> {
    this.store.setState({ bridging: true })
    this.bridged_at_ms = performance.now()
    this.forgetBridge(BRIDGED_WITHIN_MS)
    // Into a network that was dead already the visitor may have spoken without anybody's knowing it.
    const repeats = (words_lost || !answer_owed) && (await this.needs.repeats())
    if (repeats) this.say('bridge')
    else if (words_lost) this.say('again')
    else if (answer_owed) this.say('bridge')
  }

  /** Says that nobody will answer; it may be the first thing said, before the announcements are here. */
  private async sendAway(): Promise<void> {
    const { language, mode } = this.store.getState()
    if (mode !== 'voice') return
    await this.clips.load(language)
    this.clips.play('stop', language)
  }

  private say(clip: Clip): void {
    const { language, mode } = this.store.getState()
    if (mode === 'text') return
    const pcm = this.clips.pcm(clip, language)
    if (!pcm || !this.needs.between(pcm)) this.clips.play(clip, language)
  }

  private loseVoice(): void {
    if (this.store.getState().mode === 'voice') this.needs.onNoVoice()
  }
}
