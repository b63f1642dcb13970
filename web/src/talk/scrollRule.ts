/** A reader this close to a place is there, in pixels. */
const NEAR_PX = 48
/** What stays free above a card. */
const ABOVE_PX = 12

export interface ScrollPosition {
  readonly scrollTop: number
  readonly clientHeight: number
  readonly scrollHeight: number
}

/** Whether the last words are in view. */
export function isAtEnd({ scrollTop, clientHeight, scrollHeight }: ScrollPosition): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR_PX
}

/**
 * Where the text rests, in pixels from its top: at its end, but never so far that the answer's card begins above the
 * view, because what was asked for stands in its first line. `cardTop` is null where there is no card.
 */
export function restingPlace(
  { clientHeight, scrollHeight }: Omit<ScrollPosition, 'scrollTop'>,
  cardTop: number | null,
): number {
  const end = Math.max(0, scrollHeight - clientHeight)
  return cardTop === null ? end : Math.min(end, Math.max(0, cardTop - ABOVE_PX))
}

/** Whether new words may move the text: only when the reader is at its end, or where it came to rest. */
export function isFollowing(position: ScrollPosition, cardTop: number | null): boolean {
  return isAtEnd(position) || Math.abs(position.scrollTop - restingPlace(position, cardTop)) <= NEAR_PX
}
