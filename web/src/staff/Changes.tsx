'use client'

import { useCallback, useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { EventShown, VersionShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { type Draft, draftOfVersion, loadHistory } from './api'
import { ChangeList } from './ChangeList'

interface ChangesProps {
  readonly event: EventShown
  /** The version on the screen; the history is loaded anew when it changes. */
  readonly version: number
  readonly onLook: (draft: Draft, restores: number) => void
}

const NOTHING: Draft = { variables: {}, voice: null }

/** Who changed what, and the way back. */
export function Changes({ event, version, onLook }: ChangesProps) {
  const t = useTranslations('staff.changes')
  const format = useFormatter()
  const [versions, setVersions] = useState<readonly VersionShown[] | null>(null)
  const [more, setMore] = useState(false)
  const [failed, setFailed] = useState(false)

  const load = useCallback(
    (before: number | null) =>
      loadHistory(event.id, before).then(
        (found) => {
          setFailed(false)
          setMore(found.more)
          setVersions((known) => (before === null ? found.versions : [...(known ?? []), ...found.versions]))
        },
        () => setFailed(true),
      ),
    [event.id],
  )
  useEffect(() => void load(null), [load, version])

  const undo = (index: number) => {
    const earlier = versions?.[index + 1]
    onLook(earlier ? draftOfVersion(earlier) : NOTHING, earlier?.version ?? 0)
  }
  return (
    <section aria-labelledby="changes" className="@container flex min-w-0 flex-col gap-3 @6xl:col-start-1">
      <h2 id="changes" className="text-xl font-bold">
        {t('title')}
      </h2>
      {failed && (
        <p role="alert" className="text-alert">
          {t('failed')}
        </p>
      )}
      {versions?.length === 0 && <p className="text-soft">{t('none')}</p>}
      {versions && versions.length > 0 && (
        <ol className="border-line bg-raised flex flex-col rounded-xl border">
          {versions.map((each, index) => (
            <li key={each.version} className="border-line flex flex-col gap-2 border-b p-3 last:border-b-0">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <p>
                  <span className="font-bold">{each.who}</span>
                  <span className="text-soft">
                    {' · '}
                    <time dateTime={each.at}>
                      {format.dateTime(new Date(each.at), {
                        dateStyle: 'medium',
                        timeStyle: 'short',
                        timeZone: event.timezone,
                      })}
                    </time>
                    {each.restores !== null && ` · ${t('restored')}`}
                  </span>
                </p>
                {(index + 1 < versions.length || !more) && (
                  <Button onClick={() => undo(index)}>{index === 0 ? t('undo') : t('goBack')}</Button>
                )}
              </div>
              <ChangeList changes={each.changes} />
            </li>
          ))}
        </ol>
      )}
      {more && (
        <Button onClick={() => void load(versions?.at(-1)?.version ?? null)} className="self-start">
          {t('more')}
        </Button>
      )}
    </section>
  )
}
