import { describe, expect, test } from 'vitest'
import { readSignal } from '@/realtime/signalLine'
import { isBusy } from '@/realtime/quiet'
import { newVisit } from '@/realtime/visitState'

describe('signals', () => {
  test('are read, and what is no signal of ours is not', () => {
    const renew = { type: 'renew', why: 'cap', broken: false }
    expect(readSignal(JSON.stringify(renew))).toEqual(renew)
    for (const data of ['{', '7', 'null', '{}', '{"type":7}', '{"type":"dance"}', new ArrayBuffer(1)]) {
      expect(readSignal(data)).toBeNull()
    }
  })

  test('a moment is quiet when nobody speaks and nothing is awaited', () => {
    const visit = newVisit('en')
    expect(isBusy(visit)).toBe(false)
    expect(isBusy({ ...visit, key: { phase: 'latched' } })).toBe(true)
    for (const change of [
      { playing: 'r' },
      { unsounded: 'r' },
      { responding: 'r' },
      { hearing: 'i' },
      { awaiting: true },
    ]) {
      expect(isBusy({ ...visit, conversation: { ...visit.conversation, ...change } })).toBe(true)
    }
  })
})
