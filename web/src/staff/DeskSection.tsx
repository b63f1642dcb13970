'use client'

import type { ReactNode } from 'react'
import { LoadState, type LoadWords } from './LoadState'
import type { Polled } from './usePolled'

interface DeskSectionProps {
  /** Of the heading, which names the region. */
  readonly id: string
  readonly title: string
  /** What the heading counts, if it does. */
  readonly count?: ReactNode
  readonly polled: Polled<unknown>
  readonly words: LoadWords
  readonly children: ReactNode
}

/** One part of the desk: its heading, whether what it shows is there and fresh, and what it shows. */
export function DeskSection({ id, title, count, polled, words, children }: DeskSectionProps) {
  return (
    <section aria-labelledby={id} className="@container flex min-w-0 flex-col gap-3">
      <h2 id={id} className="flex flex-wrap items-baseline gap-x-3 text-xl font-bold">
        {title}
        {count}
      </h2>
      <LoadState polled={polled} words={words} />
      {children}
    </section>
  )
}
