import { describe, expect, test } from 'vitest'
import { IDLE, type Link, type LinkEffect, type LinkEvent, step } from '@/realtime/link'

/** Feeds events and returns where the link ends up and what the last event asked for. */
function after(...events: LinkEvent[]): { link: Link; effects: readonly LinkEffect[] } {
  let link: Link = IDLE
  let effects: readonly LinkEffect[] = []
  for (const event of events) [link, effects] = step(link, event)
  return { link, effects }
}

const start: LinkEvent = { type: 'start', transport: 'webrtc' }
const minted: LinkEvent = { type: 'minted' }
const opened: LinkEvent = { type: 'opened' }
const silent: LinkEvent = { type: 'failed', answered: false }
const lost: LinkEvent = { type: 'lost', idle: false }
const retryDue: LinkEvent = { type: 'retryDue' }

describe('link', () => {
  test('opens over WebRTC and gives it five seconds', () => {
    expect(after(start, minted).effects).toEqual([{ type: 'open', transport: 'webrtc', within_ms: 5_000 }])
    expect(after(start, minted, opened).link).toEqual({ phase: 'live', transport: 'webrtc', renewing: false })
  })

  test('takes the WebSocket with a new ticket when WebRTC stays silent', () => {
    const { link, effects } = after(start, minted, silent)
    expect(link).toMatchObject({ phase: 'minting', transport: 'websocket' })
    expect(effects).toEqual([{ type: 'close' }, { type: 'mint' }])
  })

  test('keeps WebRTC when the server itself refused the ticket', () => {
    const { link, effects } = after(start, minted, { type: 'failed', answered: true })
    expect(link).toMatchObject({ phase: 'waiting', transport: 'webrtc' })
    expect(effects).toContainEqual({ type: 'retry', after_ms: 500 })
  })

  test('waits longer after each failure, two seconds at most: a network that is back is found soon', () => {
    const waits: number[] = []
    let link: Link = after(start, minted, opened).link
    let effects: readonly LinkEffect[]
    ;[link, effects] = step(link, lost)
    for (let i = 0; i < 6; i++) {
      for (const effect of effects) if (effect.type === 'retry') waits.push(effect.after_ms)
      ;[link] = step(link, retryDue)
      ;[link, effects] = step(link, { type: 'unreachable' })
    }
    expect(waits).toEqual([500, 1_000, 2_000, 2_000, 2_000, 2_000])
  })

  test('tries at once when the network is back', () => {
    expect(after(start, minted, opened, lost, { type: 'online' }).effects).toEqual([{ type: 'mint' }])
  })

  test('stays on the detour after a loss', () => {
    expect(after(start, minted, silent, minted, opened, lost, retryDue).link).toMatchObject({
      transport: 'websocket',
    })
  })

  test('does not call again when the server hung up on silence', () => {
    const { link, effects } = after(start, minted, opened, { type: 'lost', idle: true })
    expect(link.phase).toBe('paused')
    expect(effects).toEqual([{ type: 'close' }])
  })

  test('waits as long as a crowded server asks', () => {
    const crowded: LinkEvent = {
      type: 'refused',
      code: 'too_many_requests',
      retryable: true,
      retry_after_ms: 9_000,
    }
    const { link, effects } = after(start, crowded)
    expect(link).toMatchObject({ phase: 'waiting', code: 'too_many_requests' })
    expect(effects).toEqual([{ type: 'retry', after_ms: 9_000 }])
  })

  test('stops where trying again cannot help', () => {
    const { link, effects } = after(start, {
      type: 'refused',
      code: 'forbidden',
      retryable: false,
      retry_after_ms: 0,
    })
    expect(link).toEqual({ phase: 'refused', transport: 'webrtc', code: 'forbidden' })
    expect(effects).toEqual([])
  })

  test('late news of an attempt that was given up changes nothing', () => {
    for (const late of [minted, opened, silent, lost, retryDue]) {
      expect(after(start, { type: 'stop' }, late)).toEqual({ link: IDLE, effects: [] })
    }
  })

  const broken: LinkEvent = { type: 'broken' }
  const renew: LinkEvent = { type: 'renew' }

  test('calls again at once when the server says that the call is over', () => {
    const { link, effects } = after(start, minted, opened, broken)
    expect(link).toMatchObject({ phase: 'minting', transport: 'webrtc' })
    expect(effects).toEqual([{ type: 'close' }, { type: 'mint' }])
    expect(after(start, minted, opened, lost, broken).effects).toContainEqual({ type: 'mint' })
    expect(after(start, minted, broken).effects).toEqual([])
  })

  test('opens the call that takes over before it closes the first', () => {
    const { link, effects } = after(start, minted, opened, renew)
    expect(link).toEqual({ phase: 'live', transport: 'webrtc', renewing: true })
    expect(effects).toEqual([{ type: 'prepare', within_ms: 5_000 }])
    expect(after(start, minted, opened, renew, renew).effects).toEqual([])
    const prepared = after(start, minted, opened, renew, { type: 'prepared' })
    expect(prepared.link).toMatchObject({ phase: 'live', renewing: false })
    expect(prepared.effects).toEqual([{ type: 'switch' }])
  })

  test('stays with the first call when the second does not come', () => {
    const { link, effects } = after(start, minted, opened, renew, { type: 'notPrepared' })
    expect(link).toMatchObject({ phase: 'live', renewing: false })
    expect(effects).toEqual([])
    expect(after(start, minted, opened, { type: 'prepared' }).effects).toEqual([])
    expect(after(start, minted, opened, renew, lost).link).toMatchObject({ phase: 'waiting' })
  })

  test('leaves renewal over the WebSocket to the server', () => {
    expect(after(start, minted, silent, minted, opened, renew).effects).toEqual([])
  })
})
