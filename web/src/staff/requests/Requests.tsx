'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { EventShown, HelpRequestShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { loadRequests, setRequest } from '../api'
import { LoadState } from '../LoadState'
import { usePolled } from '../usePolled'
import { RequestItem } from './RequestItem'

/** Somebody waits for an answer on the spot. */
const EVERY_MS = 5_000

/** What visitors asked the desk through Charlotte: rows keep their place, what is done can be opened again. */
export function Requests({ event }: { event: EventShown }) {
  const t = useTranslations('staff.requests')
  const load = useCallback(() => loadRequests(event.id), [event.id])
  const polled = usePolled(load, EVERY_MS)
  const { data, reload } = polled
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const [all, setAll] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const found = data?.requests.toSorted((one, other) => other.at.localeCompare(one.at)) ?? []
  const open = found.filter(({ state }) => state === 'open').length
  // What was done in sight stays in sight: nothing vanishes under somebody's finger.
  const hidden = found.filter(({ id, state }) => state === 'done' && !done.has(id))
  const shown = all ? found : found.filter((request) => !hidden.includes(request))
  const change = (request: HelpRequestShown, state: HelpRequestShown['state']) => {
    setFailed(null)
    setDone((before) => new Set(before).add(request.id))
    setRequest(request.id, state).then(reload, () => setFailed(request.id))
  }
  return (
    <section aria-labelledby="requests" className="@container flex min-w-0 flex-col gap-3">
      <h2 id="requests" className="flex flex-wrap items-baseline gap-x-3 text-xl font-bold">
        {t('title')}
        <span
          role="status"
          className={`text-base ${open > 0 ? 'text-alert font-bold' : 'text-soft font-normal'}`}
        >
          {data && t('open', { count: open })}
        </span>
      </h2>
      <LoadState
        polled={polled}
        words={{ loading: t('loading'), failed: t('failed'), stale: t('stale'), again: t('again') }}
      />
      {data && shown.length === 0 && (
        <p className="border-line bg-raised text-soft rounded-xl border p-5">
          {t(found.length === 0 ? 'nobody' : 'allDone')}
        </p>
      )}
      {shown.length > 0 && (
        <>
          <ul className="border-line bg-raised flex flex-col rounded-xl border">
            {shown.map((request) => (
              <RequestItem
                key={request.id}
                request={request}
                timeZone={event.timezone}
                failed={failed === request.id}
                onChange={(state) => change(request, state)}
              />
            ))}
          </ul>
          <p className="text-soft text-sm">{t('noReply')}</p>
        </>
      )}
      {(hidden.length > 0 || all) && (
        <Button onClick={() => setAll(!all)} className="self-start">
          {all ? t('hideDone') : t('showDone', { count: hidden.length })}
        </Button>
      )}
    </section>
  )
}
