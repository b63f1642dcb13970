// @ts-check
/* global AudioWorkletProcessor, registerProcessor, sampleRate */
// Plays answers that arrive over the WebSocket, one after the other, and says how much of each has sounded.
// Messages in:  {type: 'sound', pcm, answer} (16-bit, the context's rate; `answer`: its id, null for an announcement)
//               {type: 'end', answer} | {type: 'clear'}
// Messages out: {type: 'played', answer, frames, level} while it sounds, {type: 'silent', answer} once all of it has

// Enough to ride out the jitter of a local network without a delay that is noticed.
const PREBUFFER_MS = 40
const REPORT_EVERY_MS = 40

class Player extends AudioWorkletProcessor {
  constructor() {
    super()
    /** @type {{pcm: Int16Array, answer: string | null}[]} */
    this.waiting = []
    this.offset = 0
    this.waitingFrames = 0
    /** The answer that sounds, or sounded last and has not come to its end. @type {string | null} */
    this.answer = null
    this.playedFrames = 0
    this.playing = false
    /** Answers of which nothing more will come. @type {Set<string>} */
    this.ended = new Set()
    this.framesSinceReport = 0
    this.energy = 0
    this.port.onmessage = ({ data }) => this.obey(data)
  }

  obey(message) {
    if (message.type === 'sound') {
      const pcm = new Int16Array(message.pcm)
      this.waiting.push({ pcm, answer: message.answer })
      this.waitingFrames += pcm.length
      this.ended.delete(message.answer)
    } else if (message.type === 'end') {
      this.ended.add(message.answer)
      this.settle()
    } else if (message.type === 'clear') {
      this.waiting = []
      this.offset = this.waitingFrames = this.playedFrames = 0
      this.playing = false
      this.answer = null
      this.ended.clear()
    }
  }

  process(_inputs, [output]) {
    const out = output?.[0]
    if (!out) return true
    if (!this.playing) {
      const enough = this.waitingFrames >= (sampleRate * PREBUFFER_MS) / 1000
      const first = this.waiting[0]
      if (!enough && !(first?.answer && this.ended.has(first.answer))) return true
      this.playing = true
    }
    this.fill(out)
    // Run dry: the end of what was said, or a gap in the network that is buffered anew.
    if (this.waitingFrames === 0) this.playing = false
    this.settle()
    return true
  }

  fill(out) {
    let filled = 0
    for (let block = this.waiting[0]; block && filled < out.length; block = this.waiting[0]) {
      if (block.answer !== null && block.answer !== this.answer) this.begin(block.answer)
      const count = Math.min(out.length - filled, block.pcm.length - this.offset)
      for (let i = 0; i < count; i++) {
        const sample = block.pcm[this.offset + i] / 0x8000
        out[filled + i] = sample
        this.energy += sample * sample
      }
      filled += count
      if (block.answer !== null) this.playedFrames += count
      this.offset += count
      if (this.offset === block.pcm.length) {
        this.waiting.shift()
        this.offset = 0
      }
    }
    this.waitingFrames -= filled
    this.framesSinceReport += out.length
    if (this.framesSinceReport >= (sampleRate * REPORT_EVERY_MS) / 1000) this.report()
  }

  begin(answer) {
    // Whatever of the last one is still to come, comes too late.
    if (this.answer !== null) this.over()
    this.answer = answer
  }

  /** The answer is over once nothing of it waits and nothing more will come. */
  settle() {
    const { answer } = this
    if (answer === null || !this.ended.has(answer)) return
    if (!this.waiting.some((block) => block.answer === answer)) this.over()
  }

  over() {
    this.report()
    this.port.postMessage({ type: 'silent', answer: this.answer })
    this.ended.delete(this.answer)
    this.answer = null
    this.playedFrames = 0
  }

  report() {
    const level = Math.sqrt(this.energy / Math.max(1, this.framesSinceReport))
    this.port.postMessage({ type: 'played', answer: this.answer, frames: this.playedFrames, level })
    this.energy = 0
    this.framesSinceReport = 0
  }
}

registerProcessor('player', Player)
