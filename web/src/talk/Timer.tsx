'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useVisitState } from '@/state/visit'

/** In the last minutes the time left is what matters. */
const WARN_BELOW_S = 120

/** How long the visit has lasted, and towards its limit how long it may still last. */
export function Timer() {
  const t = useTranslations('controls')
  const started_at_ms = useVisitState((state) => state.started_at_ms)
  const max_s = useVisitState((state) => state.limits?.max_seconds ?? Infinity)
  const [now_ms, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  if (started_at_ms === null) return null
  const elapsed_s = Math.max(0, Math.floor((now_ms - started_at_ms) / 1_000))
  const left_s = max_s - elapsed_s
  const ending = left_s <= WARN_BELOW_S
  const shown_s = ending ? Math.max(0, left_s) : elapsed_s
  return (
    <span
      role="timer"
      aria-label={t(ending ? 'timeLeft' : 'time')}
      className={`tabular-nums ${ending ? 'text-alert font-bold' : 'text-soft'}`}
    >
      {ending && '−'}
      {Math.floor(shown_s / 60)}:{String(Math.floor(shown_s % 60)).padStart(2, '0')}
    </span>
  )
}
