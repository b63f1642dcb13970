'use client'

import { useCallback } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { EventShown, RegistrationListShown } from '@/protocol/routes'
import { Banner } from '@/ui/Banner'
import { DeskSection } from '../DeskSection'
import { usePolled } from '../usePolled'
import { loadRegistrations } from './api'
import { CheckIns } from './CheckIns'
import { EraseList } from './EraseList'
import { ListUpload } from './ListUpload'

/** People come in by the minute. */
const EVERY_MS = 10_000

/** The list of who is registered, sealed, and who was checked in; without one, check-in is not offered. */
export function Registrations({ event }: { event: EventShown }) {
  const t = useTranslations('staff.registrations')
  const polled = usePolled(
    useCallback(() => loadRegistrations(event.id), [event.id]),
    EVERY_MS,
  )
  const { data, reload } = polled
  return (
    <DeskSection
      id="registrations"
      title={t('title')}
      count={
        <span role="status" className="text-soft text-base font-normal">
          {data?.loaded &&
            t('count', { checked: data.loaded.checked_in, registered: data.loaded.registered })}
        </span>
      }
      polled={polled}
      words={{ loading: t('loading'), failed: t('failed'), stale: t('stale') }}
    >
      {data && !data.loaded && (
        <p className="border-line bg-raised text-soft rounded-xl border p-5">{t('none')}</p>
      )}
      {data?.loaded && <Loaded loaded={data.loaded} timeZone={event.timezone} />}
      {data?.loaded && data.failed_look_ups.are_many && (
        <Banner tone="alert">
          {data.failed_look_ups.closed
            ? t('closed')
            : t('manyFailed', { count: data.failed_look_ups.lately })}
        </Banner>
      )}
      {data?.loaded && <CheckIns event={event} checkIns={data.check_ins} onChange={reload} />}
      {data && <ListUpload event={event} another={data.loaded !== null} onStored={reload} />}
      {data?.loaded && <EraseList event={event} loaded={data.loaded} onChange={reload} />}
    </DeskSection>
  )
}

function Loaded({ loaded, timeZone }: { loaded: RegistrationListShown; timeZone: string }) {
  const t = useTranslations('staff.registrations')
  const format = useFormatter()
  const time = format.dateTime(new Date(loaded.at), { dateStyle: 'short', timeStyle: 'short', timeZone })
  return (
    <div className="text-soft text-sm">
      <p className="break-words">{t('from', { file: loaded.file, who: loaded.who, time })}</p>
      {!loaded.code_is_enough && <p>{t('needsSurname')}</p>}
    </div>
  )
}
