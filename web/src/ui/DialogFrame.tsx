import * as Dialog from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './IconButton'

interface DialogFrameProps {
  readonly title: string
  readonly closeLabel: string
  /** Where it lies on the screen. */
  readonly place: string
  readonly headLook: string
  readonly children: ReactNode
}

/** What is over the page while it is open: its title, the way out, and its content. */
export function DialogFrame({ title, closeLabel, place, headLook, children }: DialogFrameProps) {
  return (
    <Dialog.Portal>
      <Dialog.Overlay className="fixed inset-0 z-10 bg-black/50" />
      <Dialog.Content
        aria-describedby={undefined}
        className={`bg-raised text-ink border-edge fixed z-20 ${place}`}
      >
        <div className={`flex items-center justify-between gap-4 ${headLook}`}>
          <Dialog.Title className="min-w-0 text-xl font-bold hyphens-auto narrow:text-lg">
            {title}
          </Dialog.Title>
          <Dialog.Close asChild>
            <IconButton label={closeLabel}>
              <X aria-hidden className="size-5" />
            </IconButton>
          </Dialog.Close>
        </div>
        {children}
      </Dialog.Content>
    </Dialog.Portal>
  )
}
