'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventList, EventShown, Me } from '@/protocol/routes'
import type { Language } from '@/realtime/language'
import { Banner } from '@/ui/Banner'
import { loadEvents, loadSessions, signOut } from './api'
import { Conversations } from './Conversations'
import { Details } from './Details'
import { Documents } from './documents/Documents'
import { Gaps } from './gaps/Gaps'
import { Head } from './Head'
import { Money } from './money/Money'
import { Parts } from './Parts'
import { FirstCongress } from './programme/FirstCongress'
import { Programme } from './programme/Programme'
import { Registrations } from './registrations/Registrations'
import { Messages } from './requests/Messages'
import { usePolled } from './usePolled'

/** Often enough to see a state change, seldom enough to cost nothing. */
const EVERY_MS = 2_000

interface DeskProps {
  readonly me: Me
  readonly events: EventList
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly onSignedOut: () => void
}

/** The page of who is signed in: what runs, who waits for the desk, what it costs, what Charlotte was told. */
export function Desk({ me, events, language, onLanguage, onSignedOut }: DeskProps) {
  const t = useTranslations('staff.programme')
  const [held, setHeld] = useState(events)
  const [id, setId] = useState(() => chosen(events))
  const [gone, setGone] = useState<string | null>(null)
  const event = held.events.find((each) => each.id === id)
  const leave = () => void signOut().then(onSignedOut, onSignedOut)
  const choose = (wanted: string | null) => {
    const url = new URL(window.location.href)
    if (wanted === null) url.searchParams.delete('event')
    else url.searchParams.set('event', wanted)
    window.history.replaceState(null, '', url)
    setId(wanted)
  }
  // A congress came or went: with a fresh list of them. Without one the desk is opened anew.
  const goTo = (wanted: string | null, left: string | null) =>
    void loadEvents().then(
      (fresh) => {
        setHeld(fresh)
        setGone(left)
        choose(wanted ?? first(fresh))
        window.scrollTo({ top: 0 })
      },
      () => {
        choose(wanted)
        window.location.reload()
      },
    )
  return (
    <div className="flex min-h-dvh flex-col">
      <Head
        me={me}
        events={held.events}
        event={event}
        onEvent={(wanted) => {
          setGone(null)
          choose(wanted)
        }}
        language={language}
        onLanguage={onLanguage}
        onSignOut={leave}
      />
      {gone !== null && (
        <div className="p-3 sm:p-4">
          <Banner tone="info">{t('gone', { name: gone })}</Banner>
        </div>
      )}
      {event ? (
        <EventDesk
          key={event.id}
          event={event}
          events={held.events}
          language={language}
          onElsewhere={(wanted) => goTo(wanted, null)}
          onGone={() => goTo(null, event.name)}
          onSignedOut={onSignedOut}
        />
      ) : (
        <FirstCongress onApplied={(wanted) => goTo(wanted, null)} />
      )}
    </div>
  )
}

interface EventDeskProps {
  readonly event: EventShown
  readonly events: readonly EventShown[]
  readonly language: Language
  readonly onElsewhere: (event: string) => void
  readonly onGone: () => void
  readonly onSignedOut: () => void
}

function EventDesk({ event, events, language, onElsewhere, onGone, onSignedOut }: EventDeskProps) {
  const t = useTranslations('staff.door')
  const load = useCallback(() => loadSessions(event.id), [event.id])
  const sessions = usePolled(load, EVERY_MS)
  if (sessions.problem?.status === 401) {
    return (
      <main className="p-4">
        <Banner
          tone="alert"
          action={
            <button type="button" className="min-h-11 underline" onClick={onSignedOut}>
              {t('howTo')}
            </button>
          }
        >
          {t('over')}
        </Banner>
      </main>
    )
  }
  const rows = sessions.data?.sessions ?? []
  const hosted = rows.filter(({ state, upstream }) => state !== 'over' && upstream !== 'embedded').length
  return (
    <main className="@container flex-1 p-3 sm:p-4">
      <Parts />
      <div className="mx-auto grid max-w-[110rem] items-start gap-6 @6xl:grid-cols-[minmax(0,1fr)_minmax(0,34rem)] @6xl:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-6">
          <Conversations sessions={sessions} timeZone={event.timezone} />
          <Messages event={event} />
          <Registrations event={event} />
          <Gaps event={event} language={language} />
          <Programme event={event} onElsewhere={onElsewhere} onGone={onGone} />
          <Documents event={event} />
          <Money event={event} events={events} hosted={hosted} />
        </div>
        <Details
          key={event.id}
          event={event}
          language={language}
          inForce={sessions.data?.brief ?? null}
          live={sessions.data?.live ?? 0}
        />
      </div>
    </main>
  )
}

function chosen(events: EventList): string | null {
  const asked = new URLSearchParams(window.location.search).get('event')
  return events.events.some(({ id }) => id === asked) ? asked : first(events)
}

/** The one that the server shows; a configured one may not be loaded. */
function first({ default: usual, events }: EventList): string | null {
  return events.some(({ id }) => id === usual) ? usual : (events[0]?.id ?? null)
}
