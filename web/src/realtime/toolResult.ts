import type { Confirmation, ToolResult } from '@/protocol/results'

const TYPES: ReadonlySet<ToolResult['type']> = new Set([
  'sessions',
  'session',
  'whats_on',
  'speaker',
  'place',
  'passages',
  'facts',
  'registration',
  'checked_in',
])

/** Reads a question that a tool puts to the visitor; null when the output is anything else. */
export function readConfirmation(output: string): Confirmation | null {
  const data = parse(output)
  return data?.type === 'confirmation' ? (data as unknown as Confirmation) : null
}

/** Reads the output of a congress tool; null for other tools and for errors. */
export function readToolResult(output: string): ToolResult | null {
  const data = parse(output)
  return data && TYPES.has(data.type as ToolResult['type']) ? (data as unknown as ToolResult) : null
}

function parse(output: string): { readonly type: unknown } | null {
  try {
    const data: unknown = JSON.parse(output)
    return typeof data === 'object' && data !== null && 'type' in data ? data : null
  } catch {
    return null
  }
}
