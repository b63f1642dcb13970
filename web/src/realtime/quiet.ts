import type { VisitState } from './visitState'

const WITHIN_MS = 25_000
const LOOK_EVERY_MS = 50

/** Whether somebody speaks, or an answer is awaited. */
export function isBusy({ conversation, key }: VisitState): boolean {
  const { playing, unsounded, responding, hearing, awaiting } = conversation
  const speaks = playing !== null || unsounded !== null || responding !== null
  return key.phase !== 'up' || speaks || hearing !== null || awaiting
}

/** Resolves when nobody says anything, or when that has taken too long. */
export async function quiet(state: () => VisitState): Promise<void> {
  const until_ms = performance.now() + WITHIN_MS
  while (isBusy(state()) && performance.now() < until_ms) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}
