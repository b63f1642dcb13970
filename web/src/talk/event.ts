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

/** What is on changes with the clock. */
const REFRESH_MS = 60_000

/** Loads the congress and keeps "now" and "next" true. */
export function useLoadedEvent(event: string | null, language: Language): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ info: null, failed: false })
  useEffect(() => {
    let stale = false
    const load = () =>
      loadEvent(event, language).then(
        (info) => !stale && setLoaded({ info, failed: false }),
        () => !stale && setLoaded((before) => ({ ...before, failed: before.info === null })),
      )
    void load()
    const timer = setInterval(() => void load(), REFRESH_MS)
    return () => {
      stale = true
      clearInterval(timer)
    }
  }, [event, language])
  return loaded
}
