'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/ui/Button'
import { Panel } from '@/ui/Panel'

/** What goes with the first import, by name; it is named before it goes. */
const PARTS = ['programme', 'documents', 'told', 'registrations', 'checkIns'] as const

interface EraseCongressProps {
  /** The name of the congress. */
  readonly name: string
  readonly open: boolean
  readonly onKeep: () => void
  readonly onErase: () => void
}

/** Asks before a first import is taken back: no import is left then, and everything of the congress goes with it. */
export function EraseCongress({ name, open, onKeep, onErase }: EraseCongressProps) {
  const t = useTranslations('staff.programme.erase')
  return (
    <Panel
      title={t('title', { name })}
      closeLabel={t('keep')}
      open={open}
      onClose={onKeep}
      footer={
        <>
          <Button onClick={onKeep}>{t('keep')}</Button>
          <Button look="danger" onClick={onErase}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <p className="text-lg">{t('why')}</p>
      <ul className="ml-5 flex list-disc flex-col gap-2">
        {PARTS.map((part) => (
          <li key={part}>{t(part)}</li>
        ))}
      </ul>
      <p>{t('noUndo')}</p>
    </Panel>
  )
}
