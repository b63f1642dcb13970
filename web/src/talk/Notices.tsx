'use client'

import { type CSSProperties, useEffect } from 'react'
import { Toaster, toast } from 'sonner'
import { useTranslations } from 'use-intl'
import { useVisit, useVisitState } from '@/state/visit'

/** The page's own type and colours; the toasts' own sheet would win over a class. */
const LOOK = {
  background: 'var(--alert-wash)',
  color: 'var(--ink)',
  borderColor: 'var(--alert)',
  fontFamily: 'inherit',
  fontSize: '1rem',
}
/** A width that grows with the type, as on a kiosk; of its own it is 356 px. */
const PLACE = { position: 'absolute', fontFamily: 'inherit', '--width': '24rem' } as CSSProperties
const NEWS_LOOK = { ...LOOK, background: 'var(--wash)', borderColor: 'var(--accent)' }

/** Passing trouble and good news, each told once. */
export function Notices() {
  const t = useTranslations('notice')
  const visit = useVisit()
  const notice = useVisitState((state) => state.conversation.notice)
  const news = useVisitState((state) => state.news)
  useEffect(() => {
    if (!news) return
    toast.info(t(news), { id: news, style: NEWS_LOOK })
    visit.noticed()
  }, [news, t, visit])
  useEffect(() => {
    if (!notice) return
    toast.error(t(notice.kind), { id: notice.kind })
    visit.noticed()
  }, [notice, t, visit])
  return (
    // In the page's own order, below the banners: what passes must not cover what lasts.
    <div className="relative">
      <Toaster
        position="top-center"
        offset="0.5rem"
        mobileOffset={{ top: '0.5rem', left: '1rem', right: '1rem' }}
        style={PLACE}
        toastOptions={{ duration: 8_000, style: LOOK }}
      />
    </div>
  )
}
