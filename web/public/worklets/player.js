// @ts-check
/* global AudioWorkletProcessor, registerProcessor, sampleRate */
// Plays an answer that arrives over the WebSocket and says how much of it has sounded.
// Messages in:  {type: 'sound', pcm} (16-bit, the context's rate) | {type: 'end'} | {type: 'clear'}
// Messages out: {type: 'played', frames, level} while it sounds, {type: 'silent'} once all has sounded

// Enough to ride out the jitter of a local network without a delay that is noticed.
const PREBUFFER_MS = 40
const REPORT_EVERY_MS = 40

class Player extends AudioWorkletProcessor {
  constructor() {
    super()
    /** @type {Int16Array[]} */
    this.waiting = []
    this.offset = 0
    this.waitingFrames = 0
    this.playedFrames = 0
    this.playing = false
    this.ended = false
    this.framesSinceReport = 0
    this.energy = 0
    this.port.onmessage = ({ data }) => this.obey(data)
  }

  obey(message) {
    if (message.type === 'sound') {
      const pcm = new Int16Array(message.pcm)
      this.waiting.push(pcm)
      this.waitingFrames += pcm.length
      this.ended = false
    } else if (message.type === 'end') {
      this.ended = true
    } else if (message.type === 'clear') {
      this.waiting = []
      this.offset = this.waitingFrames = this.playedFrames = 0
      this.playing = this.ended = false
    }
  }

  process(_inputs, [output]) {
    const out = output?.[0]
    if (!out) return true
    if (!this.playing) {
      const enough = this.waitingFrames >= (sampleRate * PREBUFFER_MS) / 1000
      if (!enough && !(this.ended && this.waitingFrames > 0)) return true
      this.playing = true
    }
    this.fill(out)
    if (this.waitingFrames > 0) return true
    // Run dry: the end of the answer, or a gap in the network that is buffered anew.
    this.playing = false
    if (this.ended) {
      this.report()
      this.playedFrames = 0
      this.ended = false
      this.port.postMessage({ type: 'silent' })
    }
    return true
  }

  fill(out) {
    let filled = 0
    for (let block = this.waiting[0]; block && filled < out.length; block = this.waiting[0]) {
      const count = Math.min(out.length - filled, block.length - this.offset)
      for (let i = 0; i < count; i++) {
        const sample = block[this.offset + i] / 0x8000
        out[filled + i] = sample
        this.energy += sample * sample
      }
      filled += count
      this.offset += count
      if (this.offset === block.length) {
        this.waiting.shift()
        this.offset = 0
      }
    }
    this.waitingFrames -= filled
    this.playedFrames += filled
    this.framesSinceReport += out.length
    if (this.framesSinceReport >= (sampleRate * REPORT_EVERY_MS) / 1000) this.report()
  }

  report() {
    const level = Math.sqrt(this.energy / Math.max(1, this.framesSinceReport))
    this.port.postMessage({ type: 'played', frames: this.playedFrames, level })
    this.energy = 0
    this.framesSinceReport = 0
  }
}

registerProcessor('player', Player)
