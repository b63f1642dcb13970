'use client'

import { useEffect } from 'react'
import { Toaster, toast } from 'sonner'
import { useTranslations } from 'use-intl'
import { useVisit, useVisitState } from '@/state/visit'

/** Passing trouble, each told once. */
export function Notices() {
  const t = useTranslations('notice')
  const visit = useVisit()
  const notice = useVisitState((state) => state.conversation.notice)
  useEffect(() => {
    if (!notice) return
    toast.error(t(notice.kind), { id: notice.kind })
    visit.noticed()
  }, [notice, t, visit])
  return (
    <Toaster position="top-center" offset="4.5rem" mobileOffset="4.5rem" toastOptions={{ duration: 8_000 }} />
  )
}
