'use client'

import { Settings } from 'lucide-react'
import { QRCodeSVG } from 'qrcode.react'
import { useTranslations } from 'use-intl'
import type { Language } from '@/realtime/language'
import { addressOf } from '@/realtime/pageInfo'
import { useVisit, useVisitState } from '@/state/visit'
import { IconButton } from '@/ui/IconButton'
import { Sheet } from '@/ui/Sheet'
import { SwitchRow } from '@/ui/SwitchRow'
import { useEventOnScreen } from './event'
import { LanguageChoice } from './LanguageChoice'
import { Timer } from './Timer'

interface HeaderProps {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

export function Header({ language, onLanguage }: HeaderProps) {
  const { info } = useEventOnScreen()
  return (
    <header className="border-line flex items-center gap-3 border-b px-4 py-2">
      <h1 className="min-w-0 flex-1 truncate text-lg font-bold narrow:line-clamp-2 narrow:text-base narrow:whitespace-normal">
        {info?.name ?? 'Charlotte'}
      </h1>
      <Timer />
      <LanguageChoice language={language} onLanguage={onLanguage} className="hidden md:flex kiosk:hidden" />
      <SettingsSheet language={language} onLanguage={onLanguage} />
    </header>
  )
}

function SettingsSheet({ language, onLanguage }: HeaderProps) {
  const t = useTranslations('controls')
  const visit = useVisit()
  const mode = useVisitState((state) => state.mode)
  const handsFree = useVisitState((state) => state.handsFree)
  const { page, id } = useEventOnScreen()
  const address = page ? addressOf(page, { event: id, lang: language }) : null
  return (
    <Sheet
      title={t('settings')}
      closeLabel={t('close')}
      trigger={
        <IconButton label={t('settings')}>
          <Settings aria-hidden className="size-6" />
        </IconButton>
      }
    >
      <h3 className="mb-1 font-bold">{t('language')}</h3>
      <LanguageChoice
        language={language}
        onLanguage={onLanguage}
        className="-mx-1.5 mb-3 justify-between sm:-mx-3"
      />
      <SwitchRow
        label={t('textOnly')}
        note={t('textOnlyNote')}
        checked={mode === 'text'}
        onChange={(textOnly) => visit.setMode(textOnly ? 'text' : 'voice')}
      />
      {mode === 'voice' && (
        <SwitchRow
          label={t('handsFree')}
          note={t('handsFreeNote')}
          checked={handsFree}
          onChange={(on) => visit.setHandsFree(on)}
        />
      )}
      {address && (
        <div className="mt-3 flex items-center gap-4">
          <div className="rounded-lg bg-white p-2">
            <QRCodeSVG value={address} size={112} title={t('phone')} />
          </div>
          <div>
            <p className="font-bold">{t('phone')}</p>
            <p className="text-soft">{t('phoneNote')}</p>
          </div>
        </div>
      )}
    </Sheet>
  )
}
