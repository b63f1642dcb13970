const WRITTEN = /^(\d{1,9})(?:[.,](\d{1,9}))?$/

/** Reads dollars as people write them, "25" or "2,50": null = nothing is written, undefined = not understood. */
export function readAmount(text: string): string | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const [, whole, part] = WRITTEN.exec(trimmed) ?? []
  if (whole === undefined) return undefined
  // "1.000" is a thousand to some and one to others.
  if (part?.length === 3 && Number(whole) > 0) return undefined
  return part === undefined ? whole : `${whole}.${part}`
}

/** Writes a stored amount into a field: "5.000000000" as "5.00". */
export function writeAmount(usd: string | null): string {
  if (usd === null) return ''
  const [whole = '0', part = ''] = usd.split('.')
  const digits = part.replace(/0+$/, '')
  return digits === '' ? whole : `${whole}.${digits.padEnd(2, '0')}`
}
