import { expect, test } from 'vitest'
import { ApiProblem } from '@/realtime/api'

test.each([
  [0, 'unreachable', true],
  [429, 'too_many_requests', true],
  [503, 'upstream_down', true],
  [409, 'hung_up', false],
  // Money does not come back by waiting: the page must not knock again and again.
  [429, 'budget_spent', false],
])('a refusal with status %i and code %s: waiting helps = %s', (status, code, retryable) => {
  expect(new ApiProblem(status, code, '', null).retryable).toBe(retryable)
})
