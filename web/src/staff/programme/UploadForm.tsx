'use client'

import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, ImportShown } from '@/protocol/routes'
import { ApiProblem } from '@/realtime/api'
import { upload } from './upload'

interface UploadFormProps {
  readonly event: EventShown
  readonly onDraft: (draft: ImportShown) => void
}

/** Chooses files; they are read and compared, and nothing is stored yet. */
export function UploadForm({ event, onDraft }: UploadFormProps) {
  const t = useTranslations('staff.programme')
  const id = useId()
  const [share, setShare] = useState<number | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const send = (files: readonly File[]) => {
    if (files.length === 0) return
    setFailed(null)
    setShare(0)
    upload(files, event.id, setShare)
      .then(onDraft, (error: unknown) => {
        const isRefusal = error instanceof ApiProblem && error.status !== 0
        setFailed(isRefusal ? [error.message, error.hint].filter(Boolean).join(' ') : t('unreachable'))
      })
      .finally(() => setShare(null))
  }
  return (
    <div className="border-line bg-raised flex flex-col gap-2 rounded-xl border p-3">
      <label htmlFor={id} className="flex items-center gap-2 font-bold">
        <FileUp aria-hidden className="size-5 shrink-0" />
        {t('upload')}
      </label>
      <input
        id={id}
        type="file"
        multiple
        disabled={share !== null}
        aria-describedby={`${id}-note`}
        className="file:border-edge file:bg-raised file:text-ink min-h-11 w-full max-w-full file:mr-3 file:min-h-11 file:rounded-xl file:border file:px-3"
        onChange={({ target }) => {
          send([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <p id={`${id}-note`} className="text-soft text-sm">
        {t('uploadNote')}
      </p>
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
