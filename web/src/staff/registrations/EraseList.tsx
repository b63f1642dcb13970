'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, RegistrationListShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { eraseList } from './api'

interface EraseListProps {
  readonly event: EventShown
  readonly loaded: RegistrationListShown
  readonly onErased: () => void
}

/** Erases the list for good, after a second touch. */
export function EraseList({ event, loaded, onErased }: EraseListProps) {
  const t = useTranslations('staff.registrations')
  const [asked, setAsked] = useState(false)
  const [failed, setFailed] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)
  const ask = useRef<HTMLButtonElement>(null)
  const was = useRef(false)
  // The button that was pressed is gone: whoever uses a keyboard goes on with what took its place.
  useEffect(() => {
    if (asked) keep.current?.focus()
    else if (was.current) ask.current?.focus()
    was.current = asked
  }, [asked])
  if (!asked) {
    return (
      <Button ref={ask} className="self-start" onClick={() => setAsked(true)}>
        {t('erase')}
      </Button>
    )
  }
  const erase = () => {
    setFailed(false)
    eraseList(event.id).then(onErased, () => setFailed(true))
  }
  return (
    <div
      role="group"
      aria-labelledby="erase-list"
      className="border-alert bg-raised flex flex-col gap-3 rounded-xl border p-3"
    >
      <p id="erase-list">{t('eraseSure', { registered: loaded.registered, checked: loaded.checked_in })}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="danger" onClick={erase}>
          {t('eraseYes')}
        </Button>
        <Button ref={keep} aria-describedby="erase-list" onClick={() => setAsked(false)}>
          {t('eraseNo')}
        </Button>
      </div>
      {failed && <Banner tone="alert">{t('notSaved')}</Banner>}
    </div>
  )
}
