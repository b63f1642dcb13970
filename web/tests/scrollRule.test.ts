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
  expect(restingPlace(box, { cardTop: null, wordBottom: null })).toBe(1_500)
  expect(restingPlace(box, { cardTop: 1_600, wordBottom: null })).toBe(1_500)
  expect(restingPlace(box, { cardTop: 1_212, wordBottom: null })).toBe(1_200)
  expect(restingPlace({ clientHeight: 500, scrollHeight: 300 }, { cardTop: 0, wordBottom: null })).toBe(0)
})

test('the word that sounds is in view, and the card as long as both are', () => {
  const box = { clientHeight: 500, scrollHeight: 2_000 }
  expect(restingPlace(box, { cardTop: 1_212, wordBottom: 1_600 })).toBe(1_200)
  expect(restingPlace(box, { cardTop: 1_212, wordBottom: 1_700 })).toBe(1_200)
  expect(restingPlace(box, { cardTop: 1_212, wordBottom: 1_730 })).toBe(1_302)
  expect(restingPlace(box, { cardTop: 1_212, wordBottom: 1_990 })).toBe(1_500)
  expect(isFollowing({ ...box, scrollTop: 1_302 }, { cardTop: 1_212, wordBottom: 1_730 })).toBe(true)
  expect(isFollowing({ ...box, scrollTop: 1_100 }, { cardTop: 1_212, wordBottom: 1_730 })).toBe(false)
})

test('a reader who looks at something earlier is left there', () => {
  const box = { clientHeight: 500, scrollHeight: 2_000 }
  const card = { cardTop: 1_212, wordBottom: null }
  expect(isFollowing({ ...box, scrollTop: 1_200 }, card)).toBe(true)
  expect(isFollowing({ ...box, scrollTop: 1_500 }, card)).toBe(true)
  expect(isFollowing({ ...box, scrollTop: 900 }, card)).toBe(false)
  expect(isFollowing({ ...box, scrollTop: 1_200 }, { cardTop: null, wordBottom: null })).toBe(false)
})
