'use client'

import { FileUp } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, RegistrationPreview } from '@/protocol/routes'
import { ApiProblem } from '@/realtime/api'
import { previewList, putList, type Mapping } from './api'
import { ListReview } from './ListReview'

interface ListUploadProps {
  readonly event: EventShown
  readonly another: boolean
  readonly onStored: () => void
}

/** Chooses a list and shows what it reads as; the file stays in the browser until it is to be used. */
export function ListUpload({ event, another, onStored }: ListUploadProps) {
  const t = useTranslations('staff.registrations')
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [read, setRead] = useState<RegistrationPreview | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const during = <T,>(work: Promise<T>, then: (done: T) => void) => {
    setBusy(true)
    setFailed(null)
    work
      .then(then, (error: unknown) => {
        const isRefusal = error instanceof ApiProblem && error.status !== 0
        setFailed(isRefusal ? [error.message, error.hint].filter(Boolean).join(' ') : t('unreachable'))
      })
      .finally(() => setBusy(false))
  }
  const drop = () => {
    setFile(null)
    setRead(null)
    setFailed(null)
  }
  const look = (chosen: File, mapping: Mapping | null) => {
    setFile(chosen)
    during(previewList(event.id, chosen, mapping), setRead)
  }
  return (
    <div className="border-line bg-raised flex flex-col gap-2 rounded-xl border p-3" aria-busy={busy}>
      <label htmlFor={id} className="flex items-center gap-2 font-bold">
        <FileUp aria-hidden className="size-5 shrink-0" />
        {t(another ? 'uploadAnother' : 'upload')}
      </label>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        disabled={busy}
        aria-describedby={`${id}-note`}
        className="file:border-edge file:bg-raised file:text-ink min-h-11 w-full max-w-full file:mr-3 file:min-h-11 file:rounded-xl file:border file:px-3"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          setRead(null)
          if (chosen) look(chosen, null)
          target.value = ''
        }}
      />
      <p id={`${id}-note`} className="text-soft text-sm">
        {t('note')}
      </p>
      {busy && <p role="status">{t('reading')}</p>}
      {failed && (
        <p role="alert" className="text-alert break-words">
          {failed}
        </p>
      )}
      {file && read && (
        <ListReview
          read={read}
          busy={busy}
          onMapping={(mapping) => look(file, mapping)}
          onApply={() =>
            during(putList(event.id, file, read.mapping), () => {
              drop()
              onStored()
            })
          }
          onDrop={drop}
        />
      )}
    </div>
  )
}
