// `npm run lint` holds the rules of the house (rules.ts) against the sources.
import { join } from 'node:path'
import { allSubjects } from '../../src/all-subjects.ts'
import { circles, forbidden, undeclared } from './check.ts'
import { readImports } from './imports.ts'
import { isTest, rules } from './rules.ts'

const imports = readImports(join(import.meta.dirname, '../..'))
const inCircle = circles(imports, (path) => /^src\/(?!plan\/)/.test(path) && !isTest(path))
const violations = [
  ...forbidden(imports, rules),
  ...undeclared(imports, allSubjects),
  ...inCircle.map((files) => `These import each other in a circle:\n  ${files.join('\n  ')}`),
]
if (violations.length) console.error(`${violations.join('\n')}\n${violations.length} imports break a rule.`)
process.exit(violations.length ? 1 : 0)
