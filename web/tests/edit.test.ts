import { describe, expect, test } from 'vitest'
import type { BriefShown } from '@/protocol/routes'
import { NO_EDITS, countOf, edited, editedVoice, merged, rebased } from '@/staff/edit'

const fact = (name: string, value: string) => ({ name, value, programme: '', max_chars: 160, lines: 1 })
const shown: BriefShown = {
  version: 3,
  facts: [fact('desk', 'Hall A'), fact('wifi', '')],
  voice: null,
  default_voice: 'auto',
  voices: ['auto', 'fast'],
  changed_at: null,
  changed_by: null,
}

describe('edits', () => {
  test('a value put back as it was is no edit', () => {
    const changed = edited(NO_EDITS, shown, 'desk', 'Hall B')
    expect(countOf(changed)).toBe(1)
    expect(edited(changed, shown, 'desk', 'Hall A')).toEqual(NO_EDITS)
    expect(editedVoice(editedVoice(NO_EDITS, shown, 'fast'), shown, null)).toEqual(NO_EDITS)
  })

  test('what is sent is what is told now with the edits', () => {
    const edits = editedVoice(edited(NO_EDITS, shown, 'wifi', 'Expo'), shown, 'fast')
    expect(countOf(edits)).toBe(2)
    expect(merged(edits, shown)).toEqual({ variables: { desk: 'Hall A', wifi: 'Expo' }, voice: 'fast' })
    expect(merged(NO_EDITS, shown)).toEqual({ variables: { desk: 'Hall A' }, voice: null })
  })

  test('what a colleague saved stays, what is the same by now is no edit any more', () => {
    const edits = edited(edited(NO_EDITS, shown, 'wifi', 'Expo'), shown, 'desk', 'Hall B')
    const newer = { ...shown, version: 4, facts: [fact('desk', 'Hall B'), fact('wifi', 'Guest')] }
    const kept = rebased(edits, newer)
    expect(kept).toEqual({ variables: { wifi: 'Expo' } })
    expect(merged(kept, newer).variables).toEqual({ desk: 'Hall B', wifi: 'Expo' })
  })
})
