import type { ToolResult } from '@/protocol/results'

const TYPES: ReadonlySet<ToolResult['type']> = new Set([
  'sessions',
  'session',
  'whats_on',
  'speaker',
  'place',
])

/** Reads the output of a congress tool; null for other tools and for errors. */
export function readToolResult(output: string): ToolResult | null {
  let data: unknown
  try {
    data = JSON.parse(output)
  } catch {
    return null
  }
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  return TYPES.has(data.type as ToolResult['type']) ? (data as ToolResult) : null
}
