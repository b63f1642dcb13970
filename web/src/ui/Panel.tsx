'use client'

import * as Dialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton'

interface PanelProps {
  readonly title: string
  readonly closeLabel: string
  readonly open: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stays in sight below what scrolls. */
  readonly footer: ReactNode
}

/** A drawer beside the page, over all of it on a phone; it is opened and closed by whoever uses it. */
export function Panel({ title, closeLabel, open, onClose, children, footer }: PanelProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(wanted) => !wanted && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-10 bg-black/50" />
        <Dialog.Content
          aria-describedby={undefined}
          className="bg-raised text-ink border-edge fixed inset-y-0 right-0 z-20 flex w-[46rem] max-w-full flex-col border-l"
        >
          <div className="border-line flex items-center justify-between gap-4 border-b px-4 py-3">
            <Dialog.Title className="text-xl font-bold">{title}</Dialog.Title>
            <Dialog.Close asChild>
              <IconButton label={closeLabel}>
                <X aria-hidden className="size-5" />
              </IconButton>
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4">{children}</div>
          <div className="border-line flex flex-wrap justify-end gap-3 border-t p-4 pb-[max(1rem,env(safe-area-inset-bottom))]">
            {footer}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
