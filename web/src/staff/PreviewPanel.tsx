'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Preview, Saved } from '@/protocol/routes'
import { ApiProblem } from '@/realtime/api'
import type { Language } from '@/realtime/language'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'
import { type Draft, preview, restore, save } from './api'
import { ChangeList } from './changes/ChangeList'
import { Lines } from './Lines'

interface PreviewPanelProps {
  readonly event: string
  readonly language: Language
  readonly base: number
  readonly draft: Draft
  /** The earlier version that is taken up again; null = a change made here. */
  readonly restores: number | null
  readonly onApplied: (saved: Saved) => void
  readonly onNewer: () => void
  readonly onClose: () => void
}

/** What a change would do, in values, in conversations and in the instructions; only then it is applied. */
export function PreviewPanel(props: PreviewPanelProps) {
  const { event, language, base, draft, restores, onApplied, onNewer, onClose } = props
  const t = useTranslations('staff.preview')
  const [seen, setSeen] = useState<Preview | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    let stale = false
    preview(event, draft, language).then(
      (found) => !stale && setSeen(found),
      (error: unknown) => !stale && setProblem(asProblem(error)),
    )
    return () => {
      stale = true
    }
  }, [event, draft, language])

  const apply = () => {
    if (!seen || busy) return
    setBusy(true)
    const done = restores === null ? save(event, base, draft) : restore(event, base, restores)
    done.then(onApplied, (error: unknown) => {
      setBusy(false)
      setProblem(asProblem(error))
    })
  }
  const isLate = problem?.code === 'brief_changed'
  const isEmpty = seen?.changes.length === 0
  return (
    <Panel
      title={restores === null ? t('title') : t('titleUndo')}
      closeLabel={t('back')}
      open
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('back')}</Button>
          <Button
            look="primary"
            disabled={!seen || busy || isLate || isEmpty}
            onClick={apply}
            onKeyDown={(pressed) => pressed.key === 'Enter' && pressed.ctrlKey && apply()}
          >
            {t('apply', { count: seen?.conversations ?? 0 })}
          </Button>
        </>
      }
    >
      {problem && (
        <Banner tone="alert" action={isLate && <Button onClick={onNewer}>{t('loadNewer')}</Button>}>
          {isLate
            ? t('late')
            : problem.status === 0
              ? t('unreachable')
              : t('refused', { reason: problem.message })}
        </Banner>
      )}
      {!seen && !problem && <p role="status">{t('loading')}</p>}
      {seen && (
        <>
          {isEmpty ? <p>{t('noChange')}</p> : <ChangeList changes={seen.changes} />}
          <div className="bg-wash rounded-xl p-3">
            <p className="font-bold">{t('reach', { count: seen.conversations })}</p>
            {seen.voice_waits > 0 && <p>{t('voiceWaits', { count: seen.voice_waits })}</p>}
          </div>
          {seen.lines.length > 0 && (
            <section aria-labelledby="lines" className="flex flex-col gap-2">
              <h3 id="lines" className="font-bold">
                {t('instructions')}
              </h3>
              <Lines lines={seen.lines} />
            </section>
          )}
          <details>
            <summary className="min-h-11 cursor-pointer py-2">
              {t('whole', { template: seen.template })}
            </summary>
            <pre className="border-line bg-surface rounded-lg border p-3 text-sm break-words whitespace-pre-wrap">
              {seen.instructions}
            </pre>
          </details>
        </>
      )}
    </Panel>
  )
}

function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(0, 'unreachable', String(error), null)
}
