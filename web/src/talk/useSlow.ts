'use client'

import { useEffect, useState } from 'react'

/** True once `value` has held for the time given: what passes sooner need not be shown. */
export function useSlow(value: boolean, after_ms: number): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(() => setSlow(true), after_ms)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [value, after_ms])
  return slow
}
