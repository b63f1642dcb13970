'use client'

import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { type StoreApi, createStore, useStore } from 'zustand'
import type { Language } from '@/realtime/language'
import { Visit } from '@/realtime/visit'
import { type Mode, type VisitState, newVisit } from '@/realtime/visitState'

interface Session {
  readonly visit: Visit
  readonly store: StoreApi<VisitState>
}

const SessionContext = createContext<Session | null>(null)

interface Beginning {
  readonly event: string | null
  readonly language: Language
  readonly mode: Mode
}

/** Runs one realtime session for as long as the screen is there, and begins it in the mode that was chosen. */
export function useRealtimeSession({ event, language, mode }: Beginning): Session | null {
  const [session, setSession] = useState<Session | null>(null)
  const [beginning] = useState({ language, mode })
  useEffect(() => {
    const store = createStore<VisitState>(() => newVisit(beginning.language))
    const visit = new Visit(store, event)
    setSession({ visit, store })
    void visit.begin(beginning.mode)
    return () => visit.dispose()
  }, [event, beginning])
  return session
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

/** Selects one thing of the visit; the component is drawn again only when that changes. */
export function useVisitState<T>(select: (state: VisitState) => T): T {
  return useStore(useSession().store, select)
}

export function useVisit(): Visit {
  return useSession().visit
}

function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('A session component is used outside of SessionProvider.')
  return session
}
