'use client'

import { LogOut } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { EventShown, Me } from '@/protocol/routes'
import type { Language } from '@/realtime/language'
import { Button } from '@/ui/Button'
import { Choice } from './Choice'
import { Colleague } from './Colleague'
import { LanguageSelect } from './LanguageSelect'

interface HeadProps {
  readonly me: Me
  readonly events: readonly EventShown[]
  readonly event: EventShown | undefined
  readonly onEvent: (id: string) => void
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly onSignOut: () => void
}

/** Which event, who is signed in, and what is about this page itself. */
export function Head({ me, events, event, onEvent, language, onLanguage, onSignOut }: HeadProps) {
  const t = useTranslations('staff.head')
  return (
    <header className="border-line bg-raised border-b">
      <div className="mx-auto flex max-w-[112rem] flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2 sm:px-4">
        <h1 className="mr-auto min-w-0 text-xl leading-tight font-bold">
          {t('title')}
          {event && <span className="text-soft block text-base font-normal">{event.name}</span>}
        </h1>
        {events.length > 1 && (
          <Choice
            label={t('event')}
            value={event?.id ?? ''}
            options={events.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onEvent}
          />
        )}
        <LanguageSelect language={language} onLanguage={onLanguage} />
        <Colleague />
        <Button onClick={onSignOut} icon={<LogOut aria-hidden className="size-4" />}>
          {t('signOut', { name: me.name })}
        </Button>
      </div>
    </header>
  )
}
