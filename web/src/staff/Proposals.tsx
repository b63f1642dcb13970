'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, ProposalShown } from '@/protocol/routes'
import type { FactName } from '@/i18n/loadStaff'
import { Button } from '@/ui/Button'
import { loadProposals, putAside } from './api'

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
  const [found, setFound] = useState<readonly ProposalShown[]>([])
  const [failed, setFailed] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    let isCurrent = true
    // Without it everything is as before: fields are filled by hand.
    loadProposals(event.id).then(
      ({ proposals }) => isCurrent && setFound(proposals),
      () => isCurrent && setFound([]),
    )
    return () => {
      isCurrent = false
    }
  }, [event.id, version])
  const shown = found.filter(({ fact }) => !(fact in edited))
  if (shown.length === 0) return null
  // The row of the button that was pressed goes: whoever uses a keyboard goes on from the heading.
  const gone = () => heading.current?.focus()
  const aside = (id: string) => {
    setFailed(null)
    putAside(event.id, id).then(
      () => {
        setFound((before) => before.filter((one) => one.id !== id))
        gone()
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
                    gone()
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
