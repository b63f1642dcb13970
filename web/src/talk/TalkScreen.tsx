'use client'

import { useState } from 'react'
import type { Language } from '@/realtime/language'
import type { PageInfo } from '@/protocol/routes'
import type { Mode } from '@/realtime/visitState'
import { SessionProvider, useRealtimeSession } from '@/state/visit'
import { Banners } from './Banners'
import { Conversation } from './Conversation'
import { Dock } from './Dock'
import { DraftContext, NO_DRAFT } from './draft'
import { EventContext, useLoadedEvent } from './event'
import { Header } from './Header'
import { LiveRegion } from './LiveRegion'
import { Notices } from './Notices'
import { Programme } from './Programme'

export interface TalkScreenProps {
  readonly event: string | null
  readonly ask: string
  readonly info: PageInfo | null
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly mode: Mode
}

/** The talk: what was said above, the controls below, what is on beside it where there is room. */
export function TalkScreen({ event, ask, info, language, onLanguage, mode }: TalkScreenProps) {
  const session = useRealtimeSession({ event, language, mode })
  const loaded = useLoadedEvent(event, language)
  const [draft, setDraft] = useState({ ...NO_DRAFT, text: ask })
  if (!session) return null
  const changeLanguage = (wanted: Language) => {
    onLanguage(wanted)
    session.visit.setLanguage(wanted)
  }
  return (
    <SessionProvider session={session}>
      <EventContext value={{ ...loaded, id: event, page: info }}>
        <DraftContext value={{ draft, setDraft }}>
          <div className="flex h-dvh flex-col">
            <Header language={language} onLanguage={changeLanguage} />
            <Banners />
            <Notices />
            <div className="flex min-h-0 flex-1">
              <main className="mx-auto flex min-h-0 w-full max-w-3xl flex-1 flex-col">
                <Conversation />
                <Dock language={language} onLanguage={changeLanguage} />
              </main>
              <Programme />
            </div>
          </div>
          <LiveRegion />
        </DraftContext>
      </EventContext>
    </SessionProvider>
  )
}
