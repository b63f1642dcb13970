'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { RequestShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import type { LoadWords } from '../LoadState'
import { DeskSection } from '../DeskSection'
import { RequestItem } from './RequestItem'
import type { Requests } from './useRequests'

interface RequestPanelProps {
  readonly id: string
  readonly timeZone: string
  readonly requests: Requests
  readonly words: LoadWords & {
    readonly title: string
    readonly open: string
    /** There never was one. */
    readonly none: string
    readonly note?: string
  }
  /** What can be done about one; `describedBy` is the id of its words. */
  readonly steps: (request: RequestShown, describedBy: string) => ReactNode
  readonly children?: ReactNode
}

/** What visitors want of the staff, of one kind: rows keep their place, what is done can be opened again. */
export function RequestPanel({ id, timeZone, requests, words, steps, children }: RequestPanelProps) {
  const t = useTranslations('staff.requests')
  const { polled, open, shown, hidden, all, setAll, failed } = requests
  return (
    <DeskSection
      id={id}
      title={words.title}
      count={
        <span
          role="status"
          className={`text-base ${open ? 'text-alert font-bold' : 'text-soft font-normal'}`}
        >
          {open !== null && words.open}
        </span>
      }
      polled={polled}
      words={words}
    >
      {open !== null && shown.length === 0 && (
        <p className="border-line bg-raised text-soft rounded-xl border p-5">
          {hidden === 0 ? words.none : t('allDone')}
        </p>
      )}
      {shown.length > 0 && (
        <>
          <ul className="border-line bg-raised flex flex-col rounded-xl border">
            {shown.map((request) => (
              <RequestItem
                key={request.id}
                request={request}
                timeZone={timeZone}
                failed={failed === request.id}
                steps={steps}
              />
            ))}
          </ul>
          {words.note && <p className="text-soft text-sm">{words.note}</p>}
        </>
      )}
      {(hidden > 0 || all) && (
        <Button onClick={() => setAll(!all)} className="self-start">
          {all ? t('hideDone') : t('showDone', { count: hidden })}
        </Button>
      )}
      {children}
    </DeskSection>
  )
}
