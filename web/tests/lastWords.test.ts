import { expect, test } from 'vitest'
import { LastWords } from '@/realtime/lastWords'
import type { Microphone } from '@/realtime/microphone'
import type { VisitState } from '@/realtime/visitState'

const TALKING = { link: { phase: 'live', transport: 'webrtc' }, mode: 'voice' } as VisitState

/** A microphone of which only what left it and was not understood is known. */
class Ears implements Microphone {
  readonly stream = {} as MediaStream
  said_ms = 0
  beside = () => ({ stream: this.stream, hear: () => {} })
  open = () => {}
  close = () => {}
  shut = () => {}
  understood = () => {
    this.said_ms = 0
  }
  unheard_ms = () => Promise.resolve(this.said_ms)
  repeat = () => {}
  feed = () => Promise.resolve()
  stop = () => {}
}

test('what nobody understood waits for the next call, and what the visitor took back does not', async () => {
  const words = new LastWords(() => {})
  const ears = new Ears()
  words.begin(ears)
  ears.said_ms = 900
  expect(await words.wait(ears, TALKING)).toBe(true)
  words.takeBack(ears)
  expect(await words.wait(ears, TALKING)).toBe(false)
})
