'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, RegistrationListShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { isLate } from '../refusal'
import { Refusal } from '../Refusal'
import { eraseList } from './api'

interface EraseListProps {
  readonly event: EventShown
  readonly loaded: RegistrationListShown
  readonly onChange: () => void
}

/** Erases the list for good, after a second touch. */
export function EraseList({ event, loaded, onChange }: EraseListProps) {
  const t = useTranslations('staff.registrations')
  // The list that was seen when it was asked: a newer one that comes in meanwhile is not erased for it.
  const [asked, setAsked] = useState<RegistrationListShown | null>(null)
  const [failed, setFailed] = useState<ReactNode>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const ask = useRef<HTMLButtonElement>(null)
  const was = useRef(false)
  // The button that was pressed is gone: whoever uses a keyboard goes on with what took its place.
  useEffect(() => {
    if (asked) keep.current?.focus()
    else if (was.current) ask.current?.focus()
    was.current = asked !== null
  }, [asked])
  if (!asked) {
    return (
      <>
        <Button
          ref={ask}
          className="self-start"
          onClick={() => {
            setFailed(null)
            setAsked(loaded)
          }}
        >
          {t('erase')}
        </Button>
        {failed && <Banner tone="alert">{failed}</Banner>}
      </>
    )
  }
  const erase = () => {
    setFailed(null)
    eraseList(event.id, asked.version).then(onChange, (error: unknown) => {
      setFailed(<Refusal error={error} unreachable={t('notSaved')} />)
      if (!isLate(error)) return
      setAsked(null)
      onChange()
    })
  }
  return (
    <div
      role="group"
      aria-labelledby="erase-list"
      className="border-alert bg-raised flex flex-col gap-3 rounded-xl border p-3"
    >
      <p id="erase-list">{t('eraseSure', { registered: asked.registered, checked: asked.checked_in })}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="danger" onClick={erase}>
          {t('eraseYes')}
        </Button>
        <Button ref={keep} aria-describedby="erase-list" onClick={() => setAsked(null)}>
          {t('eraseNo')}
        </Button>
      </div>
      {failed && <Banner tone="alert">{failed}</Banner>}
    </div>
  )
}
