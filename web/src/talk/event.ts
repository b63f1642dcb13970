'use client'

import { createContext, useContext, useEffect, useState } from 'react'
import type { EventNow } from '@/protocol/routes'
import { loadEvent } from '@/realtime/eventInfo'
import type { Language } from '@/realtime/language'
import type { PageInfo } from '@/protocol/routes'

interface Loaded {
  readonly info: EventNow | null
  readonly failed: boolean
}

interface EventOnScreen extends Loaded {
  /** The id in the page's address; null means that the server chose. */
  readonly id: string | null
  readonly page: PageInfo | null
}

export const EventContext = createContext<EventOnScreen>({ info: null, failed: false, id: null, page: null })

export const useEventOnScreen = () => useContext(EventContext)

const MINUTE_MS = 60_000
/** So that the pages of a full hall do not ask in the same moment. */
const SPREAD_MS = 2_000

/** Returns how long it is until the congress's clock shows the next minute: sessions begin and end with one. */
export function untilNextMinute(now: string): number {
  return MINUTE_MS - (Date.parse(now) % MINUTE_MS)
}

/** Loads the congress and keeps "now" and "next" true, by the congress's clock; a page that is looked at again at once. */
export function useLoadedEvent(event: string | null, language: Language): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ info: null, failed: false })
  useEffect(() => {
    let round = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async () => {
      const mine = ++round
      clearTimeout(timer)
      const info = await loadEvent(event, language).catch(() => null)
      if (mine !== round) return
      setLoaded((before) => (info ? { info, failed: false } : { ...before, failed: before.info === null }))
      const wait = (info ? untilNextMinute(info.now) : MINUTE_MS) + Math.random() * SPREAD_MS
      timer = setTimeout(() => void load(), wait)
    }
    const onVisible = () => {
      if (!document.hidden) void load()
    }
    void load()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      round = -1
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [event, language])
  return loaded
}
