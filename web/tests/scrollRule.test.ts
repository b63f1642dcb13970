import { expect, test } from 'vitest'
import { isAtEnd } from '@/talk/scrollRule'

test('the text follows only a reader at its end', () => {
  const box = { clientHeight: 500, scrollHeight: 2_000 }
  expect(isAtEnd({ ...box, scrollTop: 1_500 })).toBe(true)
  expect(isAtEnd({ ...box, scrollTop: 1_460 })).toBe(true)
  expect(isAtEnd({ ...box, scrollTop: 1_300 })).toBe(false)
  expect(isAtEnd({ ...box, scrollTop: 0 })).toBe(false)
})

test('what needs no scrolling is at its end', () => {
  expect(isAtEnd({ clientHeight: 500, scrollHeight: 300, scrollTop: 0 })).toBe(true)
})
