import { expect, test } from 'vitest'
import { spokenCharacters, splitAtWord } from '@/realtime/captions'

const text = 'At ten in the main hall.'

test('before the first sound nothing is marked', () => {
  expect(spokenCharacters(text, 0, 1_000)).toBe(0)
  expect(splitAtWord(text, 0)).toEqual(['', '', text])
})

test('the mark stands on whole words and moves with the sound', () => {
  const [said, now, coming] = splitAtWord(text, spokenCharacters(text, 500, 1_000))
  expect([said, now, coming]).toEqual(['At ten in ', 'the', ' main hall.'])
  expect(said + now + coming).toBe(text)
})

test('at the end everything has sounded, even when the sound ran longer than thought', () => {
  expect(spokenCharacters(text, 1_000, 1_000)).toBe(text.length)
  expect(spokenCharacters(text, 60_000, null)).toBe(text.length)
})

test('without a known length the mark never goes back', () => {
  const marks = [200, 400, 800, 1_200, 1_600].map((ms) => spokenCharacters(text, ms, null))
  expect(marks).toEqual([...marks].sort((a, b) => a - b))
})
