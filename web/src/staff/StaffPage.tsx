'use client'

import { useCallback, useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { type StaffMessages, loadStaffMessages } from '@/i18n/loadStaff'
import type { EventList, Me } from '@/protocol/routes'
import { ApiProblem } from '@/realtime/api'
import { LOCALES, type Language, chooseLanguage } from '@/realtime/language'
import { loadEvents, loadMe } from './api'
import { Desk } from './Desk'
import { Failed, Loading, SignedOut } from './outside'

type Door =
  | { readonly step: 'loading' }
  | { readonly step: 'signedOut' }
  | { readonly step: 'failed' }
  | { readonly step: 'in'; readonly me: Me; readonly events: EventList }

const KEPT_LANGUAGE = 'charlotte.staff.language'

/** The staff's page: lets in who is signed in. */
export function StaffPage() {
  const [language, setLanguage] = useState<Language | null>(null)
  const [texts, setTexts] = useState<{ language: Language; messages: StaffMessages } | null>(null)
  const [door, setDoor] = useState<Door>({ step: 'loading' })

  useEffect(() => {
    const wanted = new URLSearchParams(window.location.search).get('lang')
    setLanguage(chooseLanguage([wanted, localStorage.getItem(KEPT_LANGUAGE), ...navigator.languages]))
  }, [])

  useEffect(() => {
    if (!language) return
    let stale = false
    void loadStaffMessages(language).then((messages) => {
      if (stale) return
      document.documentElement.lang = language
      setTexts({ language, messages })
    })
    return () => {
      stale = true
    }
  }, [language])

  const knock = useCallback(() => {
    setDoor({ step: 'loading' })
    Promise.all([loadMe(), loadEvents()]).then(
      ([me, events]) => setDoor({ step: 'in', me, events }),
      (error: unknown) =>
        setDoor({ step: error instanceof ApiProblem && error.status === 401 ? 'signedOut' : 'failed' }),
    )
  }, [])
  useEffect(knock, [knock])

  if (!texts) return <main aria-busy="true" />
  const choose = (wanted: Language) => {
    localStorage.setItem(KEPT_LANGUAGE, wanted)
    setLanguage(wanted)
  }
  const shown = { language: texts.language, onLanguage: choose }
  return (
    <IntlProvider locale={LOCALES[texts.language]} messages={{ staff: texts.messages }} timeZone="UTC">
      {door.step === 'loading' && <Loading />}
      {door.step === 'failed' && <Failed onAgain={knock} />}
      {door.step === 'signedOut' && <SignedOut {...shown} />}
      {door.step === 'in' && <Desk {...shown} {...door} onSignedOut={() => setDoor({ step: 'signedOut' })} />}
    </IntlProvider>
  )
}
