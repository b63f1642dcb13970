import { expect, test } from 'vitest'
import { isAtEnd, isFollowing, restingPlace } from '@/talk/scrollRule'

test('the last words are in view at the end', () => {
  const box = { clientHeight: 500, scrollHeight: 2_000 }
  expect(isAtEnd({ ...box, scrollTop: 1_500 })).toBe(true)
  expect(isAtEnd({ ...box, scrollTop: 1_460 })).toBe(true)
  expect(isAtEnd({ ...box, scrollTop: 1_300 })).toBe(false)
  expect(isAtEnd({ ...box, scrollTop: 0 })).toBe(false)
})

test('what needs no scrolling is at its end', () => {
  expect(isAtEnd({ clientHeight: 500, scrollHeight: 300, scrollTop: 0 })).toBe(true)
})

test('the text rests at its end, and a card taller than the view at its own top', () => {
  const box = { clientHeight: 500, scrollHeight: 2_000 }
  expect(restingPlace(box, null)).toBe(1_500)
  expect(restingPlace(box, 1_600)).toBe(1_500)
  expect(restingPlace(box, 1_212)).toBe(1_200)
  expect(restingPlace({ clientHeight: 500, scrollHeight: 300 }, 0)).toBe(0)
})

test('a reader who looks at something earlier is left there', () => {
  const box = { clientHeight: 500, scrollHeight: 2_000 }
  expect(isFollowing({ ...box, scrollTop: 1_200 }, 1_212)).toBe(true)
  expect(isFollowing({ ...box, scrollTop: 1_500 }, 1_212)).toBe(true)
  expect(isFollowing({ ...box, scrollTop: 900 }, 1_212)).toBe(false)
  expect(isFollowing({ ...box, scrollTop: 1_200 }, null)).toBe(false)
})
