import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { generate } from '../scripts/protocol.mjs'

test('the generated types are those of the contract', async () => {
  const files = (await generate()) as Record<string, string>
  for (const [name, text] of Object.entries(files)) {
    const kept = await readFile(new URL(`../src/protocol/${name}`, import.meta.url), 'utf8')
    expect(kept, `${name}: run \`make protocol\``).toBe(text)
  }
}, 60_000)
