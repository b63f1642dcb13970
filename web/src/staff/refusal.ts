import { ApiProblem } from '@/realtime/api'

/** Whether somebody else was faster: what was looked at is not what holds. */
export const isLate = (error: unknown): boolean => error instanceof ApiProblem && error.status === 409

/** Whether an upload was not applied in time: it is not there to be corrected or applied. */
export const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'import_gone'

/** What the server says against it and what to do; null where it was not reached. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem) || error.status === 0) return null
  return [error.message, error.hint].filter(Boolean).join(' ')
}
