'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, RegistrationPreview } from '@/protocol/routes'
import { FileChoice } from '../FileChoice'
import { isLate } from '../refusal'
import { useWork } from '../useWork'
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
  const [file, setFile] = useState<File | null>(null)
  const [read, setRead] = useState<RegistrationPreview | null>(null)
  const { busy, failed, during, forget } = useWork(t('unreachable'))
  const drop = () => {
    setFile(null)
    setRead(null)
    forget()
  }
  const look = (chosen: File, mapping: Mapping | null) => {
    setFile(chosen)
    during(previewList(event.id, chosen, mapping), setRead)
  }
  // Refused because of somebody else's change: what it would do now is shown beside the reason.
  const use = (chosen: File, seen: RegistrationPreview) =>
    putList(event.id, chosen, seen).catch(async (refused: unknown) => {
      if (isLate(refused)) {
        onStored()
        setRead(await previewList(event.id, chosen, seen.mapping))
      }
      throw refused
    })
  const afterwards = () => {
    drop()
    onStored()
  }
  return (
    <div className="border-line bg-raised flex flex-col gap-2 rounded-xl border p-3" aria-busy={busy}>
      <FileChoice
        label={t(another ? 'uploadAnother' : 'upload')}
        note={t('note')}
        disabled={busy}
        accept=".csv,.tsv,.txt,.xlsx,.xls,text/csv"
        onFiles={([chosen]) => {
          setRead(null)
          if (chosen) look(chosen, null)
        }}
      />
      {busy && <p role="status">{t('reading')}</p>}
      {failed && !read && (
        <p role="alert" className="text-alert break-words">
          {failed}
        </p>
      )}
      {file && read && (
        <ListReview
          read={read}
          timeZone={event.timezone}
          busy={busy}
          failed={failed}
          onMapping={(mapping) => look(file, mapping)}
          onApply={() => during(use(file, read), afterwards)}
          onDrop={drop}
        />
      )}
    </div>
  )
}
