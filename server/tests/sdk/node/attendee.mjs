// An attendee with the stock SDK, the same in Node and in a browser: only the transport and the voice differ.
export class Attendee {
  // `sdk` is the package, `desk` runs the tools, `speak(attendee)` makes one spoken question heard.
  constructor(sdk, { transport, tools, desk, modality, speak }) {
    this.told = { words: '', tools: [], sound_ms: 0 }
    this.errors = []
    this.types = []
    this.speak = () => speak(this)
    const run = async (name, input) => {
      this.told.tools.push(name)
      const reply = await fetch(`${desk}/tools/${name}`, { method: 'POST', body: JSON.stringify(input) })
      return await reply.text()
    }
    const agent = new sdk.RealtimeAgent({
      name: 'Charlotte',
      instructions: 'Help.',
      tools: tools.map(({ name, description, parameters }) =>
        sdk.tool({ name, description, parameters, strict: false, execute: (input) => run(name, input) }),
      ),
    })
    this.session = new sdk.RealtimeSession(agent, { transport, config: { outputModalities: [modality] } })
    this.session.on('error', (event) => this.errors.push(String(event.error?.error?.message ?? event.error)))
    this.session.on('audio', (event) => (this.told.sound_ms += event.data.byteLength / 48))
    this.session.on('transport_event', (event) => this.types.push(event.type))
  }

  next(type, accept = () => true) {
    return new Promise((resolve, reject) => {
      const seen = () => `saw ${this.types.join(' ')}; errors: ${this.errors.join(' ')}`
      const timer = setTimeout(() => reject(new Error(`no ${type} within 20 s; ${seen()}`)), 20000)
      const listen = (event) => {
        if (event.type !== type || !accept(event)) return
        clearTimeout(timer)
        this.session.off('transport_event', listen)
        resolve(event)
      }
      this.session.on('transport_event', listen)
    })
  }

  // Her words in the SDK's own history: of one item, or the last.
  said(itemId) {
    const hers = this.session.history.filter((item) => item.role === 'assistant')
    const item = itemId ? hers.find((each) => each.itemId === itemId) : hers.at(-1)
    const part = item?.content[0]
    return { ...this.told, words: part?.transcript ?? part?.text ?? '' }
  }

  answered() {
    return this.next('response.done', (event) => event.response.output[0]?.type === 'message')
  }

  async writes(text) {
    const done = this.answered()
    this.session.sendMessage(text)
    await done
    return this.said()
  }

  async speaks() {
    const done = this.answered()
    await this.speak()
    await done
    return this.said()
  }

  // Speaks up a while after she began to be heard, which the transport tells by an event of its own.
  async interrupts(text, heardMs, soundingType) {
    const sounding = this.next(soundingType)
    this.session.sendMessage(text)
    await sounding
    await new Promise((resolve) => setTimeout(resolve, heardMs))
    const truncated = this.next('conversation.item.truncated')
    const shortened = this.next('conversation.item.retrieved', (event) => event.item.role === 'assistant')
    await this.speak()
    const { item_id: itemId } = await truncated
    await shortened
    return this.said(itemId)
  }
}
