'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ImportShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { ImportReview } from './ImportReview'
import { UploadForm } from './UploadForm'

/** What a desk without any congress offers: the upload of one. */
export function FirstCongress({ onApplied }: { onApplied: (event: string) => void }) {
  const t = useTranslations('staff')
  const [draft, setDraft] = useState<ImportShown | null>(null)
  const [letGo, setLetGo] = useState<ReactNode>(null)
  return (
    <main className="mx-auto w-full max-w-3xl flex-1 p-3 sm:p-4">
      <section aria-labelledby="programme" className="@container flex min-w-0 flex-col gap-3">
        <h2 id="programme" className="text-xl font-bold">
          {t('programme.title')}
        </h2>
        <p>{t('door.noEvent')}</p>
        {letGo && <Banner tone="alert">{letGo}</Banner>}
        {draft ? (
          <ImportReview
            key={draft.id}
            event={null}
            draft={draft}
            onDraft={setDraft}
            onApplied={({ event }) => onApplied(event)}
            onDropped={() => setDraft(null)}
            onGone={(why) => {
              setDraft(null)
              setLetGo(why)
            }}
          />
        ) : (
          <UploadForm
            event={null}
            onDraft={(shown) => {
              setLetGo(null)
              setDraft(shown)
            }}
          />
        )}
      </section>
    </main>
  )
}
