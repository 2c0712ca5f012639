// Everything that Slack can bring, tried by those who do not belong: what is refused, what they are shown, what has changed.

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Who } from '#domain/access/policy.ts'
import { ALLOWED } from '#domain/access/policy.ts'
import type { Json, JsonObject } from '#local/slack/types.ts'
import { teamsFor } from '#records/access.ts'
import { slackActions } from '#subjects/access.ts'
import { previewImport } from '#subjects/import/import.ts'
import { importPlan } from '#subjects/import/index.ts'
import { linkTeam } from '#subjects/team/teams.ts'
import { useApp } from '#test/support/app.ts'
import { GENERAL, MAYA, PRIYA, SAM, SQUAD, STAKEHOLDERS, TOMAS } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad, updates in #stakeholders

- [ ] SQ-1 Verysecretitem rotates (3 pts) @Tomás Rivera
- [ ] SQ-2 Verysecretitem rests (2 pts)

## Risks
| Risk | Likelihood | Impact |
| --- | --- | --- |
| Verysecretrisk | high | high |

## Objectives
- Verysecretobjective grows from 1 to 5

## Ceremonies
- Stand-up: daily 09:30
- Retro: 2026-01-05 10:00–11:00
`
const other = plan
  .replaceAll('Squad', 'Bees')
  .replaceAll('Verysecret', 'Beesown')
  .replaceAll('SQ-', 'BE-')
  .replace('#squad, updates in #stakeholders', '#general')

/** Nothing of the team's may reach them: what its plan says, and what was said in it. */
const secret = /Verysecret|Secretnote|Secretblocker|Secretquestion/

const refusal = /Only |can't|Nobody can|no longer exists|not allowed/

interface Attempt {
  row: string
  envelope: Parameters<ReturnType<typeof useApp>['slack']['redeliver']>[0]
}

describe('those who do not belong', () => {
  const test = useApp({ start: '2026-01-05T16:00:00Z' })
  const db = () => test.app.services.db
  const buttons = new Map<string, { value: string; select: boolean }>()
  const modals = new Map<string, JsonObject>()
  let envelopes: ReturnType<typeof test.slack.deliveries> = []
  /** What the forger is answered: by the address of the payload, as Slack's own would be. */
  const answers: string[] = []
  let minutes = 0
  const present = performance.now.bind(performance)
  const listener = createServer(async (request, response) => {
    answers.push(await text(request))
    response.end('ok')
  })

  /** Every button and form that the product shows a facilitator: what a forger would copy. */
  const gather = (surface: unknown): void => {
    if (Array.isArray(surface)) for (const each of surface) gather(each)
    if (typeof surface !== 'object' || surface === null) return
    const one = surface as Record<string, unknown>
    if (typeof one.action_id === 'string' && one.action_id !== 'value') {
      const [option] = Array.isArray(one.options) ? (one.options as { value?: string }[]) : []
      const value = typeof one.value === 'string' ? one.value : option?.value
      if (value !== undefined) buttons.set(one.action_id, { value, select: option !== undefined })
    }
    if (one.type === 'modal' && typeof one.callback_id === 'string')
      modals.set(one.callback_id, one as JsonObject)
    for (const each of Object.values(one)) gather(each)
  }
  const everywhere = () => {
    gather(test.slack.workspace.data.messages)
    gather(test.slack.workspace.data.ephemerals)
    gather(test.slack.workspace.data.homes)
    gather([...test.slack.workspace.modals.values()])
  }
  const asMaya = async (text: string) => {
    const before = test.slack.ephemerals(MAYA).length
    await test.slack.asUser(MAYA).command(text, SQUAD)
    await expect
      .poll(
        () => test.slack.ephemerals(MAYA).length > before || test.slack.workspace.modals.get(MAYA)?.length,
      )
      .toBeTruthy()
    everywhere()
    if (test.slack.workspace.modals.get(MAYA)?.length) await test.slack.asUser(MAYA).closeModal(true)
  }

  beforeAll(async () => {
    vi.spyOn(performance, 'now').mockImplementation(() => present() + minutes * 60_000)
    await once(listener.listen(0, '127.0.0.1'), 'listening')
    const person = (slackUserId: string) => db().person.findFirstOrThrow({ where: { slackUserId } })
    const load = async (text: string, who: string, path: string) =>
      importPlan(test.app.services, { bytes: new TextEncoder().encode(text), path, actor: await person(who) })
    await load(plan, MAYA, 'plans/squad.md')
    await load(other, SAM, 'plans/bees.md')
    await test.moveTo('2026-01-05T16:31:00Z')
    await test.moveTo('2026-01-05T17:30:00Z')
    const { id: teamId, workspaceId } = await db().team.findFirstOrThrow({ where: { slug: 'squad' } })
    const retro = await db().occurrence.findFirstOrThrow({ where: { teamId, kind: 'retro' } })
    const note = { workspaceId, occurrenceId: retro.id, column: 'well', text: 'Secretnote' } as const
    await db().retroNote.create({ data: note })
    await db().decision.create({
      data: { workspaceId, teamId, question: 'Secretquestion', askedAt: new Date(0) },
    })
    await db().action.create({
      data: { workspaceId, teamId, text: 'Secretnote to do', createdAt: new Date(0) },
    })
    await db().dependency.create({
      data: {
        ...{ workspaceId, teamId, text: 'Verysecretvendor', position: 0, line: 1 },
        sourceId: (await db().planSource.findFirstOrThrow({ where: { teamId } })).id,
      },
    })
  }, 120_000)

  afterAll(() => {
    vi.restoreAllMocks()
    listener.close()
  })

  /** The rows of the tables that anybody's deed would change; not who asked, what was refused, and what was answered. */
  const state = async () => {
    const rows = await Promise.all([
      ...[
        db().team.findMany(),
        db().membership.findMany(),
        db().teamRole.findMany(),
        db().planName.findMany(),
      ],
      ...[
        db().planRevision.findMany(),
        db().sprint.findMany(),
        db().item.findMany(),
        db().checkIn.findMany(),
      ],
      ...[db().blocker.findMany(), db().risk.findMany(), db().reading.findMany(), db().decision.findMany()],
      ...[db().retroNote.findMany(), db().retroVote.findMany(), db().action.findMany()],
      ...[db().dependency.findMany(), db().ceremonySetting.findMany(), db().channelLink.findMany()],
      ...[db().occurrence.findMany(), db().workspace.findMany()],
      db().message.findMany({ select: { key: true, payload: true } }),
    ])
    return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))
  }

  const attempts = (userId: string, who: Who, channelId: string, slackTeam = 'T0TEST'): Attempt[] => {
    const typed = envelopes.find(({ kind }) => kind === 'slash_commands')?.payload ?? {}
    const clicked = envelopes.find(({ payload }) => payload.type === 'block_actions')?.payload ?? {}
    const user = { id: userId, username: userId, name: userId, team_id: slackTeam }
    const response_url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`
    let tried = 0
    const trigger = () => `${userId}.${who}.${slackTeam}.${tried++}`
    const common = { response_url, team: { id: slackTeam, domain: 'x' }, user }
    return Object.entries(slackActions).flatMap(([row, action]): Attempt[] => {
      if (slackTeam === 'T0TEST' && ALLOWED[action].includes(who)) return []
      const [kind = '', name = ''] = row.split(/ (.*)/)
      if (kind === '/sprint') {
        const typedText = `${name} SQ-1 something`
        const ids = { team_id: slackTeam, user_id: userId, channel_id: channelId, response_url }
        const payload = { ...typed, ...ids, text: typedText, trigger_id: trigger() }
        return [{ row, envelope: { kind: 'slash_commands', payload } }]
      }
      const id = name.replace(/\*$/, '')
      if (kind === 'button') {
        const ids = [...buttons.keys()].filter((each) => each === id || each.startsWith(id))
        return (ids.length ? ids.slice(0, 3) : [id]).map((actionId): Attempt => {
          const { value, select } = buttons.get(actionId) ?? { value: anyId(), select: false }
          const carried: JsonObject = select ? { selected_option: { value } } : { value }
          const type = select ? 'static_select' : 'button'
          const actions = [{ type, action_id: actionId, block_id: 'b', action_ts: '1', ...carried }]
          const channel = { id: channelId, name: 'x' }
          const payload: JsonObject = {
            ...{ ...clicked, ...common, trigger_id: trigger() },
            ...{ channel, actions: actions as Json },
          }
          return { row: `button ${actionId}`, envelope: { kind: 'interactive', payload } }
        })
      }
      const found = [...modals.entries()].find(([each]) => each.startsWith(id))
      const view = {
        ...(found?.[1] ?? { private_metadata: anyId(), blocks: [] }),
        ...{
          id: `V0FORGED${userId}${who}`,
          type: 'modal',
          callback_id: found?.[0] ?? id,
          state: { values: filledIn(found?.[1].blocks) },
        },
      }
      const payload: JsonObject = {
        ...common,
        type: 'view_submission',
        api_app_id: 'A0TEST',
        view: view as Json,
      }
      return [{ row: `modal ${found?.[0] ?? id}`, envelope: { kind: 'interactive', payload } }]
    })
  }
  /** A form's selects as they stand, or by their first option: an item, a sprint. */
  const filledIn = (blocks: Json | undefined): JsonObject => {
    const fields = (Array.isArray(blocks) ? blocks : []) as { block_id?: string; element?: JsonObject }[]
    return Object.fromEntries(
      fields.flatMap(({ block_id, element }) => {
        if (!block_id || !element) return []
        const [first = null] = Array.isArray(element.options) ? element.options : []
        const value = {
          type: element.type ?? '',
          selected_option: element.initial_option ?? first,
          value: 'x',
        }
        return [[block_id, { value }]]
      }),
    )
  }
  /** Of the team, for a button that nobody was shown. */
  const anyId = (): string => /[0-9a-f-]{36}/.exec(buttons.get('team.edit.basics')?.value ?? '')?.[0] ?? ''

  /** The state once nothing follows any more from what somebody has just become. */
  const settled = async (): Promise<string> => {
    for (;;) {
      const first = await state()
      await pause(300)
      await test.delivered()
      if ((await state()) === first) return first
    }
  }
  const views = () =>
    ['open', 'push', 'update'].map((each) => test.slack.calls(`views.${each}`).length).join()

  it('copy what a facilitator is shown: nearly every button and form that there is', async () => {
    await test.slack.asUser(MAYA).command('/sprint block SQ-1 Secretblocker', SQUAD)
    await test.slack.waitForModal(MAYA)
    everywhere()
    await test.slack.asUser(MAYA).submit()
    await test.delivered()
    for (const word of ['status', 'blockers', 'risks', 'objectives', 'digest', 'plan', 'item SQ-1', 'retro'])
      await asMaya(`/sprint ${word}`)
    for (const word of [
      'standup',
      'decide',
      'begin',
      'import',
      'team',
      'help',
      'risks add Verysecretrisk two',
    ])
      await asMaya(`/sprint ${word}`)
    for (const part of ['basics', 'channels', 'members', 'names', 'holidays', 'ceremonies']) {
      await test.slack.asUser(MAYA).command('/sprint team', SQUAD)
      await test.slack.asUser(MAYA).click(await test.slack.waitForModal(MAYA), `team.edit.${part}`)
      await expect.poll(() => test.slack.workspace.modals.get(MAYA)?.length).toBe(2)
      everywhere()
      await test.slack.asUser(MAYA).closeModal(true)
      await test.slack
        .asUser(MAYA)
        .closeModal(true)
        .catch(() => {})
    }
    await test.slack.asUser(MAYA).openHome()
    await test.delivered()
    everywhere()
    envelopes = test.slack.deliveries()
    expect(buttons.size).toBeGreaterThan(40)
    expect(modals.size).toBeGreaterThan(8)
  }, 120_000)

  const people: [string, Who, () => Promise<string>][] = [
    [
      'a guest in the channel',
      'guest',
      async () => {
        await test.slack.changeMember(PRIYA, { isGuest: true })
        await expect.poll(() => db().person.count({ where: { isGuest: true } })).toBe(1)
        return PRIYA
      },
    ],
    [
      'somebody of another workspace, in the channel by Slack Connect',
      'stranger',
      async () => {
        await test.slack.changeMember(PRIYA, { isGuest: false, teamId: 'T0OTHER' })
        await expect.poll(() => db().person.count({ where: { isStranger: true, isGuest: false } })).toBe(1)
        return PRIYA
      },
    ],
    [
      'a former member',
      'outsider',
      async () => {
        await test.slack.leave(SQUAD, TOMAS)
        const inSquad = { channelId: SQUAD, slackUserId: TOMAS }
        await expect.poll(() => db().channelMember.count({ where: inSquad })).toBe(0)
        return TOMAS
      },
    ],
    [
      'a stakeholder who was a member',
      'stakeholder',
      async () => {
        await test.slack.join(STAKEHOLDERS, TOMAS)
        const reads = { channelId: STAKEHOLDERS, slackUserId: TOMAS }
        await expect.poll(() => db().channelMember.count({ where: reads })).toBe(1)
        return TOMAS
      },
    ],
    ['the facilitator of another team', 'outsider', async () => SAM],
    [
      'a deactivated member',
      'bot',
      async () => {
        await test.slack.changeMember(TOMAS, { deleted: true })
        await expect.poll(() => db().person.count({ where: { active: false } })).toBe(1)
        return TOMAS
      },
    ],
  ]

  it.each(people)(
    'change nothing and see nothing: %s',
    async (_, who, become) => {
      const userId = await become()
      const before = await settled()
      const opened = views()
      const told: string[] = []
      // A limit of requests a minute is no guard: the next forger comes a minute later.
      minutes += 1
      const tried = attempts(userId, who, SQUAD)
      expect(tried.length).toBeGreaterThan(who === 'stakeholder' ? 30 : 40)
      for (const { row, envelope } of tried) {
        const heard = answers.length
        const acknowledged = await test.slack.redeliver(envelope)
        // A form is answered by the acknowledgement, everything else afterwards.
        if (!row.startsWith('modal '))
          await expect.poll(() => answers.length, { interval: 5 }).toBeGreaterThan(heard)
        told.push(`${row}: ${JSON.stringify(acknowledged)} ${answers.slice(heard).join(' ')}`)
        expect([row, (await state()) === before]).toEqual([row, true])
      }
      await test.slack.asUser(userId).openHome()
      const homes = test.slack.calls('views.publish').filter(({ args }) => args.user_id === userId)
      expect(JSON.stringify(homes.at(-1) ?? '')).not.toMatch(secret)
      await test.delivered()
      expect(await state()).toBe(before)
      expect(views()).toBe(opened)
      expect(told.filter((each) => !refusal.test(each))).toEqual([])
      // A stakeholder may read the sprint, and answers here are of what they may not do.
      expect(told.filter((each) => secret.test(each))).toEqual([])
      const { id: personId } = await db().person.findFirstOrThrow({ where: { slackUserId: userId } })
      const refused = await db().auditEntry.count({ where: { action: 'access.refused', personId } })
      expect(refused).toBeGreaterThan(tried.length / 2)
    },
    120_000,
  )

  it('get no hold of a team by the doors that are open to everybody: a plan, a channel', async () => {
    const before = await state()
    const sam = await db().person.findFirstOrThrow({ where: { slackUserId: SAM } })
    const { id: teamId } = await db().team.findFirstOrThrow({ where: { slug: 'squad' } })
    const input = { path: 'plans/squad.md', actor: sam, bytes: new TextEncoder().encode(other) }
    await expect(importPlan(test.app.services, { ...input, teamId })).rejects.toThrow('Only a facilitator')
    await expect(previewImport(test.app.services, { ...input, teamId })).rejects.toThrow('Only a facilitator')
    const link = { teamId, person: sam, channelId: GENERAL }
    await expect(linkTeam(test.app.services, link)).rejects.toThrow('Only a facilitator')
    expect(await teamsFor(test.app.services, sam, 'settings.change', 9)).toHaveLength(1)
    expect(await state()).toBe(before)
  })

  it('change nothing and reach nothing: requests of another workspace', async () => {
    const before = await state()
    const audited = await db().auditEntry.count()
    // They are not acknowledged: the local Slack would wait for each as Slack does.
    for (const { envelope } of attempts(MAYA, 'facilitator', SQUAD, 'T0OTHER'))
      void test.slack.redeliver(envelope).catch(() => {})
    const heard = test.slack.ephemerals(MAYA).length
    await test.slack.asUser(MAYA).command('/sprint help', SQUAD)
    await expect.poll(() => test.slack.ephemerals(MAYA).length, { timeout: 10_000 }).toBe(heard + 1)
    expect(await state()).toBe(before)
    expect(await db().auditEntry.count()).toBe(audited)
  }, 120_000)
})
