import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import en from '@/i18n/messages/en'
import { AnswerCardView } from '@/talk/AnswerCardView'

const nothing = {
  main: null,
  person: null,
  passage: null,
  facts: [],
  registration: null,
  rows: [],
  rowsAre: null,
  more: 0,
}
const when = { timezone: 'Europe/Rome', now: '2026-04-11T10:00:00+02:00' }

function shown(place: object): string {
  const card = { ...nothing, ...when, place: { name: 'Sala Ricci', ...place } }
  const view = createElement(AnswerCardView, { card: card as never, question: '', latest: false })
  return renderToStaticMarkup(
    createElement(IntlProvider, { locale: 'en-GB', messages: en, timeZone: 'Europe/Rome', children: view }),
  )
}

test('a room says how many seats it has only where that is known', () => {
  expect(shown({ capacity: 90 })).toContain('90 seats')
  expect(shown({})).not.toMatch(/seat/)
})
