'use client'

import { useTranslations } from 'use-intl'
import type { Saved } from '@/protocol/routes'
import { Button } from '@/ui/Button'

interface SaveBarProps {
  readonly count: number
  readonly saved: Saved | null
  readonly live: number
  readonly onDiscard: () => void
}

/** How many changes wait, or what the last ones did; always in sight. */
export function SaveBar({ count, saved, live, onDiscard }: SaveBarProps) {
  const t = useTranslations('staff.save')
  return (
    <div
      className={`bg-raised flex flex-wrap items-center justify-end gap-3 rounded-b-xl p-3 ${count > 0 ? 'border-line sticky bottom-0 border-t' : ''}`}
    >
      <p role="status" className="mr-auto min-w-40 flex-1">
        {count > 0 ? t('waiting', { count }) : saved ? <Done saved={saved} /> : t('nothing', { count: live })}
      </p>
      {count > 0 && <Button onClick={onDiscard}>{t('discard')}</Button>}
      <Button type="submit" look="primary" disabled={count === 0} title="Ctrl+Enter">
        {t('look')}
      </Button>
    </div>
  )
}

function Done({ saved }: { saved: Saved }) {
  const t = useTranslations('staff.save')
  return (
    <>
      {t('done', { count: saved.reached })}
      {saved.voice_waits > 0 && ` ${t('voiceWaits', { count: saved.voice_waits })}`}
      {saved.failed > 0 && <span className="text-alert"> {t('notReached', { count: saved.failed })}</span>}
    </>
  )
}
