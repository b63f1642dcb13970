const EVERY_MS = 20_000

/**
 * Tells the server that this page is still there, and when it goes. A provider does not tell the server that a browser
 * has left a WebRTC call, and somebody pays for what is said to nobody.
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

  private async say(word: 'here'): Promise<void> {
    const url = this.address(word)
    // One that is lost does not matter: the next follows soon.
    if (url !== null) await fetch(url, { method: 'POST' }).catch(() => null)
  }

  private address(word: string): string | null {
    const id = this.session()
    return id === null ? null : `/api/session/${encodeURIComponent(id)}/${word}`
  }
}
