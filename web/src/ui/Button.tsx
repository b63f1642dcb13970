import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'

const LOOKS = {
  primary: 'bg-accent text-on-accent border-transparent font-bold',
  plain: 'bg-raised text-ink border-edge',
  danger: 'bg-alert-wash text-ink border-alert font-bold',
  quiet: 'bg-transparent text-ink border-transparent underline underline-offset-4',
} as const

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOKS
  readonly icon?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button at least 44 px high, with its icon before its words. */
export function Button({ look = 'plain', icon, children, className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-xl border px-3 py-2 text-base leading-tight disabled:opacity-50 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}
