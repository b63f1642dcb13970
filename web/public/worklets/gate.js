// @ts-check
/* global AudioWorkletProcessor, registerProcessor, sampleRate */
// The gate between microphone and server. Shut, nothing leaves: only a short ring of the latest sound is kept.
// Open, it lets through that ring first (the pre-roll, so that no first syllable is lost) and then what follows.
// Messages in:  {type: 'open'} | {type: 'close', tail_ms} | {type: 'shut'}
// Messages out: {type: 'level', level} | {type: 'drained'} | {type: 'sound', pcm} (16-bit, the context's rate)

const PRE_ROLL_MS = 200
const LEVEL_EVERY_MS = 50
const CHUNK_MS = 20
const BLOCK = 128
// Below this the room is taken for quiet (-46 dBFS): a pause may be dropped to catch up after the pre-roll.
const QUIET_RMS = 0.005

class Gate extends AudioWorkletProcessor {
  constructor(options) {
    super()
    this.asMessages = options.processorOptions.asMessages === true
    /** @type {Float32Array[]} what came in and has not gone out, oldest first */
    this.waiting = []
    this.isOpen = false
    /** @type {number | null} frames still to take in before shutting */
    this.tailFrames = null
    this.peak = 0
    this.framesSinceLevel = 0
    this.chunk = new Int16Array(Math.round((sampleRate * CHUNK_MS) / 1000))
    this.chunkLength = 0
    this.port.onmessage = ({ data }) => this.obey(data)
  }

  obey(message) {
    if (message.type === 'open') {
      this.isOpen = true
      this.tailFrames = null
    } else if (message.type === 'close' && this.isOpen) {
      this.tailFrames = Math.round((sampleRate * message.tail_ms) / 1000)
    } else if (message.type === 'shut') {
      this.isOpen = false
      this.tailFrames = null
      this.waiting = []
      this.chunkLength = 0
    }
  }

  process([input], [output]) {
    const heard = input?.[0]
    const out = output?.[0]
    if (heard) {
      this.measure(heard)
      if (this.tailFrames !== 0) this.waiting.push(heard.slice())
    }
    // A microphone that went away gives no blocks; the gate must shut all the same.
    if (this.tailFrames) this.tailFrames = Math.max(0, this.tailFrames - (heard?.length ?? BLOCK))
    if (!this.isOpen) this.keepPreRoll()
    else if (this.asMessages) this.sendAll()
    else if (out) this.playOne(out)
    if (this.isOpen && this.tailFrames === 0 && this.waiting.length === 0) this.drained()
    return true
  }

  /** A ring of the last PRE_ROLL_MS: older sound is dropped. */
  keepPreRoll() {
    const blocks = Math.ceil((sampleRate * PRE_ROLL_MS) / 1000 / BLOCK)
    while (this.waiting.length > blocks) this.waiting.shift()
  }

  /** A track runs in real time, so the pre-roll delays it; quiet blocks are left out until it has caught up. */
  playOne(out) {
    while (this.waiting.length > 1 && rms(this.waiting[0]) < QUIET_RMS) this.waiting.shift()
    const block = this.waiting.shift()
    if (block) out.set(block)
  }

  sendAll() {
    for (const block of this.waiting) {
      for (const sample of block) {
        this.chunk[this.chunkLength++] = Math.max(-1, Math.min(1, sample)) * 0x7fff
        if (this.chunkLength === this.chunk.length) this.sendChunk()
      }
    }
    this.waiting = []
  }

  sendChunk() {
    const pcm = this.chunk.slice(0, this.chunkLength).buffer
    this.chunkLength = 0
    this.port.postMessage({ type: 'sound', pcm }, [pcm])
  }

  drained() {
    if (this.asMessages && this.chunkLength > 0) this.sendChunk()
    this.isOpen = false
    this.tailFrames = null
    this.port.postMessage({ type: 'drained' })
  }

  measure(block) {
    this.peak = Math.max(this.peak, rms(block))
    this.framesSinceLevel += block.length
    if (this.framesSinceLevel < (sampleRate * LEVEL_EVERY_MS) / 1000) return
    this.port.postMessage({ type: 'level', level: this.peak })
    this.peak = 0
    this.framesSinceLevel = 0
  }
}

function rms(block) {
  let sum = 0
  for (const sample of block) sum += sample * sample
  return Math.sqrt(sum / block.length)
}

registerProcessor('gate', Gate)
