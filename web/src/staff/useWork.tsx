'use client'

import { type ReactNode, useState } from 'react'
import { Refusal } from './Refusal'

export interface Work {
  readonly busy: boolean
  /** What the server says against it, or that it was not reached. */
  readonly failed: ReactNode
  readonly during: <T>(work: Promise<T>, then: (done: T) => void) => void
  readonly forget: () => void
}

/** One request after the other on behalf of a form: it waits meanwhile, and says what went wrong. */
export function useWork(unreachable: string): Work {
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ReactNode>(null)
  return {
    busy,
    failed,
    during: (work, then) => {
      setBusy(true)
      setFailed(null)
      work
        .then(then, (error: unknown) => setFailed(<Refusal error={error} unreachable={unreachable} />))
        .finally(() => setBusy(false))
    },
    forget: () => setFailed(null),
  }
}
