import { useFormatter, useTranslations } from 'use-intl'
import type { RegistrationChanges } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'

interface ListChangesProps {
  readonly changes: RegistrationChanges
  readonly timeZone: string
}

/** What a newer list does to the one in force; whose check-in would go is said before anything is stored. */
export function ListChanges({ changes, timeZone }: ListChangesProps) {
  const t = useTranslations('staff.registrations')
  const format = useFormatter()
  const { added, changed, missing, missing_count, lost_check_ins } = changes
  return (
    <div className="flex flex-col gap-2">
      <p>{t('changes', { added, changed, missing: missing_count })}</p>
      {lost_check_ins > 0 && <Banner tone="alert">{t('lost', { count: lost_check_ins })}</Banner>}
      {missing.length > 0 && (
        <details open={lost_check_ins > 0}>
          <summary className="min-h-11 cursor-pointer font-bold">{t('missing')}</summary>
          <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
            {missing.map(({ initials, code_ending, ticket, checked_in_at }, index) => (
              <li key={index} className="break-words">
                {code_ending ? t('person', { initials, ending: code_ending }) : initials}
                {ticket && ` · ${ticket}`}
                {checked_in_at && (
                  <strong>
                    {` · ${t('checkedInAt', {
                      time: format.dateTime(new Date(checked_in_at), {
                        dateStyle: 'short',
                        timeStyle: 'short',
                        timeZone,
                      }),
                    })}`}
                  </strong>
                )}
              </li>
            ))}
            {missing_count > missing.length && (
              <li>{t('more', { count: missing_count - missing.length })}</li>
            )}
          </ul>
        </details>
      )}
    </div>
  )
}
