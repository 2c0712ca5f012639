// One contract for every subject: what its folder holds, what it brings, and what of it answers.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULE_KINDS } from '#domain/kinds.ts'
import { ceremoniesOf, commandsOf } from '#subjects/compose.ts'
import { allSubjects } from '../../src/all-subjects.ts'
import { declaredIds, hears, listenedIds, renderedIds } from './slack-ids.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'src/subjects')
const userGuide = readFileSync(join(root, 'docs/user-guide.md'), 'utf8')

it('the list of subjects is the list of folders', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(allSubjects.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort())
})

it('no word or alias of /sprint stands for two commands', () => {
  const words = commandsOf(allSubjects).flatMap(({ word, aliases = [] }) => [word, ...aliases])
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
})

it('every kind of occurrence has its steps in one subject', () => {
  const kinds = ceremoniesOf(allSubjects).flatMap((ceremony) => ceremony.kinds)
  expect([...kinds].sort()).toEqual([...RULE_KINDS].sort())
})

it('every ceremony begins with the step that opens it', () => {
  for (const ceremony of ceremoniesOf(allSubjects)) expect(ceremony.steps).toHaveProperty('open')
})

describe('buttons, selects and modals', async () => {
  const rendered = await renderedIds()
  const listened = listenedIds(allSubjects.flatMap(({ slack = [] }) => slack))
  const declared = await declaredIds()

  it.each(['actions', 'modals'] as const)('of each of the %s rendered, one listener hears', (part) => {
    expect(rendered[part].length).toBeGreaterThan(10)
    const hearers = (id: string) => listened[part].filter((each) => hears(each, id)).length
    expect(rendered[part].filter((id) => hearers(id) !== 1)).toEqual([])
  })

  it.each(['actions', 'modals'] as const)('each of the %s listened to is rendered by a golden', (part) => {
    const unseen = listened[part].filter((each) => !rendered[part].some((id) => hears(each, id)))
    expect(unseen.map(String)).toEqual([])
  })

  it('stand in one ids.ts each', () => {
    expect(listened.actions.map(String).sort()).toEqual([...declared.actions].sort())
    expect(listened.modals.filter((id) => !declared.modals.includes(String(id)))).toEqual([])
    const twice = declared.modals.filter((id, index) => declared.modals.indexOf(id) !== index)
    expect(twice).toEqual([])
  })
})

describe.each(allSubjects.map((subject) => [subject.name, subject] as const))('%s', (_name, subject) => {
  it('needs only subjects that there are, and not itself', () => {
    const others = allSubjects.map(({ name }) => name).filter((name) => name !== subject.name)
    expect(subject.needs.filter((need) => !others.includes(need))).toEqual([])
  })

  it('has a row in the user guide for each of its commands', () => {
    const words = (subject.slack ?? []).flatMap(({ commands }) => commands.map(({ word }) => word))
    // `start KEY`, `review KEY`, `done KEY` share a row.
    const rows = userGuide.split('\n').filter((line) => line.startsWith('| `/sprint'))
    const listed = (word: string) => rows.some((row) => new RegExp(`[\`t] ?${word}[ \`]`).test(row))
    expect(words.filter((word) => !listed(word))).toEqual([])
  })
})
