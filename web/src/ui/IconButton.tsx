import type { ButtonHTMLAttributes, ReactNode } from 'react'

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string
  readonly children: ReactNode
}

/** A round button that shows only an icon and says its name to a screen reader. */
export function IconButton({ label, children, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`border-edge bg-raised text-ink inline-flex size-12 shrink-0 items-center justify-center rounded-full border disabled:opacity-40 ${className}`}
      {...rest}
    >
      {children}
    </button>
  )
}
