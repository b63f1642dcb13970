'use client'

import { useTranslations } from 'use-intl'
import type { EventShown, RequestShown } from '@/protocol/routes'
import { Button } from '@/ui/Button'
import { RequestPanel } from './RequestPanel'
import { useRequests } from './useRequests'

/** Somebody waits for an answer on the spot. */
const EVERY_MS = 5_000

type State = RequestShown['state']

interface Step {
  readonly to: State
  readonly word: 'take' | 'finish' | 'giveBack' | 'reopen'
}

/** What can be made of a message: the usual next step first. */
const STEPS: Readonly<Record<State, readonly Step[]>> = {
  open: [
    { to: 'taken', word: 'take' },
    { to: 'done', word: 'finish' },
  ],
  taken: [
    { to: 'done', word: 'finish' },
    { to: 'open', word: 'giveBack' },
  ],
  done: [{ to: 'open', word: 'reopen' }],
}

/** What visitors asked the desk through Charlotte. */
export function Messages({ event }: { event: EventShown }) {
  const t = useTranslations('staff.requests')
  const requests = useRequests(event, 'message', EVERY_MS)
  return (
    <RequestPanel
      id="messages"
      timeZone={event.timezone}
      requests={requests}
      words={{
        title: t('title'),
        open: t('open', { count: requests.open ?? 0 }),
        loading: t('loading'),
        failed: t('failed'),
        stale: t('stale'),
        none: t('nobody'),
        note: t('noReply'),
      }}
      steps={({ id, state }, describedBy) => (
        <div className="flex flex-wrap gap-2">
          {STEPS[state].map(({ to, word }, index) => (
            <Button
              key={index}
              look={index === 0 && state === 'open' ? 'primary' : 'plain'}
              aria-describedby={describedBy}
              onClick={() => requests.change(id, to)}
            >
              {t(`step.${word}`)}
            </Button>
          ))}
        </div>
      )}
    />
  )
}
