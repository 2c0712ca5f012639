// `npm run lint` holds the rules of the house (rules.ts, functions.ts) against the sources.
import { join } from 'node:path'
import { allSubjects } from '../../src/all-subjects.ts'
import { circles, forbidden, undeclared } from './check.ts'
import { readLongFunctions } from './functions.ts'
import { readImports } from './imports.ts'
import { isTest, rules } from './rules.ts'

const root = join(import.meta.dirname, '../..')
const imports = readImports(root)
const inCircle = circles(imports, (path) => /^src\/(?!plan\/)/.test(path) && !isTest(path))
const violations = [
  ...forbidden(imports, rules),
  ...undeclared(imports, allSubjects),
  ...inCircle.map((files) => `These import each other in a circle:\n  ${files.join('\n  ')}`),
  ...readLongFunctions(root),
]
if (violations.length) console.error(`${violations.join('\n')}\n${violations.length} places break a rule.`)
process.exit(violations.length ? 1 : 0)
