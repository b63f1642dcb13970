'use client'

import { ArrowDown } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Turn, lastExchange } from '@/realtime/conversation'
import { useVisitState } from '@/state/visit'
import { Button } from '@/ui/Button'
import { Exchange } from './Exchange'
import { type Seen, isAtEnd, isFollowing, restingPlace } from './scrollRule'
import { Welcome } from './Welcome'

/**
 * What was said; it follows new words only while the reader does, and keeps the answer's card in view, and the word that
 * sounds.
 */
export function Conversation() {
  const t = useTranslations('talk')
  const turns = useVisitState((state) => state.conversation.turns)
  // What waits for a yes stands at the end, and is what must be seen.
  const confirming = useVisitState((state) => state.conversation.confirmation !== null)
  const { box, away, toEnd, follow } = useFollowing(turns, confirming)
  const last = lastExchange(turns)
  const earlier = turns.slice(0, turns.length - last.length)
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="region"
        tabIndex={0}
        aria-label={t('title')}
        className="h-full overflow-y-auto px-4 py-4 -outline-offset-3"
      >
        {turns.length === 0 ? (
          <Welcome />
        ) : (
          <div className="flex min-h-full flex-col justify-end gap-6">
            {earlier.length > 0 && <Earlier turns={earlier} />}
            <Exchange turns={last} onWord={follow} />
          </div>
        )}
      </div>
      {away && (
        <Button
          className="absolute bottom-2 left-1/2 -translate-x-1/2 shadow"
          icon={<ArrowDown aria-hidden className="size-5" />}
          onClick={toEnd}
        >
          {t('toEnd')}
        </Button>
      )}
    </div>
  )
}

function Earlier({ turns }: { turns: readonly Turn[] }) {
  const t = useTranslations('talk')
  return (
    <ol aria-label={t('earlier')} className="flex flex-col gap-2">
      {turns.map((turn) => (
        <li
          key={turn.id}
          dir="auto"
          className={`max-w-[85%] rounded-2xl border border-transparent px-4 py-2 whitespace-pre-line ${turn.role === 'user' ? 'bg-wash self-end' : 'bg-raised self-start'}`}
        >
          <span className="sr-only">{t(turn.role === 'user' ? 'you' : 'charlotte')}: </span>
          {turn.text}
          {(turn.state === 'interrupted' || turn.state === 'failed') && (
            <span className="text-soft text-sm"> ({t(turn.state)})</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function useFollowing(turns: readonly Turn[], toTheEnd: boolean) {
  const box = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const [away, setAway] = useState(false)
  useEffect(() => {
    const region = box.current
    if (!region) return
    const note = () => {
      following.current = isFollowing(region, seen(region, toTheEnd))
      setAway(!following.current)
    }
    region.addEventListener('scroll', note, { passive: true })
    return () => region.removeEventListener('scroll', note)
  }, [toTheEnd])
  const follow = useCallback(() => {
    const region = box.current
    if (region && following.current) region.scrollTop = restingPlace(region, seen(region, toTheEnd))
  }, [toTheEnd])
  useLayoutEffect(() => {
    if (!box.current || turns.length === 0) return
    follow()
    setAway(!following.current && !isAtEnd(box.current))
  }, [turns, follow])
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight, behavior: 'smooth' })
  return { box, away, toEnd, follow }
}

/** The card of the last answer and the word that sounds; to the end there is no card to keep. */
function seen(region: HTMLElement, toTheEnd: boolean): Seen {
  const top = region.getBoundingClientRect().top - region.scrollTop
  const card = toTheEnd ? undefined : [...region.querySelectorAll('article')].at(-1)
  const word = region.querySelector('mark')
  return {
    cardTop: card ? card.getBoundingClientRect().top - top : null,
    wordBottom: word ? word.getBoundingClientRect().bottom - top : null,
  }
}
