'use client'

import { Hand, Mic, MicOff, Square } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Language } from '@/realtime/language'
import { phaseOf } from '@/realtime/visitState'
import { useVisit, useVisitState } from '@/state/visit'
import { Composer } from './Composer'
import { LanguageChoice } from './LanguageChoice'
import { TalkButton } from './TalkButton'
import { useTalkKeys } from './useTalkKeys'

interface DockProps {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** All controls in one place, within reach of a thumb or of somebody seated. */
export function Dock({ language, onLanguage }: DockProps) {
  const t = useTranslations('controls')
  const visit = useVisit()
  const phase = useVisitState(phaseOf)
  const mode = useVisitState((state) => state.mode)
  const handsFree = useVisitState((state) => state.handsFree)
  const muted = useVisitState((state) => state.muted)
  const busy = phase === 'speaking' || phase === 'thinking' || (phase === 'listening' && !handsFree)
  useTalkKeys()
  return (
    <section
      aria-label={t('label')}
      className="border-line bg-surface border-t px-4 pt-3 narrow:px-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] kiosk:pb-16"
    >
      <div
        data-mode={mode}
        className={`group/dock grid items-center gap-2 ${mode === 'text' ? 'grid-cols-[1fr_auto]' : 'grid-cols-[4.5rem_1fr_4.5rem] narrow:grid-cols-[auto_minmax(0,1fr)_auto]'}`}
      >
        {mode === 'voice' && (
          <DockButton
            label={t('handsFree')}
            pressed={handsFree}
            onClick={() => visit.setHandsFree(!handsFree)}
            Icon={Hand}
          />
        )}
        <TalkButton />
        {mode === 'voice' && handsFree && !busy ? (
          <DockButton
            label={t(muted ? 'unmute' : 'mute')}
            pressed={muted}
            onClick={() => visit.setMuted(!muted)}
            Icon={muted ? MicOff : Mic}
          />
        ) : (
          <DockButton label={t('stop')} disabled={!busy} onClick={() => visit.stop()} Icon={Square} />
        )}
      </div>
      <Composer />
      <LanguageChoice
        language={language}
        onLanguage={onLanguage}
        className="mt-4 hidden justify-center kiosk:flex"
      />
    </section>
  )
}

interface DockButtonProps {
  readonly label: string
  readonly Icon: typeof Mic
  readonly onClick: () => void
  readonly pressed?: boolean
  readonly disabled?: boolean
}

function DockButton({ label, Icon, onClick, pressed, disabled = false }: DockButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
      className="group flex flex-col items-center gap-1 justify-self-center rounded-xl p-1 group-data-[mode=voice]/dock:mt-5 group-data-[mode=voice]/dock:self-start short:mt-0! short:self-center! narrow:mt-2! narrow:self-start! narrow:p-0 text-sm leading-tight hyphens-auto disabled:opacity-40"
    >
      <span className="border-edge bg-raised group-aria-pressed:bg-accent group-aria-pressed:text-on-accent flex size-12 items-center justify-center rounded-full border">
        <Icon aria-hidden className="size-6" />
      </span>
      <span className="narrow:sr-only">{label}</span>
    </button>
  )
}
