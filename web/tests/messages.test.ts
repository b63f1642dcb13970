import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { loadMessages } from '@/i18n/load'
import { loadStaffMessages } from '@/i18n/loadStaff'
import { LANGUAGES, chooseLanguage } from '@/realtime/language'

type Tree = { readonly [key: string]: string | Tree }

function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : texts(value, `${path}${key}.`),
  )
}

/** The values a text wants, by name. */
function values(text: string, language: string): string[] {
  const names = new Set<string>()
  JSON.stringify(new IntlMessageFormat(text, language).getAst(), (key, value: unknown) => {
    if (
      typeof value === 'object' &&
      value !== null &&
      'type' in value &&
      'value' in value &&
      value.type !== 0
    ) {
      names.add(String(value.value))
    }
    return value
  })
  return [...names].sort()
}

const pages = [
  ['talk', loadMessages],
  ['staff', loadStaffMessages],
] as const

describe.each(LANGUAGES)('texts in %s', (language) => {
  test.each(pages)(
    'of the %s page are complete, not empty, and take the same values',
    async (_page, load) => {
      const english = texts(await load('en'))
      const found = new Map(texts(await load(language)))
      expect([...found.keys()].sort()).toEqual(english.map(([path]) => path).sort())
      for (const [path, text] of english) {
        const other = found.get(path) ?? ''
        expect(other.trim(), path).not.toBe('')
        expect(values(other, language), path).toEqual(values(text, 'en'))
      }
    },
  )
})

test('the page speaks the first language it knows', () => {
  expect(chooseLanguage([null, 'de-AT', 'it'])).toBe('de')
  expect(chooseLanguage(['ja', 'es-MX'])).toBe('es')
  expect(chooseLanguage(['zh', undefined])).toBe('en')
})
