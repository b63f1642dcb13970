/** What the page must say before anything is asked of the visitor; a file beside the page, not a request about them. */
export interface PageInfo {
  /** Days that words are kept after the conversation; 0 erases them with it. */
  readonly retention_days: number
  /** Who else processes what is said. */
  readonly processor: string | null
  /** Address under which phones reach this server. */
  readonly address: string | null
}

const DEFAULT: PageInfo = { retention_days: 0, processor: null, address: null }

export async function loadPageInfo(): Promise<PageInfo> {
  const response = await fetch('/page.json', { credentials: 'omit' })
  const content: unknown = response.ok ? await response.json() : {}
  return { ...DEFAULT, ...(content as Partial<PageInfo>) }
}

/** Returns the address of this page for another device, with a question already in its composer. */
export function addressOf(info: PageInfo, query: Readonly<Record<string, string | null>>): string {
  const url = new URL('/', info.address ?? globalThis.location.origin)
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
  return url.href
}
