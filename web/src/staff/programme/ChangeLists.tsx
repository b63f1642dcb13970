'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { ImportChanges } from '@/protocol/routes'

const KINDS = ['moved', 'cancelled', 'removed', 'added', 'renamed', 'edited', 'kept'] as const
const SHOWN = 50
/** A longer list is opened by hand. */
const OPEN = 10

/** What would change, the most noticed first; sessions by name with the new time and room and the earlier ones. */
export function ChangeLists({ changes, timeZone }: { changes: ImportChanges; timeZone: string }) {
  const t = useTranslations('staff.programme')
  const format = useFormatter()
  const slot = (start: string | null, room: string | null) =>
    [start && format.dateTime(new Date(start), { dateStyle: 'short', timeStyle: 'short', timeZone }), room]
      .filter(Boolean)
      .join(' · ')
  const kinds = KINDS.filter((kind) => (changes.counts[kind] ?? 0) > 0)
  if (kinds.length === 0) return <p>{t('noChange')}</p>
  return (
    <div className="flex flex-col gap-2">
      {kinds.map((kind) => (
        <details
          key={kind}
          open={kind !== 'added' && kind !== 'edited' && (changes.counts[kind] ?? 0) <= OPEN}
        >
          <summary className="min-h-11 cursor-pointer font-bold">
            {t(`change.${kind}`, { count: changes.counts[kind] ?? 0 })}
          </summary>
          <ul className="flex flex-col gap-2">
            {changes[kind].slice(0, SHOWN).map((change) => (
              <li key={change.id} className="min-w-0">
                <span className="block break-words">
                  {change.title}
                  {change.previous_title !== null && ` (${t('before')} ${change.previous_title})`}
                </span>
                <span className="text-soft text-sm">
                  {slot(change.start, change.room)}
                  {(change.previous_start ?? change.previous_room) !== null &&
                    ` (${t('before')} ${slot(change.previous_start, change.previous_room)})`}
                </span>
              </li>
            ))}
            {(changes.counts[kind] ?? 0) > SHOWN && (
              <li className="font-bold">{t('more', { count: (changes.counts[kind] ?? 0) - SHOWN })}</li>
            )}
          </ul>
        </details>
      ))}
    </div>
  )
}
