'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Voice, voiceReadiness } from '@/realtime/readiness'
import { useVisit, useVisitState } from '@/state/visit'
import { Banner } from '@/ui/Banner'
import { Button } from '@/ui/Button'

/** What the server says when it is a matter of time, not of the network. */
const CROWDED: ReadonlySet<string | null> = new Set([
  'too_many_requests',
  'device_busy',
  'full',
  'call_refused',
])

/** Refusals that have words of their own. */
const REASONS = ['not_found', 'hung_up', 'budget_spent'] as const

/** Lasting trouble: what happened, what still works, the one next step. */
export function Banners() {
  const t = useTranslations('banner')
  const reason = useTranslations('refusal')
  const visit = useVisit()
  const link = useVisitState((state) => state.link)
  const microphone = useVisitState((state) => state.microphone)
  const mode = useVisitState((state) => state.mode)
  const serving = useVisitState((state) => state.serving)
  const bridging = useVisitState((state) => state.bridging)
  const voice = useVoice()

  if (link.phase === 'waiting') {
    return <Banner tone="alert">{t(CROWDED.has(link.code) ? 'crowded' : 'offline')}</Banner>
  }
  if (link.phase === 'refused') {
    return (
      <Banner tone="alert" action={<Button onClick={() => visit.resume()}>{t('tryAgain')}</Button>}>
        {t('refused', { reason: reason(REASONS.find((known) => known === link.code) ?? 'other') })}
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
  if (bridging) return <Banner tone="info">{t('bridging')}</Banner>
  if (serving?.why === 'fault' || serving?.why === 'budget') {
    if (serving.rung === 'text') return <Banner tone="alert">{t('writing')}</Banner>
    return <Banner tone="info">{t(serving.why === 'budget' ? 'plainVoice' : 'house')}</Banner>
  }
  if (mode === 'voice' && voice === 'loading') return <Banner tone="info">{t('warming')}</Banner>
  if (mode === 'voice' && voice === 'missing') return <Banner tone="alert">{t('voiceless')}</Banner>
  if (mode === 'voice' && link.phase === 'live' && link.transport === 'websocket') {
    return <Banner tone="info">{t('websocket')}</Banner>
  }
  return null
}

const ASK_EVERY_MS = 3_000

/** Whether the voice can be used; asked until it can. */
function useVoice(): Voice {
  const [voice, setVoice] = useState<Voice>('ready')
  useEffect(() => {
    const attempt = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      // Without an answer the connection's own banner speaks.
      const found = await voiceReadiness(attempt.signal).catch(() => null)
      if (attempt.signal.aborted) return
      setVoice(found ?? 'ready')
      if (found !== 'ready') timer = setTimeout(() => void ask(), ASK_EVERY_MS)
    }
    void ask()
    return () => {
      attempt.abort()
      clearTimeout(timer)
    }
  }, [])
  return voice
}
