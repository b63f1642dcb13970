'use client'

import { CalendarPlus, Repeat2, Smartphone } from 'lucide-react'
import { QRCodeSVG } from 'qrcode.react'
import { useLocale, useTranslations } from 'use-intl'
import type { SessionCard } from '@/protocol/results'
import { addressOf } from '@/realtime/pageInfo'
import { chooseLanguage } from '@/realtime/language'
import { useVisit } from '@/state/visit'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Sheet'
import { calendarFile, saveCalendarFile } from './calendar'
import { useEventOnScreen } from './event'

interface CardActionsProps {
  readonly session: SessionCard | null
  readonly question: string
}

/** What one does with an answer. */
export function CardActions({ session, question }: CardActionsProps) {
  const t = useTranslations('card')
  const controls = useTranslations('controls')
  const lang = chooseLanguage([useLocale()])
  const visit = useVisit()
  const { info, id, page } = useEventOnScreen()
  const file = session && info ? calendarFile(session, info, new Date()) : null
  const address = page ? addressOf(page, { event: info?.id ?? id, lang, ask: question }) : null
  return (
    <div className="mt-3 flex flex-wrap gap-1.5">
      {session && file && (
        <Button
          icon={<CalendarPlus aria-hidden className="size-5" />}
          onClick={() => saveCalendarFile(file, session.title)}
        >
          {t('calendar')}
        </Button>
      )}
      {question && (
        <Button icon={<Repeat2 aria-hidden className="size-5" />} onClick={() => visit.say(question)}>
          {t('repeat')}
        </Button>
      )}
      {address && (
        <Sheet
          title={t('phone')}
          closeLabel={controls('close')}
          trigger={<Button icon={<Smartphone aria-hidden className="size-5" />}>{t('phone')}</Button>}
        >
          <div className="mx-auto w-fit rounded-xl bg-white p-4">
            <QRCodeSVG value={address} size={240} title={t('phone')} />
          </div>
          <p className="mt-4 text-center">{controls('phoneNote')}</p>
        </Sheet>
      )}
    </div>
  )
}
