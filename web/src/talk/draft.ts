'use client'

import { createContext, useContext } from 'react'

/** What is in the composer: new words, or a correction of what was heard. */
export interface Draft {
  readonly text: string
  readonly corrects: boolean
}

export const NO_DRAFT: Draft = { text: '', corrects: false }

interface DraftState {
  readonly draft: Draft
  readonly setDraft: (draft: Draft) => void
}

export const DraftContext = createContext<DraftState>({ draft: NO_DRAFT, setDraft: () => {} })

export const useDraft = () => useContext(DraftContext)
