'use client'

import { useTranslations } from 'use-intl'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import type { Polled } from './usePolled'

export interface LoadWords {
  readonly loading: string
  /** Nothing came yet. */
  readonly failed: string
  /** Something came before, and is shown. */
  readonly stale: string
}

interface LoadStateProps {
  readonly polled: Polled<unknown>
  readonly words: LoadWords
}

/** What is said while nothing is there yet, or when what is there may be old. */
export function LoadState({ polled: { data, problem, reload }, words }: LoadStateProps) {
  const t = useTranslations('staff.door')
  if (problem) {
    return (
      <Banner tone="alert" action={<Button onClick={reload}>{t('again')}</Button>}>
        {data ? words.stale : words.failed}
      </Banner>
    )
  }
  return data ? null : <p className="text-soft">{words.loading}</p>
}
