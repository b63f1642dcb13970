'use client'

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, ImportPast, ImportShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { loadImports, loadTimetable, undoImport } from '../api'
import { DeskSection } from '../DeskSection'
import { isLate } from '../refusal'
import { usePolled } from '../usePolled'
import { useWork } from '../useWork'
import { Warnings } from '../Warnings'
import { EraseCongress } from './EraseCongress'
import { ImportReview } from './ImportReview'
import { Timetable } from './Timetable'
import { UploadForm } from './UploadForm'

/** Colleagues move sessions too. */
const EVERY_MS = 15_000

interface ProgrammeProps {
  readonly event: EventShown
  /** What was applied is of another congress. */
  readonly onElsewhere: (event: string) => void
  /** Its first import was taken back: the congress is gone. */
  readonly onGone: () => void
}

/** The programme as it holds: what was uploaded, and what staff decided about single sessions. */
export function Programme({ event, onElsewhere, onGone }: ProgrammeProps) {
  const t = useTranslations('staff.programme')
  const timetable = usePolled(
    useCallback(() => loadTimetable(event.id), [event.id]),
    EVERY_MS,
  )
  const past = usePolled(
    useCallback(() => loadImports(event.id), [event.id]),
    60_000,
  )
  const [draft, setDraft] = useState<ImportShown | null>(null)
  const [erasing, setErasing] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const [letGo, setLetGo] = useState<ReactNode>(null)
  const { busy, failed, during, forget } = useWork(t('unreachable'))
  const latest = past.data?.imports.find(({ undone_at }) => undone_at === null)

  const reload = () => {
    timetable.reload()
    past.reload()
  }
  const takeBack = ({ version, is_first }: ImportPast) => {
    setSaid(null)
    setErasing(false)
    const undone = undoImport(event.id, version, is_first).catch((refused: unknown) => {
      if (isLate(refused)) reload()
      throw refused
    })
    during(undone, ({ version: held, reached }) => {
      if (held === null) return onGone()
      setSaid(t('takenBack', { count: reached }))
      reload()
    })
  }
  return (
    <DeskSection
      id="programme"
      title={t('title')}
      polled={timetable}
      words={{ loading: t('loading'), failed: t('failed'), stale: t('stale') }}
    >
      {draft && (
        <ImportReview
          key={draft.id}
          event={event}
          draft={draft}
          onDraft={setDraft}
          onApplied={({ event: applied, reached }) => {
            if (applied !== event.id) return onElsewhere(applied)
            setDraft(null)
            setSaid(draft.changes_nothing ? t('appliedNothing') : t('applied', { count: reached }))
            reload()
          }}
          onDropped={() => setDraft(null)}
          onGone={(why) => {
            setDraft(null)
            setLetGo(why)
          }}
        />
      )}
      {timetable.data && <Timetable event={event} timetable={timetable.data} onChanged={timetable.reload} />}
      {said && <Said>{said}</Said>}
      {(failed ?? letGo) && <Banner tone="alert">{failed ?? letGo}</Banner>}
      <div id="upload" className="scroll-mt-4 empty:hidden">
        {!draft && (
          <UploadForm
            event={event}
            onDraft={(shown) => {
              setSaid(null)
              setLetGo(null)
              forget()
              setDraft(shown)
            }}
          />
        )}
      </div>
      {latest && !draft && (
        <p className="flex flex-wrap items-center gap-3">
          <span className="text-soft min-w-0 break-words">
            {t('latest', { file: latest.file, warnings: latest.warnings_count })}
          </span>
          <Button disabled={busy} onClick={() => (latest.is_first ? setErasing(true) : takeBack(latest))}>
            {t(latest.is_first ? 'erase.ask' : 'takeBack')}
          </Button>
        </p>
      )}
      {latest && (
        <EraseCongress
          name={event.name}
          open={erasing}
          onKeep={() => setErasing(false)}
          onErase={() => takeBack(latest)}
        />
      )}
      {latest && !draft && latest.warnings_count > 0 && (
        <details className="border-line bg-raised rounded-xl border">
          <summary className="min-h-11 cursor-pointer p-3">
            {t('warnings', { count: latest.warnings_count })}
          </summary>
          <Warnings
            warnings={latest.warnings.map(({ row, ...told }) => ({ place: row, ...told }))}
            counts={latest.warnings_by_code}
            className="text-soft p-3 pt-0"
          />
        </details>
      )}
    </DeskSection>
  )
}

/** What was done, brought into view: the review whose button was pressed is gone, and the page is shorter. */
function Said({ children }: { children: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Some browsers return a promise, which is nothing that an effect may return.
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [children])
  return (
    <div ref={box} className="scroll-my-4">
      <Banner tone="info">{children}</Banner>
    </div>
  )
}
