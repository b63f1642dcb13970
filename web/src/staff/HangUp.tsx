'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { SessionRow } from '@/protocol/routes'
import { ApiProblem } from '@/realtime/api'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'
import { hangUp } from './api'

/** Says what hanging up does before it is done: it is the one thing here that cannot be undone. */
export function HangUp({ row, onDone }: { row: SessionRow | null; onDone: () => void }) {
  const t = useTranslations('staff.hangUp')
  const [failed, setFailed] = useState(false)
  const close = () => {
    setFailed(false)
    onDone()
  }
  const confirm = () => {
    if (!row) return
    hangUp(row.session_id).then(close, (error: unknown) => {
      // It ended by itself meanwhile: that is what was wanted.
      if (error instanceof ApiProblem && error.status === 404) close()
      else setFailed(true)
    })
  }
  return (
    <Panel
      title={t('title')}
      closeLabel={t('keep')}
      open={row !== null}
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('keep')}</Button>
          <Button look="danger" onClick={confirm}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <p className="text-lg">{t('consequence')}</p>
      <p>{t('noUndo')}</p>
      {failed && (
        <p role="alert" className="text-alert">
          {t('failed')}
        </p>
      )}
    </Panel>
  )
}
