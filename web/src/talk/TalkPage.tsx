'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { IntlProvider } from 'use-intl'
import { loadMessages } from '@/i18n/load'
import type { Messages } from '@/i18n/messages/en'
import { LOCALES, type Language, chooseLanguage } from '@/realtime/language'
import type { PageInfo } from '@/protocol/routes'
import { loadPageInfo } from '@/realtime/pageInfo'
import type { Mode } from '@/realtime/visitState'
import { Consent } from './Consent'

const loadScreen = () => import('./TalkScreen').then((room) => room.TalkScreen)
const TalkScreen = dynamic(loadScreen, { ssr: false })

interface Address {
  readonly event: string | null
  /** A question that another device handed over; it waits in the composer. */
  readonly ask: string
}

/** The attendee's page: consent first, then the talk. */
export function TalkPage() {
  const [address, setAddress] = useState<Address | null>(null)
  const [language, setLanguage] = useState<Language>('en')
  const [texts, setTexts] = useState<{ language: Language; messages: Messages } | null>(null)
  const [info, setInfo] = useState<PageInfo | null>(null)
  const [mode, setMode] = useState<Mode | null>(null)

  useEffect(() => {
    const query = new URLSearchParams(window.location.search)
    setAddress({ event: query.get('event'), ask: query.get('ask') ?? '' })
    setLanguage(chooseLanguage([query.get('lang'), ...navigator.languages]))
    loadPageInfo().then(setInfo, () => setInfo(null))
  }, [])

  useEffect(() => {
    if (!address) return
    let stale = false
    void loadMessages(language).then((messages) => {
      if (stale) return
      document.documentElement.lang = language
      setTexts({ language, messages })
    })
    return () => {
      stale = true
    }
  }, [address, language])

  // The screen's code comes while the visitor reads the consent; it is a file of this page, nothing is asked with it.
  useEffect(() => {
    if (texts) void loadScreen()
  }, [texts])

  if (!address || !texts) return <main aria-busy="true" />
  return (
    <IntlProvider locale={LOCALES[texts.language]} messages={texts.messages} timeZone="UTC">
      {mode === null ? (
        <Consent info={info} language={language} onLanguage={setLanguage} onChoice={setMode} />
      ) : (
        <TalkScreen {...address} info={info} language={language} onLanguage={setLanguage} mode={mode} />
      )}
    </IntlProvider>
  )
}
