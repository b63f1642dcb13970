'use client'

import { NowAndNext } from './NowAndNext'

/** Beside the conversation, where the screen is wide enough for both. */
export function Programme() {
  return (
    <aside className="border-line hidden w-96 shrink-0 overflow-y-auto border-l px-5 py-4 xl:block kiosk:hidden">
      <NowAndNext />
    </aside>
  )
}
