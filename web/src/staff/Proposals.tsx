'use client'

import { LoaderCircle } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown } from '@/protocol/routes'
import type { FactName } from '@/i18n/loadStaff'
import { Button } from '@/ui/Button'
import { loadProposals, putAside } from './api'
import { usePolled } from './usePolled'

/** Documents come with an import, and are read for a minute or two before anything is proposed. */
const EVERY_MS = 5_000

interface ProposalsProps {
  readonly event: EventShown
  /** Changes when something was saved: what was told since is proposed no more. */
  readonly version: number
  /** Facts that are being edited. */
  readonly edited: Readonly<Record<string, string>>
  readonly onTake: (fact: string, value: string) => void
}

/** What the documents say about facts that staff have not told: taken into its field, or put aside for good. */
export function Proposals({ event, version, edited, onTake }: ProposalsProps) {
  const t = useTranslations('staff')
  const { data, reload } = usePolled(
    useCallback(() => loadProposals(event.id), [event.id]),
    EVERY_MS,
  )
  // Put aside here: gone at once, before the next answer says so.
  const [gone, setGone] = useState<readonly string[]>([])
  const [failed, setFailed] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const saved = useRef(version)
  useEffect(() => {
    if (saved.current !== version) reload()
    saved.current = version
  }, [version, reload])
  // Without an answer everything is as before: fields are filled by hand.
  const shown = data?.proposals.filter(({ id, fact }) => !(fact in edited) && !gone.includes(id)) ?? []
  if (data?.reading) {
    return (
      <p
        role="status"
        className="border-line bg-raised text-soft flex items-center gap-3 rounded-xl border p-3"
      >
        <LoaderCircle aria-hidden className="size-5 shrink-0 motion-safe:animate-spin" />
        {t('proposals.reading')}
      </p>
    )
  }
  if (shown.length === 0) return null
  // The row of the button that was pressed goes: whoever uses a keyboard goes on from the heading.
  const goOn = () => heading.current?.focus()
  const aside = (id: string) => {
    setFailed(null)
    putAside(event.id, id).then(
      () => {
        setGone((before) => [...before, id])
        goOn()
      },
      () => setFailed(id),
    )
  }
  return (
    <section aria-labelledby="proposals" className="border-accent bg-raised rounded-xl border-2">
      <h3 id="proposals" ref={heading} tabIndex={-1} className="px-3 pt-3 text-lg font-bold">
        {t('proposals.title')}
      </h3>
      <p className="text-soft px-3 pb-2 text-sm">{t('proposals.note')}</p>
      <ul className="flex flex-col">
        {shown.map(({ id, fact, value, language, source }) => {
          const name = t(`fact.${fact as FactName}`)
          return (
            <li key={id} className="border-line flex flex-col gap-1 border-t p-3">
              <p className="font-bold">{name}</p>
              <p lang={language} className="break-words">
                {value}
              </p>
              <p className="text-soft text-sm break-words">{t('proposals.source', { source })}</p>
              <div className="flex flex-wrap gap-2">
                <Button
                  aria-label={t('proposals.takeOf', { fact: name })}
                  onClick={() => {
                    onTake(fact, value)
                    goOn()
                  }}
                >
                  {t('proposals.take')}
                </Button>
                <Button
                  look="quiet"
                  aria-label={t('proposals.asideOf', { fact: name })}
                  onClick={() => aside(id)}
                >
                  {t('proposals.aside')}
                </Button>
              </div>
              {failed === id && (
                <p role="alert" className="text-alert">
                  {t('proposals.failed')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
