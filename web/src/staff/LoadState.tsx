'use client'

import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import type { Polled } from './usePolled'

interface LoadStateProps {
  readonly polled: Polled<unknown>
  readonly words: {
    readonly loading: string
    /** Nothing came yet. */
    readonly failed: string
    /** Something came before, and is shown. */
    readonly stale: string
    readonly again: string
  }
}

/** What is said while nothing is there yet, or when what is there may be old. */
export function LoadState({ polled: { data, problem, reload }, words }: LoadStateProps) {
  if (problem) {
    return (
      <Banner tone="alert" action={<Button onClick={reload}>{words.again}</Button>}>
        {data ? words.stale : words.failed}
      </Banner>
    )
  }
  return data ? null : <p className="text-soft">{words.loading}</p>
}
