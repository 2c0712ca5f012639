// The pages that speakers review are those of the words in force.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LANGUAGES } from '#plan/words/index.ts'
import { wordsPage } from '../../tools/words-page.ts'

const folder = join(import.meta.dirname, '../../docs/words')

it('has a page of each language, and none besides', () => {
  const wanted = Object.keys(LANGUAGES).map((code) => `${code}.md`)
  expect(readdirSync(folder).sort(), 'npm run words writes them').toEqual(wanted.sort())
})

it.each(Object.entries(LANGUAGES))('%s: the page says the words in force', (code, language) => {
  const page = readFileSync(join(folder, `${code}.md`), 'utf8')
  expect(page, 'npm run words writes it').toBe(wordsPage(code, language))
})
