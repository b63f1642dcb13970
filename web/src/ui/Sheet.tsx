'use client'

import * as Dialog from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'
import { DialogFrame } from './DialogFrame'

interface SheetProps {
  readonly title: string
  readonly closeLabel: string
  readonly trigger: ReactNode
  readonly children: ReactNode
}

const PLACE =
  'inset-x-0 bottom-0 max-h-[90dvh] overflow-y-auto rounded-t-2xl border p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[28rem] sm:max-w-[95vw] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl'

/** A panel over the page: from below on a phone, in the middle elsewhere. */
export function Sheet({ trigger, ...frame }: SheetProps) {
  return (
    <Dialog.Root>
      <Dialog.Trigger asChild>{trigger}</Dialog.Trigger>
      <DialogFrame place={PLACE} headLook="mb-4" {...frame} />
    </Dialog.Root>
  )
}
