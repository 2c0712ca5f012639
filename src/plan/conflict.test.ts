// Merge markers: the sides, their lines, nested and diff3 forms.
import { describe, expect, it } from 'vitest'
import { splitSides } from '#plan/conflict.ts'
import { parsePlan } from '#plan/parse.ts'

const sides = (document: string) => splitSides(document.split('\n'))
const text = (lines: { text: string }[] | null) => lines?.map((line) => line.text).join('|')

describe('splitSides', () => {
  it('gives each side the common lines and its own, with their numbers', () => {
    const { ours, theirs } = sides('a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd')
    expect(ours).toEqual([
      { text: 'a', number: 1 },
      { text: 'b', number: 3 },
      { text: 'd', number: 7 },
    ])
    expect(text(theirs)).toBe('a|c|d')
  })

  it('leaves out the ancestor of a diff3 conflict', () => {
    const { ours, theirs } = sides('<<<<<<< a\n1\n||||||| base\n0\n=======\n2\n>>>>>>> b')
    expect([text(ours), text(theirs)]).toEqual(['1', '2'])
  })

  it('keeps a nested conflict on the side that it stands on', () => {
    const nested = '<<<<<<< a\n1\n<<<<<<< c\n2\n=======\n3\n>>>>>>> d\n=======\n4\n>>>>>>> b'
    const { ours, theirs } = sides(nested)
    expect([text(ours), text(theirs)]).toEqual(['1|2|3', '4'])
  })

  it('takes a row of equals signs without markers for an underline', () => {
    expect(sides('Title\n=======\n').theirs).toBeNull()
  })

  it('tells of a marker without its counterpart', () => {
    expect(sides('a\n<<<<<<< HEAD\nb').diagnostics).toMatchObject([{ code: 'merge-conflict', line: 2 }])
  })
})

it('reads two wordings of one plan as one plan', () => {
  const plan =
    '# Sprint 1\n\n- [ ] AB-1 Build\n- [ ] AB-2 Test\n<<<<<<< a\n- [ ] AB-3 Ship\n=======\n- [ ] AB-3 Ship it\n>>>>>>> b\n'
  const file = parsePlan(new TextEncoder().encode(plan), { path: 'x.md' })
  expect(file.plans.map((p) => p.side)).toEqual(['ours'])
  expect(file.plans[0]?.sprints[0]?.items.map((item) => item.title)).toEqual(['Build', 'Test', 'Ship'])
})
