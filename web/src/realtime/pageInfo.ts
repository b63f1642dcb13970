import type { PageInfo } from '@/protocol/routes'

/** Loads what the consent says: a file beside the page, asked for without cookies and equal for everybody. */
export async function loadPageInfo(): Promise<PageInfo> {
  const response = await fetch('/page.json', { credentials: 'omit' })
  if (!response.ok) throw new Error(`page.json: ${response.status}`)
  return (await response.json()) as PageInfo
}

/** Returns the address of this page for another device, with a question already in its composer. */
export function addressOf(info: PageInfo, query: Readonly<Record<string, string | null>>): string {
  const url = new URL('/', info.address ?? globalThis.location.origin)
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value)
  return url.href
}
