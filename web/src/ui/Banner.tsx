import { Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

interface BannerProps {
  readonly tone: 'info' | 'alert'
  readonly children: ReactNode
  readonly action?: ReactNode
}

/** A lasting message above the conversation. */
export function Banner({ tone, children, action }: BannerProps) {
  const colours = tone === 'alert' ? 'bg-alert-wash text-ink border-alert' : 'bg-wash text-ink border-accent'
  const Icon = tone === 'alert' ? TriangleAlert : Info
  return (
    <div role="status" className={`flex flex-wrap items-center gap-3 border-l-4 px-4 py-2 ${colours}`}>
      <Icon aria-hidden className="size-5 shrink-0" />
      <p className="min-w-48 flex-1">{children}</p>
      {action}
    </div>
  )
}
