'use client'

import { useEffect, useLayoutEffect, useState } from 'react'
import { spokenCharacters, splitAtWord } from '@/realtime/captions'
import { useVisit } from '@/state/visit'

/** Her words as she says them: the word that sounds is marked, those to come are paler. */
export function Captions({ text, onWord }: { text: string; onWord: () => void }) {
  const visit = useVisit()
  const [spoken, setSpoken] = useState(0)
  useEffect(() => {
    let frame = requestAnimationFrame(function draw() {
      const { played_ms, total_ms } = visit.meters()
      setSpoken(spokenCharacters(text, played_ms, total_ms))
      frame = requestAnimationFrame(draw)
    })
    return () => cancelAnimationFrame(frame)
  }, [text, visit])
  const [said, now, coming] = splitAtWord(text, spoken)
  useLayoutEffect(onWord, [said.length, onWord])
  return (
    <>
      {said}
      <mark className="bg-mark text-ink rounded px-0.5">{now}</mark>
      <span className="text-soft">{coming}</span>
    </>
  )
}
