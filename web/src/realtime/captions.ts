/** Characters per second of an unhurried voice, spaces included: measured on long clauses of the embedded voices. */
const CHARACTERS_PER_S = 15

/**
 * Returns how many characters of an answer have sounded, at a word's end.
 *
 * Where the length of the sound is known (WebSocket) it is taken as it is, otherwise (WebRTC, where the page sees no
 * audio frames) a common speaking rate stands in for it.
 */
export function spokenCharacters(text: string, played_ms: number, total_ms: number | null): number {
  if (played_ms <= 0) return 0
  const raw =
    total_ms !== null && total_ms > 0
      ? (text.length * played_ms) / total_ms
      : (played_ms / 1000) * CHARACTERS_PER_S
  if (raw >= text.length) return text.length
  const end = text.indexOf(' ', Math.floor(raw))
  return end < 0 ? text.length : end
}

/** Splits an answer into what has sounded, the word that sounds, and what is to come. */
export function splitAtWord(text: string, spoken: number): readonly [string, string, string] {
  const start = text.lastIndexOf(' ', Math.max(0, spoken - 1)) + 1
  return [text.slice(0, start), text.slice(start, spoken), text.slice(spoken)]
}
