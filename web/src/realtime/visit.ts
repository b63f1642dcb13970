import type { ClientEvent } from '@/protocol/realtime'
import type { Answered, Token } from '@/protocol/routes'
import { ApiProblem, answerConfirmation } from './api'
import { AnswerSound, type SoundProgress } from './answerSound'
import { Announcer } from './announcer'
import { Connection, type MediaBeside } from './connection'
import { callEnded, lastExchange, typed } from './conversation'
import { newItemId } from './itemId'
import type { Language } from './language'
import type { Link, Transport } from './link'
import { LastWords } from './lastWords'
import { type Microphone, MicrophoneError, openMicrophone } from './microphone'
import { KEY_UP, type TalkKeyEffect, type TalkKeyEvent, step as keyStep } from './pushToTalk'
import { Presence } from './presence'
import { reduce } from './reduce'
import type { ServerEvent } from './serverEvent'
import { quiet } from './quiet'
import { base64, isIdle, transportFor } from './means'
import { languageSettings, pageSettings, turnDetectionOf, update } from './turnDetection'
import type { Mode, Store, VisitState } from './visitState'

/** Longest question one can type; a longer one is cut by the composer. */
export const QUESTION_CHARACTERS = 2_000
/** Typed questions that may wait for a connection; the composer says so when it is full. */
export const OUTBOX_SIZE = 10

/** One person's visit: their microphone, their conversation, and the calls it runs over. */
export class Visit {
  private readonly connection: Connection
  private readonly presence = new Presence(() => this.ticket?.session_id ?? null)
  private readonly sound = new AnswerSound((event) => this.apply(event), this.presence.silent)
  private readonly announcer: Announcer
  private microphone: Microphone | null = null
  private ticket: Token | null = null
  /** The language in which the last ticket was asked for. */
  private asked: Language | null = null
  private micLevel = 0
  private lastWord_ms = performance.now()
  private readonly lastWords = new LastWords(() => this.onKey('commit'))

  constructor(
    private readonly store: Store,
    private readonly event: string | null,
  ) {
    this.connection = new Connection({
      request: () => ({
        event: this.event,
        language: (this.asked = this.state.language),
        mode: this.state.mode,
        session_id: this.ticket?.session_id ?? null,
        heard: this.sound.heard(),
      }),
      settings: (ticket) => pageSettings(this.state, turnDetectionOf(ticket)),
      media: (transport) => this.media(transport),
      mediaBeside: () => this.mediaBeside(),
      quiet: () => quiet(() => this.state),
      events: {
        onEvent: (event) => this.apply(event),
        onSound: (pcm, response_id) => this.sound.play(pcm, response_id),
      },
      isIdle: () => isIdle(this.lastWord_ms, this.state.limits),
      onLink: (link) => this.onLink(link),
      onTicket: (ticket) => {
        this.ticket = ticket
        this.store.setState({ limits: ticket.limits })
        this.announcer.listen(ticket.session_id)
      },
      onForgotten: () => (this.ticket = null),
    })
    this.announcer = new Announcer(this.store, {
      onRenew: (broken) => this.connection.dispatch({ type: broken ? 'broken' : 'renew' }),
      onNoVoice: () => this.setMode('text'),
      repeats: () => this.lastWords.wait(this.microphone, this.state),
      between: (pcm) => this.connection.call?.transport === 'websocket' && this.sound.insert(pcm),
    })
  }

  /** Begins, or begins again, in the mode the visitor chose; without a microphone it goes on in text. */
  async begin(mode: Mode): Promise<void> {
    const opened = mode === 'voice' ? await this.hear() : false
    this.store.setState({ mode: opened ? 'voice' : 'text' })
    if (opened) this.announcer.prepare(this.state.language)
    this.connection.dispatch({ type: 'start', transport: transportFor(opened ? 'voice' : 'text') })
  }

  /** Hands over a typed question; it waits for the connection where there is none. */
  say(text: string): void {
    const words = text.trim().slice(0, QUESTION_CHARACTERS)
    const { outbox, conversation, link } = this.state
    if (words === '' || outbox.length >= OUTBOX_SIZE) return
    this.stop()
    const id = newItemId()
    this.store.setState({
      conversation: typed(conversation, id, words),
      outbox: [...outbox, { id, text: words, sent: false }],
    })
    this.lastWord_ms = performance.now()
    if (link.phase === 'idle' || link.phase === 'paused' || link.phase === 'refused') {
      this.connection.dispatch({ type: 'start', transport: transportFor(this.state.mode) })
    }
    this.flush()
  }

  /** Says yes or no to what Charlotte asked; the server does it, and she goes on from there. */
  async confirm(confirmation_id: string, yes: boolean): Promise<Answered['state'] | 'closed'> {
    const session_id = this.ticket?.session_id
    if (session_id === undefined) return 'closed'
    this.lastWord_ms = performance.now()
    try {
      return (await answerConfirmation({ session_id, confirmation_id, yes })).state
    } catch (error) {
      return error instanceof ApiProblem && error.code === 'nothing_to_confirm' ? 'closed' : 'unknown'
    }
  }

  /** Replaces what was heard by what was meant: the question and its answer go, the new words are asked. */
  correct(text: string): void {
    const gone = lastExchange(this.state.conversation.turns)
    this.stop()
    const { conversation } = this.state
    for (const item_id of conversation.exchange) this.send({ type: 'conversation.item.delete', item_id })
    this.store.setState({
      conversation: { ...conversation, turns: conversation.turns.filter((turn) => !gone.includes(turn)) },
    })
    this.say(text)
  }

  key(event: TalkKeyEvent): void {
    if (event.type === 'press' && !this.connection.call) return this.resume()
    const [key, effects] = keyStep(this.state.key, event)
    this.store.setState({ key })
    for (const effect of effects) this.onKey(effect)
  }

  /** Stops whatever is going on: her voice, her thinking, or the visitor's own question. */
  stop(): void {
    this.key({ type: 'cancel' })
    this.silence()
  }

  private silence(): void {
    const { responding, playing, unsounded } = this.state.conversation
    if (responding !== null) this.send({ type: 'response.cancel' })
    if (playing === null && unsounded === null) return
    if (this.connection.call?.transport === 'webrtc') this.send({ type: 'output_audio_buffer.clear' })
    else this.hush()
  }

  setLanguage(language: Language): void {
    this.store.setState({ language })
    if (this.state.mode === 'voice') this.announcer.prepare(language)
    this.send(update(languageSettings(this.state.conversation.session, language)))
  }

  setHandsFree(handsFree: boolean): void {
    this.key({ type: 'cancel' })
    this.store.setState({ handsFree, muted: false })
    this.updateSettings()
    this.setGate()
  }

  setMuted(muted: boolean): void {
    this.store.setState({ muted })
    this.setGate()
  }

  setMode(mode: Mode): void {
    if (mode === 'voice') return void this.begin('voice')
    this.stop()
    this.closeMicrophone()
    this.store.setState({ mode, handsFree: false })
    this.updateSettings()
  }

  /** Takes up a call that ended for silence, or was refused. */
  resume(): void {
    const { link, mode } = this.state
    if (link.phase === 'idle' || link.phase === 'paused' || link.phase === 'refused') void this.begin(mode)
  }

  /** Forgets the notice and the news that have been shown. */
  noticed(): void {
    this.store.setState({ news: null, conversation: { ...this.state.conversation, notice: null } })
  }

  /** Loudness of the visitor and progress of her voice; read once per frame. */
  meters(): SoundProgress & { readonly microphone: number } {
    return { ...this.sound.now(), microphone: this.micLevel }
  }

  dispose(): void {
    this.announcer.dispose()
    this.connection.dispose()
    this.presence.dispose()
    this.sound.dispose()
    this.closeMicrophone()
  }

  private get state(): VisitState {
    return this.store.getState()
  }

  private send(event: ClientEvent): void {
    this.connection.call?.send(event)
  }

  private updateSettings(): void {
    this.send(update(pageSettings(this.state, turnDetectionOf(this.ticket))))
  }

  private apply(event: ServerEvent): void {
    if (event.type === 'input_audio_buffer.speech_started') {
      this.lastWord_ms = performance.now()
      if (this.state.handsFree) this.hush()
    }
    this.lastWords.follow(event, this.microphone)
    this.sound.follow(event)
    const { outbox } = this.state
    const confirmed =
      event.type === 'conversation.item.added' && outbox.find(({ id }) => id === event.item.id)
    this.store.setState({
      conversation: reduce(this.state.conversation, event),
      ...(confirmed ? { outbox: outbox.filter((entry) => entry !== confirmed) } : {}),
    })
    this.announcer.hear(event)
  }

  private hush(): void {
    for (const truncation of this.sound.hush()) this.send(truncation)
  }

  private onLink(link: Link): void {
    const isLive = link.phase === 'live'
    this.announcer.follow(link)
    if (!isLive) this.microphone?.shut()
    // The server sees by itself when a WebSocket closes.
    if (link.phase === 'live' && link.transport === 'webrtc') this.presence.begin()
    else this.presence.end()
    const { conversation, outbox, started_at_ms } = this.state
    this.store.setState({
      link,
      ...(isLive
        ? { started_at_ms: started_at_ms ?? Date.now() }
        : {
            key: KEY_UP,
            conversation: callEnded(conversation),
            outbox: outbox.map((entry) => ({ ...entry, sent: false })),
          }),
    })
    if (!isLive) return
    this.setGate()
    // Another one was chosen while the call was being opened.
    if (this.asked !== this.state.language) this.setLanguage(this.state.language)
    this.flush()
    if (this.lastWords.repeat(this.microphone, this.state)) this.lastWord_ms = performance.now()
  }

  private flush(): void {
    if (!this.connection.call) return
    for (const { id, text, sent } of this.state.outbox) {
      if (sent) continue
      const content = [{ type: 'input_text', text }] as const
      this.send({ type: 'conversation.item.create', item: { type: 'message', id, role: 'user', content } })
      this.send({ type: 'response.create' })
    }
    const { conversation, outbox } = this.state
    this.store.setState({
      outbox: outbox.map((entry) => ({ ...entry, sent: true })),
      conversation: { ...conversation, awaiting: conversation.awaiting || outbox.some(({ sent }) => !sent) },
    })
  }

  private onKey(effect: TalkKeyEffect): void {
    switch (effect) {
      case 'open':
        this.lastWord_ms = performance.now()
        this.silence()
        this.send({ type: 'input_audio_buffer.clear' })
        this.lastWords.begin(this.microphone)
        return
      case 'close':
        this.microphone?.close()
        return
      case 'commit':
        this.send({ type: 'input_audio_buffer.commit' })
        this.send({ type: 'response.create' })
        return
      case 'discard':
        this.lastWords.takeBack(this.microphone)
        this.send({ type: 'input_audio_buffer.clear' })
        return
      default:
        effect satisfies never
    }
  }

  private setGate(): void {
    const { handsFree, muted } = this.state
    if (handsFree && !muted) this.microphone?.open()
    else this.microphone?.shut()
  }

  private async hear(): Promise<boolean> {
    this.closeMicrophone()
    this.store.setState({ microphone: 'asking' })
    try {
      this.microphone = await openMicrophone({
        onLevel: (level) => (this.micLevel = level),
        onSound: (pcm) => this.send({ type: 'input_audio_buffer.append', audio: base64(pcm) }),
        onDrained: () => this.lastWords.drained(() => this.key({ type: 'drained' })),
        onLost: () => {
          this.setMode('text')
          this.store.setState({ microphone: 'lost' })
        },
      })
      this.store.setState({ microphone: 'open' })
      return true
    } catch (error) {
      this.store.setState({ microphone: error instanceof MicrophoneError ? error.fault : 'unsupported' })
      return false
    }
  }

  private closeMicrophone(): void {
    this.microphone?.stop()
    this.microphone = null
    this.micLevel = 0
    this.store.setState({ microphone: 'off' })
  }

  private mediaBeside(): MediaBeside {
    if (!this.microphone) throw new MicrophoneError('lost')
    const { stream, hear } = this.microphone.beside()
    return { stream, ...this.sound.beside(hear) }
  }

  private async media(transport: Transport) {
    if (this.state.mode === 'text' || !this.microphone) return undefined
    await this.microphone.feed(transport)
    if (transport === 'webrtc') return { stream: this.microphone.stream, element: this.sound.element }
    await this.sound.prepare()
    return undefined
  }
}
