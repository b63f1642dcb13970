import type { DeedShown } from '@/protocol/routes'

/** What is known of the history so far, the latest first, and whether there is more behind it. */
export interface Seen {
  readonly deeds: readonly DeedShown[]
  readonly more: boolean
}

/** Returns the history with a fresh first page; after a long silence, in which more happened than a page, only that. */
export function refreshed(seen: Seen | null, fresh: Seen): Seen {
  const oldest = fresh.deeds.at(-1)?.id ?? 0
  const newest = seen?.deeds[0]?.id ?? 0
  if (!seen || newest < oldest) return fresh
  const behind = seen.deeds.filter(({ id }) => id < oldest)
  return { deeds: [...fresh.deeds, ...behind], more: behind.length > 0 ? seen.more : fresh.more }
}

/** Returns the history with an earlier page behind it. */
export function extended(seen: Seen, earlier: Seen): Seen {
  const oldest = seen.deeds.at(-1)?.id ?? Infinity
  return { deeds: [...seen.deeds, ...earlier.deeds.filter(({ id }) => id < oldest)], more: earlier.more }
}
