'use client'

import * as Dialog from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'
import { DialogFrame } from './DialogFrame'

interface PanelProps {
  readonly title: string
  readonly closeLabel: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays in sight below what scrolls. */
  readonly footer: ReactNode
}

const PLACE = 'inset-y-0 right-0 flex w-[46rem] max-w-full flex-col border-l'

/** A drawer beside the page, over all of it on a phone; it is opened and closed by whoever uses it. */
export function Panel({ open, onClose, children, footer, ...frame }: PanelProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <DialogFrame place={PLACE} headLook="border-line border-b px-4 py-3" {...frame}>
        <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">{children}</div>
        <div className="border-line flex flex-wrap justify-end gap-3 border-t p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
          {footer}
        </div>
      </DialogFrame>
    </Dialog.Root>
  )
}
