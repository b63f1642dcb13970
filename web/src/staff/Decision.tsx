import type { ReactNode } from 'react'
import { Banner } from '@/ui/Banner'

interface DecisionProps {
  /** Why what was pressed was not done. */
  readonly failed: ReactNode
  /** The buttons. */
  readonly children: ReactNode
}

/** What ends a review, always within reach: it stays at the lower edge while the review is longer than the screen. */
export function Decision({ failed, children }: DecisionProps) {
  return (
    <div className="decision bg-raised border-line -mx-3 -mb-3 flex flex-col gap-2 rounded-b-xl border-t p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      {failed && <Banner tone="alert">{failed}</Banner>}
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  )
}
