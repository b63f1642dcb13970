import type { Silent } from './soundedTime'

const EVERY_MS = 20_000

/**
 * Tells the server that this page is still there, what it does not hear any more, and when it goes. A provider does not
 * tell the server that a browser has left a WebRTC call, and somebody pays for what is said to nobody.
 */
export class Presence {
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(private readonly session: () => string | null) {
    globalThis.addEventListener('pagehide', this.leave)
  }

  begin(): void {
    this.end()
    this.timer = setInterval(() => void this.say('here'), EVERY_MS)
    void this.say('here')
  }

  end(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }

  dispose(): void {
    this.end()
    globalThis.removeEventListener('pagehide', this.leave)
  }

  private readonly leave = () => {
    const url = this.address('leave')
    if (url !== null && this.timer !== undefined) navigator.sendBeacon(url)
  }

  readonly silent = (what: Silent) => void this.say('silent', what)

  private async say(word: 'here' | 'silent', what?: Silent): Promise<void> {
    const url = this.address(word)
    const body = what && { body: JSON.stringify(what), headers: { 'Content-Type': 'application/json' } }
    // One that is lost does not matter: the next follows soon, or the server finds out later.
    if (url !== null) await fetch(url, { method: 'POST', ...body }).catch(() => null)
  }

  private address(word: string): string | null {
    const id = this.session()
    return id === null ? null : `/api/session/${encodeURIComponent(id)}/${word}`
  }
}
