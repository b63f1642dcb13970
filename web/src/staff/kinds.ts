/** Things of one kind, of which some are at hand. */
export interface Kind<T> {
  readonly code: string
  readonly shown: readonly T[]
  /** How many there are, shown or not. */
  readonly count: number
}

/** Returns warnings by their code, in the order in which each kind appears first; one without a code is its own kind. */
export function kindsOf<T extends { readonly code: string; readonly message: string }>(
  warnings: readonly T[],
  counts: Readonly<Record<string, number>> = {},
): Kind<T>[] {
  const found = new Map<string, T[]>()
  for (const warning of warnings) {
    const kind = warning.code || warning.message
    found.set(kind, [...(found.get(kind) ?? []), warning])
  }
  return [...found].map(([code, shown]) => ({
    code,
    shown,
    count: Math.max(shown.length, counts[code] ?? 0),
  }))
}

/** As many of one kind are listed one by one; of more, the first stands for the others until it is opened. */
export const FEW = 3

/** Returns how many lines warnings take, counted by their codes. */
export function linesOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((lines, count) => lines + (count > FEW ? 1 : count), 0)
}
