'use client'

import { useCallback, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { DocumentsPreview, EventShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { DeskSection } from '../DeskSection'
import { FileChoice } from '../FileChoice'
import { usePolled } from '../usePolled'
import { isLate } from '../refusal'
import { useWork } from '../useWork'
import { Warnings } from '../Warnings'
import { loadDocuments, previewDocuments, putDocuments, removeDocument, undoDocuments } from './api'
import { DocumentReview } from './DocumentReview'

const EVERY_MS = 60_000
const ACCEPTED = '.pdf,.docx,.odt,.rtf,.pptx,.ppsx,.html,.htm,.md,.markdown,.txt,.json'

/** The documents she quotes from: added, replaced and removed one by one, and the latest change taken back. */
export function Documents({ event }: { event: EventShown }) {
  const t = useTranslations('staff.documents')
  const format = useFormatter()
  const polled = usePolled(
    useCallback(() => loadDocuments(event.id), [event.id]),
    EVERY_MS,
  )
  const [chosen, setChosen] = useState<{ files: readonly File[]; read: DocumentsPreview } | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const { busy, failed, during, forget } = useWork(t('unreachable'))
  const { data, reload } = polled
  const latest = data?.changes.find(({ undone_by }) => undone_by === null)
  const done = (text: string) => () => {
    setChosen(null)
    setSaid(text)
    reload()
  }
  // Refused because of somebody else's change: what holds now is shown beside the reason.
  const known = <T,>(work: Promise<T>, again?: () => Promise<void>) =>
    work.catch(async (refused: unknown) => {
      setSaid(null)
      if (isLate(refused)) {
        reload()
        await again?.()
      }
      throw refused
    })
  return (
    <DeskSection
      id="documents"
      title={t('title')}
      count={data && <span className="text-soft text-base font-normal">{data.documents.length}</span>}
      polled={polled}
      words={{ loading: t('loading'), failed: t('failed'), stale: t('stale') }}
    >
      {data?.documents.length === 0 && (
        <p className="border-line bg-raised text-soft rounded-xl border p-5">{t('none')}</p>
      )}
      {data && data.documents.length > 0 && (
        <ul className="border-line bg-raised flex max-h-96 flex-col overflow-y-auto rounded-xl border">
          {data.documents.map(({ name, title, passages }) => (
            <li
              key={name}
              className="border-line flex flex-wrap items-center gap-x-4 gap-y-1 border-b p-3 last:border-b-0"
            >
              <div className="min-w-0 flex-1">
                <p className="font-bold break-words">{title}</p>
                <p className="text-soft text-sm break-words">
                  {name} · {t('passages', { count: passages })}
                </p>
              </div>
              <Button
                aria-label={t('removeOf', { name })}
                disabled={busy}
                onClick={() =>
                  during(known(removeDocument(event.id, name, data.version)), done(t('removed', { name })))
                }
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {data && data.warnings.length > 0 && (
        <details className="border-line bg-raised rounded-xl border">
          <summary className="min-h-11 cursor-pointer content-center px-3">
            {t('warnings', { count: data.warnings.length })}
          </summary>
          <Warnings
            warnings={data.warnings.map(({ document, ...told }) => ({ place: document, ...told }))}
            className="text-soft p-3 pt-0"
          />
        </details>
      )}
      {said && <Banner tone="info">{said}</Banner>}
      {failed && !chosen && <Banner tone="alert">{failed}</Banner>}
      {data && (
        <div className="border-line bg-raised flex flex-col gap-2 rounded-xl border p-3" aria-busy={busy}>
          <FileChoice
            label={t('upload')}
            note={t('note')}
            disabled={busy}
            accept={ACCEPTED}
            multiple
            onFiles={(files) => {
              setSaid(null)
              setChosen(null)
              during(previewDocuments(event.id, files), (read) => setChosen({ files, read }))
            }}
          />
          {busy && <p role="status">{t('reading')}</p>}
          {chosen && (
            <DocumentReview
              read={chosen.read}
              busy={busy}
              failed={failed}
              onApply={() =>
                during(
                  known(putDocuments(event.id, chosen.files, chosen.read.version), async () =>
                    setChosen({ ...chosen, read: await previewDocuments(event.id, chosen.files) }),
                  ),
                  done(t('stored')),
                )
              }
              onDrop={() => {
                setChosen(null)
                forget()
              }}
            />
          )}
        </div>
      )}
      {data && latest && !chosen && (
        <p className="flex flex-wrap items-center gap-3">
          <span className="text-soft min-w-0 flex-1 break-words">
            {t('latest', {
              who: latest.who,
              time: format.dateTime(new Date(latest.at), {
                dateStyle: 'short',
                timeStyle: 'short',
                timeZone: event.timezone,
              }),
              added: latest.added.length,
              edited: latest.edited.length,
              removed: latest.removed.length,
            })}
          </span>
          <Button
            disabled={busy}
            onClick={() => during(known(undoDocuments(event.id, data.version)), done(t('takenBack')))}
          >
            {t('takeBack')}
          </Button>
        </p>
      )}
    </DeskSection>
  )
}
