import type { BriefShown } from '@/protocol/routes'
import { type Draft, draftOf } from './api'

/** Values that differ from what is stored; null for the voice means the configured one. */
export interface Edits {
  readonly variables: Readonly<Record<string, string>>
  readonly voice?: string | null
}

export const NO_EDITS: Edits = { variables: {} }

/** Returns the edits with one value more; a value that is as stored is no edit. */
export function edited(edits: Edits, shown: BriefShown, name: string, value: string): Edits {
  const stored = shown.facts.find((fact) => fact.name === name)?.value ?? ''
  const others = Object.fromEntries(Object.entries(edits.variables).filter(([other]) => other !== name))
  return { ...edits, variables: value === stored ? others : { ...others, [name]: value } }
}

export function editedVoice(edits: Edits, shown: BriefShown, voice: string | null): Edits {
  return voice === shown.voice ? { variables: edits.variables } : { ...edits, voice }
}

export function countOf(edits: Edits): number {
  return Object.keys(edits.variables).length + (edits.voice === undefined ? 0 : 1)
}

/** Returns what would be stored: what is told now, with the edits. */
export function merged(edits: Edits, shown: BriefShown): Draft {
  const { variables, voice } = draftOf(shown)
  return {
    variables: { ...variables, ...edits.variables },
    voice: edits.voice === undefined ? voice : edits.voice,
  }
}

/** Returns the edits that still differ from details that were loaded anew: what somebody else saved is kept. */
export function rebased(edits: Edits, shown: BriefShown): Edits {
  const entries = Object.entries(edits.variables)
  const kept = entries.reduce((all, [name, value]) => edited(all, shown, name, value), NO_EDITS)
  return edits.voice === undefined ? kept : editedVoice(kept, shown, edits.voice)
}
