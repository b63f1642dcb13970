// @ts-check
/* global AudioWorkletProcessor, registerProcessor, sampleRate */
// The gate between microphone and server. Shut, nothing leaves: only a short ring of the latest sound is kept.
// Open, it lets through that ring first (the pre-roll, so that no first syllable is lost) and then what follows.
// What left over a track is kept until somebody has understood it: when its call dies, it is said again to the next one.
// Messages in:  {type: 'open'} | {type: 'close', tail_ms} | {type: 'shut'}
//               {type: 'understood'} | {type: 'unheard'} | {type: 'repeat'}
// Messages out: {type: 'level', level} | {type: 'drained'} | {type: 'sound', pcm} (16-bit, the context's rate)
//               {type: 'unheard', ms} answers the question

const PRE_ROLL_MS = 200
const LEVEL_EVERY_MS = 50
const CHUNK_MS = 20
const BLOCK = 128
// Below this the room is taken for quiet (-46 dBFS): a pause may be dropped to catch up after the pre-roll.
const QUIET_RMS = 0.005
const KEPT_MS = 12_000
// Speech stands out of the noise of a hall by as much; less of it than this is a click or a cough.
const STANDS_OUT = 3
const SPEECH_MS = 200
// How fast the noise is taken to rise: while the gate is open the visitor speaks, which is no noise.
const RISES = { shut: 0.01, open: 0.0001 }
const FALLS = 0.1

class Gate extends AudioWorkletProcessor {
  constructor(options) {
    super()
    this.asMessages = options.processorOptions.asMessages === true
    /** @type {Float32Array[]} what came in and has not gone out, oldest first */
    this.waiting = []
    /** @type {Float32Array[]} what went out over a track and was not understood yet */
    this.kept = []
    /** Blocks at the head of `waiting` that are said a second time. */
    this.repeating = 0
    this.noise = 0
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
      this.repeating = 0
      this.chunkLength = 0
    } else if (message.type === 'understood') {
      this.kept = []
      if (this.repeating > 0) this.waiting = []
      this.repeating = 0
    } else if (message.type === 'unheard') {
      const ms = (this.unheard().length * BLOCK * 1000) / sampleRate
      this.port.postMessage({ type: 'unheard', ms })
    } else if (message.type === 'repeat') {
      this.waiting = this.unheard()
      this.repeating = this.waiting.length
      this.kept = []
    }
  }

  process([input], [output]) {
    const heard = input?.[0]
    const out = output?.[0]
    if (heard) {
      this.measure(heard)
      // What is said meanwhile would be late for ever after where the room is loud.
      if (this.tailFrames !== 0 && this.repeating === 0) this.waiting.push(heard.slice())
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
    while (this.waiting.length > blocks(PRE_ROLL_MS)) this.waiting.shift()
  }

  /** A track runs in real time, so the pre-roll delays it; quiet blocks are left out until it has caught up. */
  playOne(out) {
    if (this.repeating > 0) this.repeating--
    else while (this.waiting.length > 1 && rms(this.waiting[0]) < QUIET_RMS) this.waiting.shift()
    const block = this.waiting.shift()
    if (!block) return
    out.set(block)
    this.kept.push(block)
    if (this.kept.length > blocks(KEPT_MS)) this.kept.shift()
  }

  /** The speech in what is kept, with a little around it; empty where nothing stands out. */
  unheard() {
    const loudest = Math.max(2 * QUIET_RMS, STANDS_OUT * this.noise)
    const loud = this.kept.map((block) => rms(block) > loudest)
    if (loud.filter(Boolean).length < blocks(SPEECH_MS)) return []
    const first = Math.max(0, loud.indexOf(true) - blocks(PRE_ROLL_MS))
    return this.kept.slice(first, loud.lastIndexOf(true) + blocks(PRE_ROLL_MS))
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
    const level = rms(block)
    this.noise += (level - this.noise) * (level < this.noise ? FALLS : RISES[this.isOpen ? 'open' : 'shut'])
    this.peak = Math.max(this.peak, level)
    this.framesSinceLevel += block.length
    if (this.framesSinceLevel < (sampleRate * LEVEL_EVERY_MS) / 1000) return
    this.port.postMessage({ type: 'level', level: this.peak })
    this.peak = 0
    this.framesSinceLevel = 0
  }
}

function blocks(ms) {
  return Math.ceil((sampleRate * ms) / 1000 / BLOCK)
}

function rms(block) {
  let sum = 0
  for (const sample of block) sum += sample * sample
  return Math.sqrt(sum / block.length)
}

registerProcessor('gate', Gate)
