'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { type Draft, loadDeeds } from '../api'
import { LoadState } from '../LoadState'
import { usePolled } from '../usePolled'
import { DeedItem } from './DeedItem'
import { extended, refreshed, type Seen } from './seen'

/** Soon enough to see a colleague's change while one still wonders about it. */
const EVERY_MS = 5_000

interface ChangesProps {
  readonly event: EventShown
  /** The version of the facts on the screen; the history is loaded anew when it changes. */
  readonly version: number
  readonly onLook: (draft: Draft, restores: number) => void
}

/** Who changed what, and the way back from a change of facts. */
export function Changes({ event, version, onLook }: ChangesProps) {
  const t = useTranslations('staff.changes')
  const [seen, setSeen] = useState<Seen | null>(null)
  const first = usePolled(
    useCallback(() => loadDeeds(event.id, null), [event.id]),
    EVERY_MS,
  )
  const { data, reload } = first
  useEffect(() => {
    if (data) setSeen((known) => refreshed(known, data))
  }, [data])
  useEffect(reload, [reload, version])

  const more = (known: Seen) =>
    void loadDeeds(event.id, known.deeds.at(-1)?.id ?? null).then(
      (earlier) => setSeen((now) => extended(now ?? known, earlier)),
      reload,
    )
  return (
    <section aria-labelledby="changes" className="@container flex min-w-0 flex-col gap-3 @6xl:col-start-1">
      <h2 id="changes" className="text-xl font-bold">
        {t('title')}
      </h2>
      <LoadState polled={first} words={{ loading: t('loading'), failed: t('failed'), stale: t('stale') }} />
      {seen?.deeds.length === 0 && <p className="text-soft">{t('none')}</p>}
      {seen && seen.deeds.length > 0 && (
        <ol className="border-line bg-raised flex flex-col rounded-xl border">
          {seen.deeds.map((deed) => (
            <DeedItem key={deed.id} deed={deed} timeZone={event.timezone} version={version} onLook={onLook} />
          ))}
        </ol>
      )}
      {seen?.more && (
        <Button onClick={() => more(seen)} className="self-start">
          {t('more')}
        </Button>
      )}
    </section>
  )
}
