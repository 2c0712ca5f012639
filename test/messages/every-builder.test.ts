// Every builder of a message, modal or Home has a check of Slack's limits and of hostile text: none can be forgotten.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))

/** An exported function or arrow function with its return type; "" where it states none. */
const exported =
  /^export (?:function (\w+)(?:<[^>]*>)?\((?:(?!^export)[\s\S])*?\)(?:: (\w+(?:\[\])?[^\n]*))? \{$|const (\w+) = \([^)]*\)(?:: ([^=]+?))? =>)/gm

interface Builder {
  name: string
  path: string
  returns: string
}

const exports: Builder[] = read('src/messages/**/*.ts').flatMap(({ path, source }) =>
  [...source.matchAll(exported)].map((match) => ({
    name: match[1] ?? match[3] ?? '',
    path,
    returns: (match[2] ?? match[4] ?? '').trim(),
  })),
)
const builders = exports.filter(({ returns }) => /\b(Content|ModalView|HomeView)\b/.test(returns))

/** The statements of the tests, each with what it holds: what stands at the margin begins one. */
const statements = read('test/messages/**/*.test.ts').flatMap(({ source }) => source.split(/\n(?=[a-z])/))

const checks = (statement: string, name: string) =>
  new RegExp(`\\b${name}\\b`).test(statement) &&
  /\b(message|view)Violations\b/.test(statement) &&
  /\bmarkupViolations\b/.test(statement)

it('the list of builders is whole: every exported function says what it returns', () => {
  const all = read('src/messages/**/*.ts').flatMap(
    ({ source }) => source.match(/^export (async )?function/gm) ?? [],
  )
  expect(exports.filter(({ returns }) => returns !== '').length).toBeGreaterThanOrEqual(all.length)
  expect(builders.length).toBeGreaterThan(70)
})

it.each(builders.map(({ name, path }) => [name, path]))(
  '%s of %s is checked for limits and for markup of others in one test',
  (name) => {
    expect(statements.filter((statement) => checks(statement, name)).length).toBeGreaterThan(0)
  },
)
