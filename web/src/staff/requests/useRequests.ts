'use client'

import { useCallback, useState } from 'react'
import type { EventShown, RequestShown } from '@/protocol/routes'
import { loadRequests, setRequest } from '../api'
import { type Polled, usePolled } from '../usePolled'

export interface Requests {
  readonly polled: Polled<unknown>
  /** How many are new; null while nothing came yet. */
  readonly open: number | null
  readonly shown: readonly RequestShown[]
  /** How many more there are that were done before. */
  readonly hidden: number
  readonly all: boolean
  readonly setAll: (all: boolean) => void
  /** The one whose change was not saved. */
  readonly failed: string | null
  readonly change: (id: string, state: RequestShown['state']) => void
  readonly reload: () => void
}

/** Requests of one kind, latest first; what is done in sight stays in sight: nothing vanishes under a finger. */
export function useRequests(event: EventShown, kind: RequestShown['kind'], every_ms: number): Requests {
  const load = useCallback(() => loadRequests(event.id, kind), [event.id, kind])
  const polled = usePolled(load, every_ms)
  const { data, reload } = polled
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  // A message without its words still says that somebody wanted something; a question is its words.
  const found = (data?.requests ?? [])
    .filter(({ words }) => words !== null || kind === 'message')
    .toSorted((one, other) => other.at.localeCompare(one.at))
  const hidden = found.filter(({ id, state }) => state === 'done' && !touched.has(id))
  const change = (id: string, state: RequestShown['state']) => {
    setFailed(null)
    setTouched((before) => new Set(before).add(id))
    setRequest(id, state).then(reload, () => setFailed(id))
  }
  return {
    polled,
    open: data && found.filter(({ state }) => state === 'open').length,
    shown: all ? found : found.filter((request) => !hidden.includes(request)),
    hidden: hidden.length,
    all,
    setAll,
    failed,
    change,
    reload,
  }
}
