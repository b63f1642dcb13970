import { useTranslations } from 'use-intl'
import type { ImportDocuments } from '@/protocol/routes'

const KINDS = ['removed', 'edited', 'added'] as const

/** What an import does to the documents; what goes is said first, and opened. */
export function DocumentLists({ changes }: { changes: ImportDocuments }) {
  const t = useTranslations('staff.programme.documents')
  return KINDS.filter((kind) => changes[kind].length > 0).map((kind) => (
    <details key={kind} open={kind === 'removed'}>
      <summary className="min-h-11 cursor-pointer font-bold">
        {t(kind, { count: changes[kind].length })}
      </summary>
      <ul className="flex flex-col gap-1">
        {changes[kind].map((name) => (
          <li key={name} className="break-words">
            {name}
          </li>
        ))}
      </ul>
    </details>
  ))
}
