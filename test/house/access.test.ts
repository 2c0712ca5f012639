// Nobody reaches a use case past the policy: every word, button and modal that there is says which action it is.
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cliActions } from '#cli/access.ts'
import { programOf } from '#cli/program.ts'
import { ACTIONS, type Action } from '#domain/access/actions.ts'
import { ALLOWED, type Who } from '#domain/access/policy.ts'
import { healthRoutes } from '#schedule/health.ts'
import { actionOf, slackActions, slackEvents } from '#subjects/access.ts'
import { commandsOf } from '#subjects/compose.ts'
import { importPlan } from '#subjects/import/index.ts'
import { useWorld } from '#test/support/world.ts'
import { allSubjects } from '../../src/all-subjects.ts'
import { listenedIds } from './slack-ids.ts'

/** Names that a listener hears, as the gate names them: /^item\.move(\.|$)/ hears "item.move" and "item.move.done". */
const namesOf = (kind: string, constraint: string | RegExp): string[] => {
  if (typeof constraint === 'string') return [`${kind} ${constraint}`]
  const id = constraint.source.replace(/^\^/, '').replace('(\\.|$)', '').replaceAll('\\.', '.')
  return [`${kind} ${id}`, `${kind} ${id}.part`]
}

describe('the gate', () => {
  const { actions: buttons, modals, events } = listenedIds(allSubjects.flatMap(({ slack = [] }) => slack))
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

  it('knows what every event of Slack’s is', () => {
    expect(events.toSorted()).toEqual(Object.keys(slackEvents).toSorted())
  })

  it('refuses what stands in no row', () => {
    expect(actionOf('button retro.erase-everything')).toBe(null)
  })
})

/** The ways in that are no gate of Slack's: each is tried where the policy lets nobody do what it says it does. */
describe('a way in that goes by no listener of Slack', () => {
  const world = useWorld()
  const policy: Record<Action, readonly Who[]> = ALLOWED
  const original = { ...ALLOWED }
  afterEach(() => {
    Object.assign(policy, original)
    vi.unstubAllEnvs()
    process.exitCode = undefined
  })

  const program = programOf()
  const verbs = program.commands.flatMap((command) =>
    command.commands.length
      ? command.commands.map((verb) => `${command.name()} ${verb.name()}`)
      : [command.name()],
  )

  it('is known: every verb of the command line', () => {
    expect(verbs.toSorted()).toEqual(Object.keys(cliActions).toSorted())
  })

  it.each(verbs.filter((verb) => cliActions[verb]))('asks: %s', async (verb) => {
    const action = cliActions[verb]
    if (!action) throw new Error('it asks nothing')
    policy[action] = []
    vi.stubEnv('DATABASE_URL', world.connectionString)
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const file = verb === 'plan import' ? ['plans/harbor-payments-sprint-32.md'] : []
    await programOf().parseAsync([...verb.split(' '), ...file], { from: 'user' })
    expect([process.exitCode, said.mock.calls.flat().join(' ')]).toEqual([
      1,
      expect.stringContaining("This way in can't"),
    ])
    said.mockRestore()
  })

  const probe = () => {
    const { clock, log, db: prisma } = world.services
    return { clock, log, prisma, lastTick: () => null }
  }
  const routes = () => [
    ...healthRoutes(probe()),
    ...allSubjects.flatMap(
      (subject) =>
        subject.routes?.(world.services, {
          ...{ plansDir: null, plansToken: 'a-token', defaultTimeZone: 'UTC' },
        }) ?? [],
    ),
  ]

  it('tells anybody over HTTP only whether it is well, and its figures on their own port', () => {
    expect(routes().flatMap(({ asks, path }) => (asks === null ? [path] : []))).toEqual(['/health', '/ready'])
    const open = globSync('src/**/*.ts').filter((path) => readFileSync(path, 'utf8').includes('asks: null'))
    expect(open.toSorted()).toEqual(['src/schedule/health.ts', 'src/schedule/metrics-route.ts'])
  })

  it('asks: every other route', async () => {
    for (const { asks, method, path, handler } of routes()) {
      if (asks === null) continue
      policy[asks] = []
      policy['team.create'] = []
      const server = createServer(handler).listen(0, '127.0.0.1')
      await once(server, 'listening')
      const { port } = server.address() as AddressInfo
      const answer = await fetch(`http://127.0.0.1:${port}${path}?path=plans/a.md`, {
        ...{
          method,
          headers: { authorization: 'Bearer a-token' },
          body: '# Sprint 1\n\n- [ ] A-1 Grow (3 pts)\n',
        },
      })
      expect([path, answer.status]).toEqual([path, 403])
      server.close()
    }
  })

  it('asks: the watched folder', async () => {
    policy['plan.import'] = []
    policy['team.create'] = []
    const bytes = new TextEncoder().encode('# Sprint 1\n\n- [ ] A-1 Grow (3 pts)\n')
    await expect(importPlan(world.services, { bytes, path: 'plans/a.md' })).rejects.toThrow(
      "This way in can't",
    )
  })
})
