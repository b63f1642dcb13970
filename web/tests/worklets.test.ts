import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

const RATE_HZ = 24_000
const BLOCK = 128
const BLOCK_MS = (BLOCK / RATE_HZ) * 1000

interface Message {
  readonly type: string
  readonly answer?: string | null
  readonly pcm?: ArrayBuffer
  readonly frames?: number
  readonly ms?: number
}

interface Processor {
  readonly port: { onmessage: (event: { data: object }) => void; posted: Message[] }
  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean
}

/** Loads a worklet as the browser's audio thread would. */
function load(name: string, options: object = {}): Processor {
  let registered: (new (options: object) => Processor) | undefined
  class AudioWorkletProcessor {
    readonly port = {
      onmessage: () => {},
      posted: [] as Message[],
      postMessage(message: Message) {
        this.posted.push(message)
      },
    }
  }
  const source = readFileSync(new URL(`../public/worklets/${name}.js`, import.meta.url), 'utf8')
  runInNewContext(source, {
    AudioWorkletProcessor,
    sampleRate: RATE_HZ,
    registerProcessor: (_name: string, processor: typeof registered) => (registered = processor),
  })
  if (!registered) throw new Error(`${name} registers nothing`)
  return new registered({ processorOptions: options })
}

/** A block whose every sample is `value`, so that it can be recognised when it comes out. */
const block = (value: number) => new Float32Array(BLOCK).fill(value)
const blocks = (ms: number) => Math.ceil(ms / BLOCK_MS)

class Gate {
  private readonly gate: Processor
  readonly out: number[] = []
  constructor(asMessages: boolean) {
    this.gate = load('gate', { asMessages })
  }
  tell(message: object) {
    this.gate.port.onmessage({ data: message })
  }
  /** Lets the microphone hear one value for some time. */
  hear(value: number, ms: number) {
    for (let i = 0; i < blocks(ms); i++) {
      const output = block(0)
      this.gate.process([[block(value)]], [[output]])
      this.out.push(output[0] ?? 0)
    }
  }
  get unheard_ms() {
    this.tell({ type: 'unheard' })
    return this.gate.port.posted.at(-1)?.ms
  }
  get drained() {
    return this.gate.port.posted.some(({ type }) => type === 'drained')
  }
  /** How long a value sounded in what was sent as messages, in milliseconds. */
  sent_ms(value: number) {
    const sound = this.gate.port.posted.flatMap(({ pcm }) => (pcm ? [...new Int16Array(pcm)] : []))
    return (sound.filter((sample) => Math.abs(sample - value * 0x7fff) < 2).length / RATE_HZ) * 1000
  }
  played_ms(value: number) {
    return this.out.filter((sample) => Math.abs(sample - value) < 1e-6).length * BLOCK_MS
  }
}

describe.each([
  ['a track', false],
  ['messages', true],
])('the gate, feeding %s', (_feeding, asMessages) => {
  const passed = (gate: Gate, value: number) => (asMessages ? gate.sent_ms(value) : gate.played_ms(value))

  test('lets nothing out while it is shut', () => {
    const gate = new Gate(asMessages)
    gate.hear(0.5, 1_000)
    expect(passed(gate, 0.5)).toBe(0)
  })

  test('begins with what was said up to 200 ms before the key', () => {
    const gate = new Gate(asMessages)
    gate.hear(0.3, 500)
    gate.tell({ type: 'open' })
    gate.hear(0.5, 1_000)
    gate.tell({ type: 'close', tail_ms: 200 })
    gate.hear(0.5, 600)
    expect(passed(gate, 0.3)).toBeGreaterThanOrEqual(195)
    expect(passed(gate, 0.3)).toBeLessThanOrEqual(215)
  })

  test('lets the last syllable out before it shuts, and nothing after', () => {
    const gate = new Gate(asMessages)
    gate.tell({ type: 'open' })
    gate.hear(0.5, 1_000)
    gate.tell({ type: 'close', tail_ms: 200 })
    gate.hear(0.4, 190)
    gate.hear(0.7, 1_000)
    expect(passed(gate, 0.5)).toBeGreaterThanOrEqual(995)
    expect(passed(gate, 0.4)).toBeGreaterThanOrEqual(185)
    expect(passed(gate, 0.7)).toBeLessThanOrEqual(20)
    expect(gate.drained).toBe(true)
  })

  test('shuts even when the microphone goes away', () => {
    const gate = new Gate(asMessages)
    gate.tell({ type: 'open' })
    gate.hear(0.5, 100)
    gate.tell({ type: 'close', tail_ms: 200 })
    const { gate: processor } = gate as unknown as { gate: Processor }
    for (let i = 0; i < blocks(400); i++) processor.process([[]], [[block(0)]])
    expect(gate.drained).toBe(true)
  })
})

test('over a track, the delay of the pre-roll is gone after the first pause', () => {
  const gate = new Gate(false)
  gate.hear(0.3, 200)
  gate.tell({ type: 'open' })
  gate.hear(0.5, 300)
  gate.hear(0.001, 300)
  const before = gate.out.length
  gate.hear(0.6, BLOCK_MS)
  expect(gate.out[before]).toBeCloseTo(0.6)
})

describe('what nobody understood', () => {
  const said = () => {
    const gate = new Gate(false)
    gate.hear(0.01, 3_000) // a hall
    gate.tell({ type: 'open' })
    gate.hear(0.01, 1_000)
    gate.hear(0.5, 800)
    gate.hear(0.01, 700)
    return gate
  }
  const repeated_ms = (gate: Gate, ms: number) => {
    const before = gate.played_ms(0.5)
    gate.tell({ type: 'repeat' })
    gate.hear(0.01, ms)
    return gate.played_ms(0.5) - before
  }

  test('is said once more, without the hall before and after it', () => {
    const gate = said()
    expect(gate.unheard_ms).toBeCloseTo(1_200, -2)
    expect(repeated_ms(gate, 1_000)).toBeCloseTo(800, -1)
  })

  test('delays nothing that is said after it', () => {
    const gate = said()
    repeated_ms(gate, 1_300)
    gate.hear(0.6, 100)
    expect(gate.played_ms(0.6)).toBeGreaterThan(80)
  })

  test('outlasts a gate that is shut, and what was understood is not said again', () => {
    const gate = said()
    gate.tell({ type: 'shut' })
    gate.hear(0.01, 500)
    gate.tell({ type: 'open' })
    expect(repeated_ms(gate, 1_300)).toBeCloseTo(800, -1)
    gate.tell({ type: 'understood' })
    expect(gate.unheard_ms).toBe(0)
    expect(repeated_ms(gate, 1_300)).toBe(0)
  })

  test('is not the noise of a hall', () => {
    const gate = new Gate(false)
    gate.hear(0.05, 3_000)
    gate.tell({ type: 'open' })
    gate.hear(0.06, 5_000)
    expect(gate.unheard_ms).toBe(0)
  })
})

describe('the player', () => {
  const pcm = (ms: number) => new Int16Array((RATE_HZ * ms) / 1000).fill(8_000).buffer
  function run(player: Processor, ms: number): number[] {
    return Array.from({ length: blocks(ms) }, () => {
      const output = block(0)
      player.process([], [[output]])
      return output[0] ?? 0
    })
  }
  const played_ms = (player: Processor) =>
    Math.max(0, ...player.port.posted.map(({ frames }) => ((frames ?? 0) / RATE_HZ) * 1000))

  test('waits for 40 ms of sound, then plays without a gap', () => {
    const player = load('player')
    player.port.onmessage({ data: { type: 'sound', answer: 'a', pcm: pcm(20) } })
    expect(run(player, 20).every((sample) => sample === 0)).toBe(true)
    player.port.onmessage({ data: { type: 'sound', answer: 'a', pcm: pcm(200) } })
    expect(run(player, 200).every((sample) => sample > 0)).toBe(true)
  })

  test('says how much has sounded, and when all has', () => {
    const player = load('player')
    player.port.onmessage({ data: { type: 'sound', answer: 'a', pcm: pcm(500) } })
    player.port.onmessage({ data: { type: 'end', answer: 'a' } })
    run(player, 300)
    expect(played_ms(player)).toBeGreaterThan(250)
    expect(player.port.posted.some(({ type }) => type === 'silent')).toBe(false)
    run(player, 300)
    expect(played_ms(player)).toBeCloseTo(500, 0)
    expect(player.port.posted.at(-1)?.type).toBe('silent')
  })

  test('plays a word shorter than the buffer once it is known to be all', () => {
    const player = load('player')
    player.port.onmessage({ data: { type: 'sound', answer: 'a', pcm: pcm(20) } })
    player.port.onmessage({ data: { type: 'end', answer: 'a' } })
    expect(run(player, 20).some((sample) => sample > 0)).toBe(true)
  })

  test('falls silent at once when told', () => {
    const player = load('player')
    player.port.onmessage({ data: { type: 'sound', answer: 'a', pcm: pcm(500) } })
    run(player, 100)
    player.port.onmessage({ data: { type: 'clear' } })
    expect(run(player, 100).every((sample) => sample === 0)).toBe(true)
  })

  test('counts each answer by itself, and an announcement between them for none', () => {
    const player = load('player')
    const says = (ms: number, answer: string | null) =>
      player.port.onmessage({ data: { type: 'sound', pcm: pcm(ms), answer } })
    const ends = (answer: string) => player.port.onmessage({ data: { type: 'end', answer } })
    const silent = () => player.port.posted.flatMap(({ type, answer }) => (type === 'silent' ? [answer] : []))
    says(300, 'first')
    ends('first')
    says(200, null)
    says(400, 'second')
    ends('second')
    run(player, 290)
    expect(silent()).toEqual([])
    run(player, 100)
    expect(silent()).toEqual(['first'])
    run(player, 310)
    const last = player.port.posted.findLast(({ type }) => type === 'played')
    expect(last?.answer).toBe('second')
    expect(((last?.frames ?? 0) / RATE_HZ) * 1000).toBeLessThan(210)
    run(player, 310)
    expect(silent()).toEqual(['first', 'second'])
  })

  test('lets an answer that was cut off be over when the next one begins, or when that is known', () => {
    const player = load('player')
    player.port.onmessage({ data: { type: 'sound', pcm: pcm(100), answer: 'cut' } })
    player.port.onmessage({ data: { type: 'sound', pcm: pcm(100), answer: 'next' } })
    run(player, 300)
    expect(player.port.posted.filter(({ type }) => type === 'silent')).toEqual([
      { type: 'silent', answer: 'cut' },
    ])
    player.port.onmessage({ data: { type: 'end', answer: 'next' } })
    expect(player.port.posted.at(-1)).toEqual({ type: 'silent', answer: 'next' })
  })
})
