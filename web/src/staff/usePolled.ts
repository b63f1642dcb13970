'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '@/realtime/api'

export interface Polled<T> {
  /** The last answer; it stays when a later one fails. */
  readonly data: T | null
  readonly problem: ApiProblem | null
  readonly reload: () => void
}

/** Asks again and again while the page is in sight; a hidden page asks nothing. */
export function usePolled<T>(load: () => Promise<T>, every_ms: number): Polled<T> {
  const [state, setState] = useState<{ data: T | null; problem: ApiProblem | null }>({
    data: null,
    problem: null,
  })
  const [asked, setAsked] = useState(0)
  const latest = useRef(0)

  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const round = async () => {
      const number = ++latest.current
      try {
        const data = await load()
        if (!stopped && number === latest.current) setState({ data, problem: null })
      } catch (error) {
        const problem =
          error instanceof ApiProblem ? error : new ApiProblem(0, 'unreachable', String(error), null)
        if (!stopped && number === latest.current) setState((before) => ({ ...before, problem }))
      }
      if (!stopped && !document.hidden) timer = setTimeout(() => void round(), every_ms)
    }
    const onVisible = () => {
      clearTimeout(timer)
      if (!document.hidden) void round()
    }
    void round()
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      stopped = true
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [load, every_ms, asked])

  const reload = useCallback(() => setAsked((times) => times + 1), [])
  return { ...state, reload }
}
