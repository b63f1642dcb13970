'use client'

import * as Switch from '@radix-ui/react-switch'
import { useId } from 'react'

interface SwitchRowProps {
  readonly label: string
  readonly note: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A switch with its name and a line that says what it does. */
export function SwitchRow({ label, note, checked, onChange }: SwitchRowProps) {
  const id = useId()
  return (
    <div className="flex items-center justify-between gap-4 py-2">
      <div>
        <label htmlFor={id} className="font-bold">
          {label}
        </label>
        <p id={`${id}-note`} className="text-soft">
          {note}
        </p>
      </div>
      <Switch.Root
        id={id}
        aria-describedby={`${id}-note`}
        checked={checked}
        onCheckedChange={onChange}
        className="border-edge bg-surface data-[state=checked]:bg-accent relative h-8 w-14 shrink-0 rounded-full border"
      >
        <Switch.Thumb className="solid bg-ink data-[state=checked]:bg-on-accent block size-6 translate-x-[3px] rounded-full transition-transform data-[state=checked]:translate-x-[27px]" />
      </Switch.Root>
    </div>
  )
}
