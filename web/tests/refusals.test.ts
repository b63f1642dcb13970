import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { IntlProvider } from 'use-intl'
import { loadStaffMessages } from '@/i18n/loadStaff'
import { ApiProblem } from '@/realtime/api'
import { LOCALES, type Language } from '@/realtime/language'
import { Refusal } from '@/staff/Refusal'

async function shown(error: unknown, language: Language): Promise<string> {
  const messages = { staff: await loadStaffMessages(language) }
  const refusal = createElement(Refusal, { error, unreachable: 'nicht erreicht' })
  const page = createElement(IntlProvider, {
    locale: LOCALES[language],
    messages,
    timeZone: 'UTC',
    children: refusal,
  })
  return renderToStaticMarkup(page)
}

const late = new ApiProblem(409, 'documents_changed', 'Bruno has changed them.', 'Look again.', 0, 'Bruno')
const unreadable = new ApiProblem(422, 'unreadable_file', 'a.json is no JSON: line 1.', 'Export it again.')

test('a refusal is said in the page’s language and names who was faster', async () => {
  const german = await shown(late, 'de')
  expect(german).toMatch(/^Bruno hat die Dokumente inzwischen geändert/)
  expect(german).not.toContain('changed')
  expect(await shown(late, 'it')).toMatch(/^Intanto Bruno ha cambiato i documenti/)
})

test('where nobody is named, somebody was it', async () => {
  expect(await shown(new ApiProblem(409, 'documents_changed', '', null), 'fr')).toContain(
    'quelqu’un a modifié',
  )
})

test('what only the server knows stands behind it, marked as English', async () => {
  const said = '<span lang="en">a.json is no JSON: line 1. Export it again.</span>'
  expect(await shown(unreadable, 'de')).toBe(`Diese Datei kann nicht gelesen werden. (${said})`)
  expect(await shown(unreadable, 'en')).toBe(said)
})

test('what the page has no words for is said as the server says it', async () => {
  const odd = new ApiProblem(418, 'teapot', 'I am a <teapot>.', null)
  expect(await shown(odd, 'es')).toBe('<span lang="en">I am a &lt;teapot&gt;.</span>')
  expect(await shown(new ApiProblem(0, 'unreachable', 'x', null), 'de')).toBe('nicht erreicht')
  expect(await shown(new TypeError('x'), 'de')).toBe('nicht erreicht')
})
