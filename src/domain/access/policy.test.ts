import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ACTIONS, TEAM_ACTIONS } from './actions.ts'
import { standingOf } from './policy.testing.ts'
import {
  decide,
  decideFor,
  type Standing,
  type TeamCreators,
  type TeamStanding,
  WHO,
  whoIs,
} from './policy.ts'
import { accessPage } from './table.ts'

const page = join(import.meta.dirname, '../../../docs/access.md')
/** `UPDATE_ACCESS=1 npx vitest run src/domain/access` writes the page anew. */
const update = process.env.UPDATE_ACCESS === '1'

it('docs/access.md is the policy as it decides', () => {
  if (update) writeFileSync(page, accessPage())
  expect(readFileSync(page, 'utf8')).toBe(accessPage())
})

describe('a decision', () => {
  const team = (fields: Partial<TeamStanding>) => standingOf({}, fields)

  it('lets nobody act in a team who is not in its channel now, whatever else they are to it', () => {
    const facts = fc.record({
      isAsked: fc.boolean(),
      isFacilitator: fc.boolean(),
      isAdmitted: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...TEAM_ACTIONS), (fields, action) => {
        expect(decide(action, team({ ...fields, inChannel: false })).allowed).toBe(false)
      }),
    )
  })

  it('refuses bots and deactivated accounts everything', () => {
    for (const action of ACTIONS)
      for (const fields of [{ isBot: true }, { active: false }]) {
        const standing = standingOf({ isAdmin: true, ...fields }, { inChannel: true, isFacilitator: true })
        expect(decide(action, standing).allowed).toBe(false)
      }
  })

  it('treats a guest and a stranger as a member once a facilitator added them by name, and not before', () => {
    for (const kind of ['isGuest', 'isStranger'] as const) {
      const standing = (isAdmitted: boolean): Standing =>
        standingOf({ [kind]: true }, { inChannel: true, isAsked: true, isAdmitted })
      expect(decide('item.change', standing(false)).allowed).toBe(false)
      expect(decide('item.change', standing(true)).allowed).toBe(true)
      expect(decide('settings.change', standing(true)).allowed).toBe(false)
    }
  })

  it('makes the member who changes settings the facilitator of a team that has none', () => {
    const without = team({ inChannel: true, facilitators: [] })
    expect(decide('settings.change', without)).toEqual({ allowed: true, as: 'member', claims: true })
    expect(decide('retro.publish', without).allowed).toBe(false)
    expect(decide('settings.change', team({ inChannel: true, facilitators: ['Maya'] })).allowed).toBe(false)
    expect(decide('settings.change', team({ inStakeholderChannel: true, facilitators: [] })).allowed).toBe(
      false,
    )
  })

  it('says who can do it', () => {
    expect(
      decide('sprint.begin', team({ inChannel: true, facilitators: ['Maya Okafor', 'Sam'] })),
    ).toMatchObject({
      message: 'Only a facilitator of Harbor can begin its sprint.',
      hint: 'Ask Maya Okafor or Sam.',
    })
    expect(decide('item.change', team({ inStakeholderChannel: true }))).toMatchObject({
      message: "Only the people in Harbor's channel can move its items.",
      hint: "Join the team's channel, or ask somebody who is in it.",
    })
    for (const action of ACTIONS) {
      const decision = decide(action, standingOf({ isStranger: true }, {}))
      if (!decision.allowed) expect(`${decision.message} ${decision.hint}`).toMatch(/^\S.*\. .*\.$/)
    }
  })

  it('lets start teams whom an admin lets', () => {
    const may = (rule: TeamCreators, person: Partial<Standing>, isNamed = false) =>
      decide('team.create', { ...standingOf(person, {}), team: null, creators: { rule, isNamed } }).allowed
    expect([may('everyone', {}), may('admins', {}), may('named', {})]).toEqual([true, false, false])
    expect([may('admins', { isAdmin: true }), may('named', { isAdmin: true })]).toEqual([true, true])
    expect([may('named', {}, true), may('admins', {}, true)]).toEqual([true, false])
    expect(may('named', { isGuest: true }, true)).toBe(false)
    expect(decideFor('operator', 'team.create', null).allowed).toBe(true)
  })

  it('gives a token imports and new teams, the operator also files and a look at the installation, and neither a team’s work', () => {
    const allowed = (who: 'operator' | 'token') =>
      ACTIONS.filter((action) => decideFor(who, action, null).allowed)
    expect(allowed('token')).toEqual(['plan.import', 'team.create'])
    expect(allowed('operator')).toEqual([
      ...['plan.import', 'sprint.export', 'team.create', 'installation.check'],
    ])
  })

  it('finds every kind of somebody in some facts', () => {
    const found = fc.sample(
      fc
        .record({
          active: fc.boolean(),
          isBot: fc.boolean(),
          isGuest: fc.boolean(),
          isStranger: fc.boolean(),
          isAdmin: fc.boolean(),
          inChannel: fc.boolean(),
          isFacilitator: fc.boolean(),
          inStakeholderChannel: fc.boolean(),
          isHost: fc.boolean(),
        })
        .map((facts) => whoIs(standingOf(facts, facts))),
      2000,
    )
    const kinds = new Set(found.flat())
    expect(WHO.filter((who) => !kinds.has(who))).toEqual(['operator', 'token'])
  })
})
