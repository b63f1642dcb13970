'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown } from '@/protocol/routes'
import type { Language } from '@/realtime/language'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { loadAnswers, loadGaps, setGap } from '../api'
import { usePolled } from '../usePolled'
import { AnswerForm } from './AnswerForm'
import { GapItem } from './GapItem'
import { GivenAnswers } from './GivenAnswers'

/** Seldom: nobody waits on the spot, but the next visitor may ask the same. */
const EVERY_MS = 10_000

interface GapsProps {
  readonly event: EventShown
  readonly language: Language
}

/** What visitors asked and nothing answered, each one step from its answer; and the answers that staff gave. */
export function Gaps({ event, language }: GapsProps) {
  const t = useTranslations('staff.gaps')
  const gaps = usePolled(
    useCallback(() => loadGaps(event.id), [event.id]),
    EVERY_MS,
  )
  const given = usePolled(
    useCallback(() => loadAnswers(event.id), [event.id]),
    EVERY_MS,
  )
  const [writing, setWriting] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const open =
    gaps.data?.questions.filter(({ state, question }) => state === 'open' && question !== null) ?? []
  const reload = () => {
    gaps.reload()
    given.reload()
  }
  const dismiss = (id: string) => {
    setFailed(null)
    setGap(id, 'dismissed').then(gaps.reload, () => setFailed(id))
  }
  return (
    <section aria-labelledby="gaps" className="@container flex min-w-0 flex-col gap-3">
      <h2 id="gaps" className="flex flex-wrap items-baseline gap-x-3 text-xl font-bold">
        {t('title')}
        <span role="status" className="text-soft text-base font-normal">
          {gaps.data && t('open', { count: open.length })}
        </span>
      </h2>
      {gaps.problem && (
        <Banner tone="alert" action={<Button onClick={reload}>{t('again')}</Button>}>
          {t(gaps.data ? 'stale' : 'failed')}
        </Banner>
      )}
      {!gaps.data && !gaps.problem && <p className="text-soft">{t('loading')}</p>}
      {gaps.data && open.length === 0 && (
        <p className="border-line bg-raised text-soft rounded-xl border p-5">{t('none')}</p>
      )}
      {open.length > 0 && (
        <ul className="border-line bg-raised flex flex-col rounded-xl border">
          {open.map((gap) => (
            <GapItem
              key={gap.id}
              gap={gap}
              event={event}
              language={language}
              failed={failed === gap.id}
              onAnswered={reload}
              onDismiss={() => dismiss(gap.id)}
            />
          ))}
        </ul>
      )}
      {writing ? (
        <div className="border-line bg-raised rounded-xl border p-3">
          <AnswerForm
            event={event}
            language={language}
            onSaved={() => {
              setWriting(false)
              reload()
            }}
            onCancel={() => setWriting(false)}
          />
        </div>
      ) : (
        <Button className="self-start" onClick={() => setWriting(true)}>
          {t('write')}
        </Button>
      )}
      {given.data && given.data.answers.length > 0 && (
        <GivenAnswers event={event} answers={given.data.answers} onRemoved={reload} />
      )}
    </section>
  )
}
