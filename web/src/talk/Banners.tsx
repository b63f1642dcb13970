'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isVoiceReady } from '@/realtime/readiness'
import { useVisit, useVisitState } from '@/state/visit'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'

const REFUSALS = ['unauthorized', 'forbidden', 'busy', 'not_found'] as const

/** Lasting trouble: what happened, what still works, the one next step. */
export function Banners() {
  const t = useTranslations('banner')
  const reason = useTranslations('refusal')
  const visit = useVisit()
  const link = useVisitState((state) => state.link)
  const microphone = useVisitState((state) => state.microphone)
  const mode = useVisitState((state) => state.mode)
  const warming = useWarming()

  if (link.phase === 'waiting') return <Banner tone="alert">{t('offline')}</Banner>
  if (link.phase === 'refused') {
    const code = REFUSALS.find((known) => known === link.code) ?? 'other'
    return (
      <Banner tone="alert" action={<Button onClick={() => visit.resume()}>{t('tryAgain')}</Button>}>
        {t('refused', { reason: reason(code) })}
      </Banner>
    )
  }
  switch (microphone) {
    case 'insecure':
    case 'unsupported':
      return <Banner tone="info">{t(microphone)}</Banner>
    case 'denied':
    case 'missing':
    case 'busy':
    case 'lost':
      return (
        <Banner tone="alert" action={<Button onClick={() => visit.setMode('voice')}>{t('tryAgain')}</Button>}>
          {t(microphone)}
        </Banner>
      )
    case 'off':
    case 'asking':
    case 'open':
      break
    default:
      return microphone satisfies never
  }
  if (mode === 'voice' && warming) return <Banner tone="info">{t('warming')}</Banner>
  if (mode === 'voice' && link.phase === 'live' && link.transport === 'websocket') {
    return <Banner tone="info">{t('websocket')}</Banner>
  }
  return null
}

const ASK_EVERY_MS = 3_000

/** Whether the voice is still loading; asked until it is not. */
function useWarming(): boolean {
  const [warming, setWarming] = useState(false)
  useEffect(() => {
    const attempt = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const ready = await isVoiceReady(attempt.signal).catch(() => null)
      if (attempt.signal.aborted) return
      // Without an answer the connection's own banner speaks.
      setWarming(ready === false)
      if (ready !== true) timer = setTimeout(() => void ask(), ASK_EVERY_MS)
    }
    void ask()
    return () => {
      attempt.abort()
      clearTimeout(timer)
    }
  }, [])
  return warming
}
