'use client'

import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { BriefShown, EventShown, Saved } from '@/protocol/routes'
import type { Language } from '@/realtime/language'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { type Draft, loadBrief } from './api'
import { Changes } from './changes/Changes'
import { type Edits, NO_EDITS, countOf, edited, editedVoice, merged, rebased } from './edit'
import { FactField } from './FactField'
import { PreviewPanel } from './PreviewPanel'
import { Proposals } from './Proposals'
import { SaveBar } from './SaveBar'
import { VoiceField } from './VoiceField'

interface DetailsProps {
  readonly event: EventShown
  readonly language: Language
  /** The version that is in force by now, as the running page learns it. */
  readonly inForce: number | null
  /** Running conversations. */
  readonly live: number
}

/** What is looked at before it is applied: edits of this page, or an earlier state. */
interface Looking {
  readonly draft: Draft
  readonly restores: number | null
}

/** What Charlotte is told about the event: every change is shown before, reaches running talks, and can be undone. */
export function Details({ event, language, inForce, live }: DetailsProps) {
  const t = useTranslations('staff.details')
  const [shown, setShown] = useState<BriefShown | null>(null)
  const [failed, setFailed] = useState(false)
  const [edits, setEdits] = useState<Edits>(NO_EDITS)
  const [looking, setLooking] = useState<Looking | null>(null)
  const [saved, setSaved] = useState<Saved | null>(null)

  const load = useCallback(() => {
    loadBrief(event.id).then(
      (fresh) => {
        setFailed(false)
        setShown(fresh)
        setEdits((before) => rebased(before, fresh))
      },
      () => setFailed(true),
    )
  }, [event.id])
  useEffect(load, [load])

  const count = countOf(edits)
  const isOld = shown !== null && inForce !== null && inForce > shown.version
  useEffect(() => {
    // Nothing of one's own is at stake: take what a colleague saved at once.
    if (isOld && count === 0 && looking === null) load()
  }, [isOld, count, looking, load])
  useLeaveGuard(count > 0)

  if (!shown) {
    return (
      <section aria-busy={!failed}>
        {failed ? (
          <Banner tone="alert" action={<Button onClick={load}>{t('again')}</Button>}>
            {t('failed')}
          </Banner>
        ) : (
          <p className="text-soft">{t('loading')}</p>
        )}
      </section>
    )
  }
  const look = () => count > 0 && setLooking({ draft: merged(edits, shown), restores: null })
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey)) look()
  }
  const onApplied = (done: Saved) => {
    setLooking(null)
    setSaved(done)
    setEdits(NO_EDITS)
    load()
  }
  return (
    <>
      <section
        aria-labelledby="details"
        className="@container flex min-w-0 flex-col gap-3 @6xl:col-start-2 @6xl:row-span-2 @6xl:row-start-1"
      >
        <h2 id="details" className="text-xl font-bold">
          {t('title')}
        </h2>
        <p className="text-soft">{t('intro')}</p>
        {isOld && (
          <Banner tone="alert" action={<Button onClick={load}>{t('loadNewer')}</Button>}>
            {t('newer')}
          </Banner>
        )}
        <Proposals
          event={event}
          version={shown.version}
          edited={edits.variables}
          onTake={(fact, value) => setEdits((before) => edited(before, shown, fact, value))}
        />
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter from any field */}
        <form
          onKeyDown={onKeyDown}
          onSubmit={(submitted) => {
            submitted.preventDefault()
            look()
          }}
          className="border-line bg-raised flex flex-col rounded-xl border"
        >
          {shown.facts.map((fact) => (
            <FactField
              key={fact.name}
              fact={fact}
              value={edits.variables[fact.name] ?? fact.value}
              onChange={(value) => setEdits((before) => edited(before, shown, fact.name, value))}
            />
          ))}
          <VoiceField
            shown={shown}
            value={edits.voice === undefined ? shown.voice : edits.voice}
            onChange={(voice) => setEdits((before) => editedVoice(before, shown, voice))}
          />
          <SaveBar count={count} saved={saved} live={live} onDiscard={() => setEdits(NO_EDITS)} />
        </form>
      </section>
      <Changes
        event={event}
        version={shown.version}
        onLook={(draft, restores) => setLooking({ draft, restores })}
      />
      {looking && (
        <PreviewPanel
          event={event.id}
          language={language}
          base={shown.version}
          {...looking}
          onApplied={onApplied}
          onNewer={() => {
            setLooking(null)
            load()
          }}
          onClose={() => setLooking(null)}
        />
      )}
    </>
  )
}

/** Asks before a page with unsaved changes is closed. */
function useLeaveGuard(active: boolean) {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}
