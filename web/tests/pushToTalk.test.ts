import { describe, expect, test } from 'vitest'
import { KEY_UP, type TalkKey, type TalkKeyEffect, type TalkKeyEvent, step } from '@/realtime/pushToTalk'

function play(...events: TalkKeyEvent[]): { key: TalkKey; effects: TalkKeyEffect[] } {
  let key = KEY_UP
  const effects: TalkKeyEffect[] = []
  for (const event of events) {
    const [next, more] = step(key, event)
    key = next
    effects.push(...more)
  }
  return { key, effects }
}

const press = (at_ms: number): TalkKeyEvent => ({ type: 'press', at_ms })
const release = (at_ms: number): TalkKeyEvent => ({ type: 'release', at_ms })
const drained: TalkKeyEvent = { type: 'drained' }
const cancel: TalkKeyEvent = { type: 'cancel' }

describe('talk key', () => {
  test('held: listens while down and hands over only when the tail is out', () => {
    expect(play(press(0), release(2_000))).toEqual({ key: { phase: 'closing' }, effects: ['open', 'close'] })
    expect(play(press(0), release(2_000), drained)).toEqual({
      key: KEY_UP,
      effects: ['open', 'close', 'commit'],
    })
  })

  test('tapped: listens until the next tap', () => {
    expect(play(press(0), release(120)).key).toEqual({ phase: 'latched' })
    expect(play(press(0), release(120), press(4_000), release(4_100), drained)).toEqual({
      key: KEY_UP,
      effects: ['open', 'close', 'commit'],
    })
  })

  test('pressed again before the tail is out: both questions are handed over, in order', () => {
    expect(play(press(0), release(900), press(950), release(2_000), drained).effects).toEqual([
      'open',
      'close',
      'commit',
      'open',
      'close',
      'commit',
    ])
  })

  test('cancelled: nothing is handed over', () => {
    expect(play(press(0), cancel, drained, release(900))).toEqual({
      key: KEY_UP,
      effects: ['open', 'discard'],
    })
    expect(play(press(0), release(50), cancel)).toEqual({ key: KEY_UP, effects: ['open', 'discard'] })
    expect(play(cancel)).toEqual({ key: KEY_UP, effects: [] })
  })

  test('a key that repeats does not begin anew', () => {
    expect(play(press(0), press(30), press(60), release(800), drained).effects).toEqual([
      'open',
      'close',
      'commit',
    ])
  })
})
