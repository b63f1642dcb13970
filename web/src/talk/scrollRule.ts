/** A reader this close to a place is there, in pixels. */
const NEAR_PX = 48
/** What stays free above a card. */
const ABOVE_PX = 12
/** What stays in view below the word that sounds: about two lines, so that the text moves seldom. */
const BELOW_PX = 72

export interface ScrollPosition {
  readonly scrollTop: number
  readonly clientHeight: number
  readonly scrollHeight: number
}

/** Whether the last words are in view. */
export function isAtEnd({ scrollTop, clientHeight, scrollHeight }: ScrollPosition): boolean {
  return scrollHeight - clientHeight - scrollTop <= NEAR_PX
}

/** What must be seen, in pixels from the top of the text. */
export interface Seen {
  /** Where the answer's card begins; null where there is none. */
  readonly cardTop: number | null
  /** Where the word that sounds ends; null while nothing is said. */
  readonly wordBottom: number | null
}

/**
 * Where the text rests, in pixels from its top: at its end, but not so far that the answer's card begins above the
 * view, because what was asked for stands in its first line; further only where the word that sounds is below the view.
 */
export function restingPlace(
  { clientHeight, scrollHeight }: Omit<ScrollPosition, 'scrollTop'>,
  { cardTop, wordBottom }: Seen,
): number {
  const end = Math.max(0, scrollHeight - clientHeight)
  if (cardTop === null) return end
  const ofCard = Math.max(0, cardTop - ABOVE_PX)
  if (wordBottom === null || wordBottom <= ofCard + clientHeight) return Math.min(end, ofCard)
  return Math.min(end, wordBottom + BELOW_PX - clientHeight)
}

/** Whether new words may move the text: only when the reader is at its end, or where it came to rest. */
export function isFollowing(position: ScrollPosition, seen: Seen): boolean {
  return isAtEnd(position) || Math.abs(position.scrollTop - restingPlace(position, seen)) <= NEAR_PX
}
