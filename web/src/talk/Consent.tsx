'use client'

import { Bot, Keyboard, LockKeyhole, MessagesSquare, Mic } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Language } from '@/realtime/language'
import type { PageInfo } from '@/protocol/routes'
import type { Mode } from '@/realtime/visitState'
import { Button } from '@/ui/Button'
import { LanguageChoice } from './LanguageChoice'

interface ConsentProps {
  readonly info: PageInfo | null
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly onChoice: (mode: Mode) => void
}

/** Three lines before the first word; until a button is pressed nothing is recorded, stored or asked of the server. */
export function Consent({ info, language, onLanguage, onChoice }: ConsentProps) {
  const t = useTranslations('consent')
  const days = info?.retention_days ?? 0
  const lines = [
    { Icon: Bot, text: t('ai') },
    {
      Icon: LockKeyhole,
      text: [
        days > 0 ? t('keptDays', { days }) : t('kept'),
        info?.processor && t('processor', { name: info.processor }),
      ]
        .filter(Boolean)
        .join(' '),
    },
    { Icon: MessagesSquare, text: t('choice') },
  ]
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-8 px-5 py-8 kiosk:justify-end kiosk:pb-32">
      <h1 className="text-4xl font-bold hyphens-auto narrow:text-3xl">{t('title')}</h1>
      <ul className="flex flex-col gap-5 text-lg leading-snug">
        {lines.map(({ Icon, text }) => (
          <li key={text} className="flex gap-4">
            <Icon aria-hidden className="text-accent mt-0.5 size-7 shrink-0" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-2 gap-3">
        <ChoiceButton Icon={Mic} label={t('voice')} onClick={() => onChoice('voice')} />
        <ChoiceButton Icon={Keyboard} label={t('text')} onClick={() => onChoice('text')} />
      </div>
      <LanguageChoice
        language={language}
        onLanguage={onLanguage}
        className="-mx-2 justify-between sm:justify-center"
      />
    </main>
  )
}

function ChoiceButton({ Icon, label, onClick }: { Icon: typeof Mic; label: string; onClick: () => void }) {
  return (
    <Button
      look="primary"
      onClick={onClick}
      className="min-h-24 flex-col text-xl"
      icon={<Icon aria-hidden className="size-8" />}
    >
      {label}
    </Button>
  )
}
