'use client'

import { FileUp } from 'lucide-react'
import { useId } from 'react'

interface FileChoiceProps {
  readonly label: string
  readonly note: string
  readonly disabled: boolean
  readonly accept?: string
  readonly multiple?: boolean
  readonly onFiles: (files: readonly File[]) => void
}

/** A button that chooses files, in the page's language: the browser's own speaks the browser's. */
export function FileChoice({ label, note, disabled, accept, multiple, onFiles }: FileChoiceProps) {
  const id = useId()
  return (
    <>
      <div className="flex">
        <input
          id={id}
          type="file"
          className="peer sr-only"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={`${id}-note`}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            // So that the same file can be chosen again after it was changed.
            target.value = ''
            if (files.length > 0) onFiles(files)
          }}
        />
        <label
          htmlFor={id}
          className="border-edge bg-raised peer-focus-visible:outline-accent inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-xl border px-3 py-2 leading-tight peer-focus-visible:outline-3 peer-focus-visible:outline-offset-3 peer-disabled:cursor-default peer-disabled:opacity-50"
        >
          <FileUp aria-hidden className="size-5 shrink-0" />
          {label}
        </label>
      </div>
      <p id={`${id}-note`} className="text-soft text-sm">
        {note}
      </p>
    </>
  )
}
