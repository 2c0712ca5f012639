// Nobody reaches a use case past the policy: every word, button and modal that there is says which action it is.
import { describe, expect, it } from 'vitest'
import { ACTIONS } from '#domain/access/actions.ts'
import { actionOf, slackActions } from '#subjects/access.ts'
import { commandsOf } from '#subjects/compose.ts'
import { allSubjects } from '../../src/all-subjects.ts'
import { listenedIds } from './slack-ids.ts'

/** Names that a listener hears, as the gate names them: /^item\.move(\.|$)/ hears "item.move" and "item.move.done". */
const namesOf = (kind: string, constraint: string | RegExp): string[] => {
  if (typeof constraint === 'string') return [`${kind} ${constraint}`]
  const id = constraint.source.replace(/^\^/, '').replace('(\\.|$)', '').replaceAll('\\.', '.')
  return [`${kind} ${id}`, `${kind} ${id}.part`]
}

describe('the gate', () => {
  const { actions: buttons, modals } = listenedIds(allSubjects.flatMap(({ slack = [] }) => slack))
  const all = [
    ...commandsOf(allSubjects).map(({ word }) => `/sprint ${word}`),
    // A button that runs a command is asked as that command is.
    ...buttons
      .flatMap((each) => namesOf('button', each))
      .filter((name) => !/^button command\.run\b/.test(name)),
    ...modals.flatMap((each) => namesOf('modal', each)),
  ]

  it('hears of all of them', () => {
    expect(all.length).toBeGreaterThan(60)
  })

  it.each(all)('knows which action %s is', (name) => {
    expect(ACTIONS).toContain(actionOf(name))
  })

  it('keeps no row for what nobody listens to any more', () => {
    const isHeard = (row: string) =>
      row.endsWith('*') ? all.some((name) => name.startsWith(row.slice(0, -1))) : all.includes(row)
    expect(Object.keys(slackActions).filter((row) => !isHeard(row))).toEqual([])
  })

  it('refuses what stands in no row', () => {
    expect(actionOf('button retro.erase-everything')).toBe(null)
  })
})
