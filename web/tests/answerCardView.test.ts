import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'use-intl'
import { expect, test } from 'vitest'
import en from '@/i18n/messages/en'
import { AnswerCardView } from '@/talk/AnswerCardView'

const nothing = {
  main: null,
  person: null,
  passages: [] as object[],
  facts: [],
  registration: null,
  rows: [],
  rowsAre: null,
  more: 0,
}
const when = { timezone: 'Europe/Rome', now: '2026-04-11T10:00:00+02:00' }

function shown(of: object): string {
  const card = { ...nothing, ...when, ...of }
  const view = createElement(AnswerCardView, { card: card as never, question: '', latest: false })
  return renderToStaticMarkup(
    createElement(IntlProvider, { locale: 'en-GB', messages: en, timeZone: 'Europe/Rome', children: view }),
  )
}

test('a room says how many seats it has only where that is known', () => {
  expect(shown({ place: { name: 'Sala Ricci', capacity: 90 } })).toContain('90 seats')
  expect(shown({ place: { name: 'Sala Ricci' } })).not.toMatch(/seat/)
})

test('a quotation says which document it is of; what the organisers answered, only that they did', () => {
  const passage = { id: 'a#1', language: 'en', quote: 'By the north gate.', text: '', match: 'exact' }
  const question = 'Where do buses stop?'
  const written = { ...passage, document: 'bus.md', title: 'Getting here', headings: ['Buses'], page: 2 }
  const told = { ...passage, document: 'staff', title: question, headings: [question] }
  expect(shown({ passages: [written] })).toContain('documents: Getting here › Buses › ')
  const card = shown({ passages: [told] })
  expect(card).toContain(`From the organisers › ${question}`)
  expect(card.split(question)).toHaveLength(2)
})
