'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, ImportShown } from '@/protocol/routes'
import { FileChoice } from '../FileChoice'
import { Refusal } from '../Refusal'
import { upload } from './upload'

interface UploadFormProps {
  /** Null where there is none yet. */
  readonly event: EventShown | null
  readonly onDraft: (draft: ImportShown) => void
}

/** Chooses files; they are read and compared, and nothing is stored yet. */
export function UploadForm({ event, onDraft }: UploadFormProps) {
  const t = useTranslations('staff.programme')
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<ReactNode>(null)
  const send = (files: readonly File[]) => {
    setFailed(null)
    setShare(0)
    upload(files, event?.id ?? null, setShare)
      .then(onDraft, (error: unknown) => setFailed(<Refusal error={error} unreachable={t('unreachable')} />))
      .finally(() => setShare(null))
  }
  return (
    <div className="border-line bg-raised flex flex-col gap-2 rounded-xl border p-3">
      <FileChoice
        label={t('upload')}
        note={t('uploadNote')}
        disabled={share !== null}
        multiple
        onFiles={send}
      />
      {share !== null && (
        <p role="status" className="flex items-center gap-3">
          <progress className="w-full max-w-80" max={1} value={share < 1 ? share : undefined} />
          {share < 1 ? t('sending') : t('reading')}
        </p>
      )}
      {failed && (
        <p role="alert" className="text-alert break-words">
          {failed}
        </p>
      )}
    </div>
  )
}
