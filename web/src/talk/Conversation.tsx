'use client'

import { ArrowDown } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Turn, lastExchange } from '@/realtime/conversation'
import { useVisitState } from '@/state/visit'
import { Button } from '@/ui/Button'
import { Exchange } from './Exchange'
import { isAtEnd } from './scrollRule'
import { Welcome } from './Welcome'

/** What was said; it follows new words only while the reader is at its end. */
export function Conversation() {
  const t = useTranslations('talk')
  const turns = useVisitState((state) => state.conversation.turns)
  const { box, atEnd, toEnd } = useFollowing(turns)
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
            <Exchange turns={last} />
          </div>
        )}
      </div>
      {!atEnd && (
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

function useFollowing(turns: readonly Turn[]) {
  const box = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const [atEnd, setAtEnd] = useState(true)
  useEffect(() => {
    const region = box.current
    if (!region) return
    const note = () => {
      following.current = isAtEnd(region)
      setAtEnd(following.current)
    }
    region.addEventListener('scroll', note, { passive: true })
    return () => region.removeEventListener('scroll', note)
  }, [])
  useLayoutEffect(() => {
    const region = box.current
    if (!region || turns.length === 0) return
    if (following.current) region.scrollTop = region.scrollHeight
    else setAtEnd(isAtEnd(region))
  }, [turns])
  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight, behavior: 'smooth' })
  return { box, atEnd, toEnd }
}
