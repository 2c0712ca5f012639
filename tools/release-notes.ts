// `node tools/release-notes.ts v1.2.3` prints what CHANGELOG.md says of that version; a release on GitHub gets it as its text.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTag, sectionOf } from './changelog.ts'

const [tag = ''] = process.argv.slice(2)
const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', name), 'utf8')

try {
  checkTag(tag, JSON.parse(read('package.json')).version)
  console.log(sectionOf(read('CHANGELOG.md'), tag))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
