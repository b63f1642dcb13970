'use client'

import { KeyRound } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Language } from '@/realtime/language'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'
import { LanguageSelect } from './LanguageSelect'

export function Loading() {
  const t = useTranslations('staff.door')
  return (
    <main aria-busy="true" className="text-soft grid min-h-dvh place-items-center p-6">
      <p role="status">{t('loading')}</p>
    </main>
  )
}

export function Failed({ onAgain }: { onAgain: () => void }) {
  const t = useTranslations('staff.door')
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl place-items-center p-6">
      <Banner tone="alert" action={<Button onClick={onAgain}>{t('again')}</Button>}>
        {t('failed')}
      </Banner>
    </main>
  )
}

interface SignedOutProps {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** Says how to get in; there is no password to guess. */
export function SignedOut({ language, onLanguage }: SignedOutProps) {
  const t = useTranslations('staff.door')
  const [old, setOld] = useState(false)
  useEffect(() => setOld(new URLSearchParams(window.location.search).get('link') === 'old'), [])
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center gap-6 p-6">
      <h1 className="flex items-center gap-3 text-3xl font-bold">
        <KeyRound aria-hidden className="text-accent size-8" />
        {t('title')}
      </h1>
      {old && <Banner tone="alert">{t('oldLink')}</Banner>}
      <p className="text-lg">{t('how')}</p>
      <ul className="flex list-disc flex-col gap-2 pl-6">
        <li>{t('colleague')}</li>
        <li>{t('restart')}</li>
      </ul>
      <p className="flex flex-wrap items-center justify-between gap-4">
        <Link href="/" className="text-accent underline underline-offset-4">
          {t('visitors')}
        </Link>
        <LanguageSelect language={language} onLanguage={onLanguage} />
      </p>
    </main>
  )
}
