import type { Readiness } from '@/protocol/routes'
import { send } from './api'

export type Voice = 'ready' | 'loading' | 'missing'

/** Whether the voice can be used; typed questions are answered either way. Raises `ApiProblem`. */
export async function voiceReadiness(signal: AbortSignal): Promise<Voice> {
  const { voice, models } = (await send('/readyz', { signal })) as Readiness
  if (voice) return 'ready'
  const states = Object.values(models)
  return states.length === 0 || states.some((state) => state === 'loading' || state === 'pulling')
    ? 'loading'
    : 'missing'
}
