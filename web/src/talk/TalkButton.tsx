'use client'

import { AudioLines, Ban, Keyboard, Mic, MicOff, Play, WifiOff } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { type Phase, type VisitState, phaseOf } from '@/realtime/visitState'
import { useVisit, useVisitState } from '@/state/visit'
import { useSlow } from './useSlow'

/** An answer that comes sooner needs no sign of thinking. */
const THINKING_AFTER_MS = 300
/** Ordinary speech close to a microphone reaches about this loudness (root mean square). */
const LOUD = 0.15
const BARS = [0.6, 1, 0.75, 1.2, 0.6]

const ICONS: Readonly<Record<Exclude<Phase, 'speaking'>, typeof Mic>> = {
  connecting: Mic,
  ready: Mic,
  listening: AudioLines,
  thinking: Mic,
  muted: MicOff,
  textOnly: Keyboard,
  paused: Play,
  offline: WifiOff,
  refused: Ban,
}

const COLOURS: Readonly<Record<Phase, string>> = {
  connecting: 'bg-raised text-soft border-edge border-dashed',
  ready: 'bg-accent text-on-accent border-accent',
  listening: 'bg-raised text-listening border-listening',
  thinking: 'bg-raised text-thinking border-line',
  speaking: 'bg-raised text-speaking border-speaking',
  muted: 'bg-raised text-soft border-edge',
  textOnly: 'bg-raised text-ink border-edge',
  paused: 'bg-raised text-ink border-edge',
  offline: 'bg-raised text-alert border-alert border-dashed',
  refused: 'bg-raised text-alert border-alert',
}

/** The one big button, which is also the state: its shape, its motion and the word beside it. */
export function TalkButton() {
  const t = useTranslations()
  const real = useVisitState(phaseOf)
  const slow = useSlow(real === 'thinking', THINKING_AFTER_MS)
  const resting = useVisitState((state) => (state.mode === 'text' ? 'textOnly' : 'ready'))
  const phase = real === 'thinking' && !slow ? resting : real
  const small = useVisitState((state) => state.mode === 'text')
  const hint = useVisitState((state) => hintOf(state, phase))
  const held = useVisitState((state) => state.key.phase === 'held' || state.key.phase === 'latched')
  const meters = useMeters(phase)
  const press = usePress()
  return (
    <div
      className={`flex items-center gap-x-4 gap-y-2 ${small ? '' : 'flex-col justify-center text-center short:flex-row short:text-left narrow:flex-col narrow:text-center'}`}
    >
      <button
        type="button"
        aria-label={`${t('controls.talk')}: ${t(`phase.${phase}`)}`}
        aria-pressed={held}
        {...press}
        className={`relative flex touch-none items-center justify-center rounded-full border-4 select-none ${small ? 'size-16' : 'size-24 sm:size-28 short:size-16!'} ${COLOURS[phase]}`}
      >
        <span ref={meters} className="contents">
          {phase === 'listening' && (
            <span aria-hidden className="ring border-listening absolute -inset-2 rounded-full border-4" />
          )}
          {phase === 'thinking' && (
            <span
              aria-hidden
              className="sweep border-t-thinking absolute -inset-1 rounded-full border-4 border-transparent"
            />
          )}
          {phase === 'speaking' ? <Bars /> : <Glyph phase={phase} small={small} />}
        </span>
      </button>
      <p className={`leading-snug ${small ? 'flex-1' : 'min-h-18 short:min-h-0 narrow:-mx-12'}`}>
        <span className="block text-lg font-bold">{t(`phase.${phase}`)}</span>
        <span className={`text-soft ${small ? 'block narrow:hidden' : 'block short:hidden'}`}>
          {t(`hint.${hint}`)}
        </span>
      </p>
    </div>
  )
}

function Glyph({ phase, small }: { phase: Exclude<Phase, 'speaking'>; small: boolean }) {
  const Icon = ICONS[phase]
  return <Icon aria-hidden className={small ? 'size-7' : 'size-11 short:size-7'} strokeWidth={1.75} />
}

function Bars() {
  return (
    <span aria-hidden className="flex h-1/2 items-center gap-1.5">
      {BARS.map((share, index) => (
        <span
          key={index}
          className="bar solid h-full w-2 rounded-full bg-current"
          style={{ '--share': share } as object}
        />
      ))}
    </span>
  )
}

type Hint = 'held' | 'latched' | 'handsFree' | Exclude<Phase, 'listening'>

function hintOf(state: VisitState, phase: Phase): Hint {
  if (phase !== 'listening') return phase
  if (state.handsFree) return 'handsFree'
  return state.key.phase === 'latched' ? 'latched' : 'held'
}

/** So many heights a bar has: in a quiet room nothing is painted anew, which a kiosk without a GPU notices. */
const STEPS = 20

/** Writes the loudness into a style property, past React: it changes at every frame. */
function useMeters(phase: Phase) {
  const visit = useVisit()
  const element = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    if (phase !== 'listening' && phase !== 'speaking') return
    let shown = ''
    let frame = requestAnimationFrame(function draw() {
      const { microphone, level } = visit.meters()
      const loudness = Math.min(1, (phase === 'listening' ? microphone : level) / LOUD)
      const step = (Math.round(loudness * STEPS) / STEPS).toFixed(2)
      if (step !== shown) element.current?.style.setProperty('--level', (shown = step))
      frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [phase, visit])
  return element
}

/** Press and release by pointer or key; in the other states a press does what the hint says. */
function usePress() {
  const visit = useVisit()
  const mode = useVisitState((state) => state.mode)
  const handsFree = useVisitState((state) => state.handsFree)
  const playing = useVisitState((state) => state.conversation.playing !== null)
  const link = useVisitState((state) => state.link.phase)
  const talks = mode === 'voice' && !handsFree && link === 'live'

  const down = (at_ms: number) => {
    if (talks) visit.key({ type: 'press', at_ms })
    else if (link === 'paused' || link === 'refused' || link === 'idle') visit.resume()
    else if (mode === 'text') visit.setMode('voice')
    else if (playing) visit.stop()
  }
  const up = (at_ms: number) => visit.key({ type: 'release', at_ms })
  const isKey = (event: KeyboardEvent) => event.code === 'Space' || event.code === 'Enter'
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      down(event.timeStamp)
    },
    onPointerUp: (event: PointerEvent) => up(event.timeStamp),
    onPointerCancel: () => visit.key({ type: 'cancel' }),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isKey(event)) return
      event.preventDefault()
      if (!event.repeat) down(event.timeStamp)
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (!isKey(event)) return
      event.preventDefault()
      event.stopPropagation()
      up(event.timeStamp)
    },
    onContextMenu: (event: { preventDefault: () => void }) => event.preventDefault(),
  }
}
