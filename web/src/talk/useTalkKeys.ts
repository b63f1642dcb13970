'use client'

import { useEffect } from 'react'
import { useVisit, useVisitState } from '@/state/visit'

/** The space bar talks wherever nothing else wants it; Escape stops. */
export function useTalkKeys() {
  const visit = useVisit()
  const mode = useVisitState((state) => state.mode)
  const handsFree = useVisitState((state) => state.handsFree)
  useEffect(() => {
    const talks = mode === 'voice' && !handsFree
    const onDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) visit.stop()
      if (event.code !== 'Space' || event.repeat || !talks || wantsSpace(event.target)) return
      event.preventDefault()
      visit.key({ type: 'press', at_ms: event.timeStamp })
    }
    const onUp = (event: KeyboardEvent) => {
      if (event.code === 'Space' && talks) visit.key({ type: 'release', at_ms: event.timeStamp })
    }
    document.addEventListener('keydown', onDown)
    document.addEventListener('keyup', onUp)
    return () => {
      document.removeEventListener('keydown', onDown)
      document.removeEventListener('keyup', onUp)
    }
  }, [visit, mode, handsFree])
}

function wantsSpace(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, button, a, [role="dialog"]') !== null
}
