'use client'

import { useTranslations } from 'use-intl'

/** Leads to what is done most where the page is long: on a phone the upload is several screens below. */
export function Parts() {
  const t = useTranslations('staff')
  const parts = [
    ['upload', t('programme.upload')],
    ['programme', t('programme.title')],
    ['documents', t('documents.title')],
    ['details', t('details.title')],
    ['changes', t('changes.title')],
  ] as const
  return (
    <nav aria-label={t('head.parts')} className="mx-auto mb-4 max-w-[110rem] overflow-x-auto">
      <ul className="flex gap-2 whitespace-nowrap">
        {parts.map(([id, name]) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="border-line bg-raised inline-flex min-h-11 items-center rounded-xl border px-3"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
