// `npm run words` writes docs/words anew, a page a language.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LANGUAGES } from '#plan/words/index.ts'
import { wordsPage } from './words-page.ts'

const folder = join(import.meta.dirname, '../docs/words')
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) rmSync(join(folder, name))
for (const [code, language] of Object.entries(LANGUAGES))
  writeFileSync(join(folder, `${code}.md`), wordsPage(code, language))
