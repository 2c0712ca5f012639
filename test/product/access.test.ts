// Nobody where they don't belong: guests, strangers, former members, stakeholders and bystanders, through real Bolt.
import { beforeAll, describe, expect, it } from 'vitest'
import type { StoredMessage } from '#local/slack/types.ts'
import { isFor } from '#platform/slack/access.ts'
import type { CeremonyRule } from '#platform/store/generated/client.ts'
import { ceremonyChannel } from '#schedule/ceremony-channel.ts'
import { previewImport } from '#subjects/import/import.ts'
import { importPlan } from '#subjects/import/index.ts'
import { decideChannel } from '#subjects/team/channel-question.ts'
import { createTeam, saveChannels } from '#subjects/team/teams.ts'
import { saveLimits } from '#subjects/workspace/limits.ts'
import { useApp } from '#test/support/app.ts'
import {
  ELSEWHERE,
  GENERAL,
  MAYA,
  PRIYA,
  SAM,
  SECRET,
  SQUAD,
  STAKEHOLDERS,
  TOMAS,
} from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-09)

Slack: #squad, updates in #stakeholders

- [ ] SQ-1 Rotate the keys (3 pts) @Sam Whitaker

## Ceremonies
- Stand-up: daily 09:30
- Retro: 2026-01-05 10:00–11:00
`
const bytes = new TextEncoder().encode(plan)
const shown = (view: unknown) => JSON.stringify(view ?? {})

describe('a team in Slack', () => {
  const test = useApp({ start: '2026-01-05T16:00:00Z' })
  const db = () => test.app.services.db
  const team = () => db().team.findFirstOrThrow({ where: { slug: 'squad' } })
  const person = (slackUserId: string) => db().person.findFirstOrThrow({ where: { slackUserId } })
  const isAsked = (personId: string) =>
    db().membership.count({ where: { personId, team: { slug: 'squad' } } })
  const isIn = (slackUserId: string) => db().channelMember.count({ where: { channelId: SQUAD, slackUserId } })
  const retro = (): StoredMessage => {
    const found = test.slack.messages(SQUAD).find(({ text }) => text.startsWith('Retro of'))
    if (!found) throw new Error('no retro')
    return found
  }
  /** The words in which somebody's command is refused; the answer itself where it is not. */
  const answerTo = async (user: string, text: string, channel: string) => {
    const before = test.slack.ephemerals(user).length
    await test.slack.asUser(user).command(text, channel)
    await test.slack.waitForMessage(() => test.slack.ephemerals(user).length > before)
    return test.slack.ephemerals(user).at(-1)?.text ?? ''
  }
  const refusedClick = async (user: string, message: StoredMessage, action: string) => {
    const before = test.slack.ephemerals(user).length
    await test.slack.asUser(user).click(message, action)
    await test.slack.waitForMessage(() => test.slack.ephemerals(user).length > before)
    return test.slack.ephemerals(user).at(-1)?.text ?? ''
  }

  beforeAll(async () => {
    await importPlan(test.app.services, { bytes, path: 'plans/squad.md', actor: await person(MAYA) })
    await test.moveTo('2026-01-05T16:30:00Z')
    await test.moveTo('2026-01-05T17:30:00Z')
  })

  it('has in its importer its facilitator, and asks those who are in its channel', async () => {
    const { id } = await team()
    const roles = await db().teamRole.findMany({ where: { teamId: id }, include: { person: true } })
    expect(roles.map((row) => [row.role, row.person.slackUserId])).toEqual([['facilitator', MAYA]])
    const asked = await db().membership.findMany({ where: { teamId: id }, include: { person: true } })
    expect(asked.map((row) => row.person.slackUserId).sort()).toEqual([MAYA, PRIYA, TOMAS])
  })

  it('A1: shows and lists its plans to nobody else at /sprint import', async () => {
    await test.slack.asUser(SAM).command('/sprint import', GENERAL)
    const offered = await test.slack.waitForModal(SAM)
    expect(shown(offered)).not.toMatch(/Squad|squad\.md/)
    await test.slack.asUser(SAM).closeModal()
    // A member is in the channel, and may not import all the same.
    await test.slack.asUser(TOMAS).command('/sprint import', GENERAL)
    expect(shown(await test.slack.waitForModal(TOMAS))).not.toMatch(/squad\.md/)
    await test.slack.asUser(TOMAS).closeModal()
    await test.slack.asUser(MAYA).command('/sprint import', GENERAL)
    expect(shown(await test.slack.waitForModal(MAYA))).toMatch(/squad\.md/)
    await test.slack.asUser(MAYA).closeModal()
  })

  it('A1: gives nobody else a preview of its plan, and lets nobody else replace it', async () => {
    await test.slack.asUser(SAM).command('/sprint import', GENERAL)
    await test.slack.waitForModal(SAM)
    await test.slack.asUser(SAM).submit({ text: plan.replace('Rotate the keys', 'Hand over the keys') })
    const refused = await test.slack.waitForModal(SAM, (view) => shown(view).includes('Only'))
    expect(shown(refused)).toContain('Only a facilitator of Squad can import or replace its plan.')
    expect(shown(refused)).not.toContain('Rotate the keys')
    expect(await db().planRevision.count()).toBe(1)
  })

  it('A2: has no member for a name that somebody chose for themselves', async () => {
    const sam = await person(SAM)
    expect(await db().membership.count({ where: { personId: sam.id } })).toBe(0)
    await test.slack.changeMember(SAM, { realName: 'Rotate Owner', displayName: 'Sam Whitaker' })
    await expect.poll(async () => (await person(SAM)).name).toBe('Rotate Owner')
    const { plans } = await importPlan(test.app.services, {
      bytes: new TextEncoder().encode(plan.replace('(3 pts)', '(5 pts)')),
      path: 'plans/squad.md',
      actor: await person(MAYA),
    })
    expect(plans[0]?.unchanged).toBe(false)
    expect(await db().membership.count({ where: { personId: sam.id } })).toBe(0)
  })

  it('A3: links no channel that its importer is not in, private or public', async () => {
    const other = (name: string, channel: string) =>
      new TextEncoder().encode(
        plan.replace('team: Squad', `team: ${name}`).replace('#squad, updates in #stakeholders', channel),
      )
    test.slack.workspace.channel(SECRET)?.members.push(test.slack.botUserId)
    const by = await person(PRIYA)
    const importAs = async (name: string, channel: string) =>
      (
        await importPlan(test.app.services, {
          bytes: other(name, channel),
          path: `plans/${name}.md`,
          actor: by,
        })
      ).plans[0]?.team.channelId
    expect(await importAs('Spies', '#secret')).toBe(null)
    expect(await importAs('Climbers', '#elsewhere')).toBe(null)
    expect(await importAs('Everybody', '#general')).toBe(GENERAL)
    await db().team.updateMany({ where: { channelId: GENERAL }, data: { channelId: null } })
  })

  it('A3: is not made to talk where the one who says so is not', async () => {
    await test.slack.asUser(MAYA).command('/sprint team', SQUAD)
    await test.slack.asUser(MAYA).click(await test.slack.waitForModal(MAYA), 'team.edit.channels')
    await test.slack.waitForModal(MAYA, (view) => view.callback_id === 'team.channels')
    test.slack.workspace.channel(ELSEWHERE)?.members.splice(0, 1)
    expect(await test.slack.asUser(MAYA).submit({ channel: SQUAD, stakeholders: ELSEWHERE })).toMatchObject({
      errors: { stakeholders: expect.stringContaining('You are not in that channel') },
    })
    await test.slack.asUser(MAYA).closeModal()
    await test.slack.asUser(MAYA).closeModal()
    expect((await team()).stakeholderChannelId).toBe(STAKEHOLDERS)
  })

  it('A4: lets stakeholders read, and neither begin, move, see the retro nor publish', async () => {
    await test.slack.join(STAKEHOLDERS, SAM)
    await expect
      .poll(() => db().channelMember.count({ where: { channelId: STAKEHOLDERS, slackUserId: SAM } }))
      .toBe(1)
    expect(await answerTo(SAM, '/sprint status', STAKEHOLDERS)).toContain('Sprint 7')
    for (const [text, words] of [
      ['/sprint start SQ-1', "Only the people in Squad's channel can move its items."],
      ['/sprint begin', 'Only a facilitator of Squad can begin its sprint.'],
      ['/sprint retro', "Only the people in Squad's channel can see its retro"],
      ['/sprint block SQ-1 no keys', "Only the people in Squad's channel can raise"],
    ] as const)
      expect(await answerTo(SAM, text, STAKEHOLDERS)).toContain(words)
    expect((await db().item.findFirstOrThrow({ where: { key: 'SQ-1' } })).status).not.toBe('in_progress')
    await test.slack.leave(STAKEHOLDERS, SAM)
  })

  it('A5: lets a member publish nothing, and somebody who is in the channel no more neither vote nor add', async () => {
    expect(await refusedClick(TOMAS, retro(), 'retro.publish')).toContain(
      'Only a facilitator of Squad can publish its retro. Ask Maya Okafor.',
    )
    for (const action of ['retro.add', 'retro.vote', 'retro.publish', 'retro.action'])
      expect(await refusedClick(SAM, retro(), action)).toMatch(/^Only /)
    const still = { kind: 'retro', state: 'open', team: { slug: 'squad' } } as const
    expect(await db().occurrence.count({ where: still })).toBe(1)
  })

  it('A6: ends with the channel: who leaves acts no more and is asked no more, and comes back by joining', async () => {
    const { id } = await person(TOMAS)
    expect(await answerTo(TOMAS, '/sprint status', SQUAD)).toContain('Sprint 7')
    await test.slack.leave(SQUAD, TOMAS)
    await expect.poll(() => isAsked(id)).toBe(0)
    expect(await refusedClick(TOMAS, retro(), 'retro.add')).toMatch(/^Only the people in Squad's channel/)
    await test.slack.join(SQUAD, TOMAS)
    await expect.poll(() => isAsked(id)).toBe(1)
  })

  it('A6: gives guests and people of other workspaces nothing until a facilitator adds them by name', async () => {
    for (const change of [{ isGuest: true }, { isGuest: false, teamId: 'T0OTHER' }]) {
      await test.slack.changeMember(SAM, change)
      await expect.poll(async () => (await person(SAM)).isGuest).toBe(change.isGuest)
      await test.slack.join(SQUAD, SAM)
      await expect.poll(() => isIn(SAM)).toBe(1)
      expect(await refusedClick(SAM, retro(), 'retro.add')).toContain(
        'A facilitator of the team can add you by name',
      )
      expect(await isAsked((await person(SAM)).id)).toBe(0)
      await test.slack.leave(SQUAD, SAM)
      await expect.poll(() => isIn(SAM)).toBe(0)
    }
    await test.slack.changeMember(SAM, { isGuest: true, teamId: 'T0TEST' })
    await expect.poll(async () => (await person(SAM)).isStranger).toBe(false)
    await test.slack.join(SQUAD, SAM)
    await expect.poll(() => isIn(SAM)).toBe(1)
    await test.slack.asUser(MAYA).command('/sprint team', SQUAD)
    await test.slack.asUser(MAYA).click(await test.slack.waitForModal(MAYA), 'team.edit.members')
    await test.slack.waitForModal(MAYA, (view) => view.callback_id === 'team.members')
    await test.slack.asUser(MAYA).submit({ members: [MAYA, PRIYA, TOMAS, SAM] })
    await test.slack.asUser(MAYA).closeModal()
    expect(await answerTo(SAM, '/sprint status', SQUAD)).toContain('Sprint 7')
    await test.slack.leave(SQUAD, SAM)
    await expect.poll(() => isIn(SAM)).toBe(0)
    expect(await refusedClick(SAM, retro(), 'retro.add')).toMatch(/^Only/)
  })

  it('A6: keeps out whom it left out, though they are in its channel again', async () => {
    const { id } = await person(PRIYA)
    await test.slack.asUser(MAYA).command('/sprint team', SQUAD)
    await test.slack.asUser(MAYA).click(await test.slack.waitForModal(MAYA), 'team.edit.members')
    await test.slack.waitForModal(MAYA, (view) => view.callback_id === 'team.members')
    await test.slack.asUser(MAYA).submit({ members: [MAYA, TOMAS] })
    await test.slack.asUser(MAYA).closeModal()
    await test.slack.leave(SQUAD, PRIYA)
    await expect.poll(() => isIn(PRIYA)).toBe(0)
    await test.slack.join(SQUAD, PRIYA)
    await expect.poll(() => isIn(PRIYA)).toBe(1)
    // What comes after it shows that her joining was acted upon.
    await test.slack.leave(SQUAD, TOMAS)
    await expect.poll(async () => isAsked((await person(TOMAS)).id)).toBe(0)
    expect(await isAsked(id)).toBe(0)
  })

  it('answers a reply of somebody whom the team does not ask once, and counts in those who may be', async () => {
    const standUp = test.slack.messages(SQUAD).find(({ text }) => text.startsWith('Stand-up'))
    if (!standUp) throw new Error('no stand-up')
    const offers = () =>
      test.slack.thread(SQUAD, standUp.ts).filter(({ text }) => text.includes('does not ask you'))
    const reply = async (user: string, text: string) => {
      await test.slack.asUser(user).say(SQUAD, text, standUp.ts)
      await expect
        .poll(() => db().message.count({ where: { key: { startsWith: 'standup-join:' } } }))
        .not.toBe(0)
      await test.delivered()
    }
    // Sam is a guest by now, and Priya was left out: a facilitator alone can count them in.
    await test.slack.join(SQUAD, SAM)
    await expect.poll(() => isIn(SAM)).toBe(1)
    await db().teamRole.deleteMany({ where: { role: 'admitted' } })
    await reply(SAM, 'Done: the keys')
    expect(offers()).toHaveLength(1)
    expect(shown(offers()[0])).toContain(`<@${SAM}>`)
    expect(shown(offers()[0])).not.toContain('standup.join')
    await test.slack.changeMember(SAM, { isGuest: false })
    await expect.poll(async () => (await person(SAM)).isGuest).toBe(false)
    await db().message.deleteMany({ where: { key: { startsWith: 'standup-join:' } } })
    await reply(SAM, 'Done: the keys, once more')
    const offer = offers().at(-1)
    if (!offer) throw new Error('no offer')
    await reply(SAM, 'Is anybody there?')
    expect(offers()).toHaveLength(2)
    expect(await refusedClick(MAYA, offer, 'standup.join')).toContain('for somebody else')
    expect(await isAsked((await person(SAM)).id)).toBe(0)
    await test.slack.asUser(SAM).click(offer, 'standup.join')
    await expect.poll(async () => isAsked((await person(SAM)).id)).toBe(1)
    expect(await db().auditEntry.count({ where: { action: 'team.joined' } })).toBe(1)
    await test.slack.leave(SQUAD, SAM)
    await expect.poll(() => isIn(SAM)).toBe(0)
  })

  it('audits every refusal, with who, what and as whom', async () => {
    const refused = await db().auditEntry.findMany({ where: { action: 'access.refused' } })
    expect(refused.map(({ detail }) => detail)).toContainEqual({ action: 'retro.publish', as: 'member' })
    expect(refused.every(({ personId }) => personId !== null)).toBe(true)
  })
})

describe('a team of before', () => {
  const test = useApp({ start: '2026-01-05T17:30:00Z' })

  it('whose plan came from a folder is facilitated by whoever saves a change of it first, audited, and by no form that is only opened', async () => {
    await test.importPlan(plan)
    const { db } = test.app.services
    expect(await db.teamRole.count()).toBe(0)
    await test.slack.asUser(PRIYA).command('/sprint team', SQUAD)
    await test.slack.asUser(PRIYA).click(await test.slack.waitForModal(PRIYA), 'team.edit.basics')
    await test.slack.waitForModal(PRIYA, (view) => view.callback_id === 'team.basics')
    expect(await db.teamRole.count()).toBe(0)
    await test.slack.asUser(PRIYA).submit({ name: 'Squad' })
    const [role] = await db.teamRole.findMany({ include: { person: true } })
    expect(role).toMatchObject({ role: 'facilitator', person: { slackUserId: PRIYA } })
    expect(await db.auditEntry.count({ where: { action: 'access.facilitator' } })).toBe(1)
  })
})

describe('A3: a channel other than the own', () => {
  const test = useApp({ start: '2026-01-05T17:30:00Z' })
  const db = () => test.app.services.db
  const person = (slackUserId: string) => db().person.findFirstOrThrow({ where: { slackUserId } })
  const team = () => db().team.findFirstOrThrow({ where: { slug: 'squad' } })
  const asked = (channel: string) => {
    const found = test.slack.messages(channel).find(({ text }) => text.includes('in this channel'))
    if (!found) throw new Error(`${channel} was not asked`)
    return found
  }
  const speaksIn = async (channel: string | null, kind = 'risk_digest') =>
    ceremonyChannel(test.app.services, { rule: { kind, channel } as CeremonyRule, team: await team() })

  beforeAll(async () => {
    const inChannels = plan.replace(
      '## Ceremonies',
      '## Ceremonies\n- Risk digest: Tuesday 11:00 in #general',
    )
    await importPlan(test.app.services, {
      bytes: new TextEncoder().encode(inChannels),
      path: 'plans/squad.md',
      actor: await person(MAYA),
    })
    await test.app.tickNow()
  })

  it('is asked, once, and gets nothing else before somebody of it confirms', async () => {
    const rule = await db().ceremonyRule.findFirstOrThrow({ where: { kind: 'risk_digest' } })
    expect(rule.channel).toBe('#general')
    expect(await speaksIn('#general')).toBe(SQUAD)
    expect(await speaksIn(null, 'stakeholder_digest')).toBe(SQUAD)
    expect([GENERAL, STAKEHOLDERS].map((id) => test.slack.messages(id).length)).toEqual([1, 1])
    await test.slack.asUser(MAYA).command('/sprint team', SQUAD)
    expect(shown(await test.slack.waitForModal(MAYA))).toContain('until somebody there confirms')
    await test.slack.asUser(MAYA).closeModal()
  })

  it('says so in the preview of an import', async () => {
    const bytesNow = new TextEncoder().encode(plan.replace('(3 pts)', '(8 pts)'))
    const result = await previewImport(test.app.services, {
      ...{ bytes: bytesNow, path: 'plans/squad.md', actor: await person(MAYA) },
    })
    expect(result.plans[0]?.waiting).toEqual([STAKEHOLDERS])
    expect(test.slack.messages(STAKEHOLDERS)).toHaveLength(1)
  })

  it('lets nobody decide who is not in it, nor from another channel', async () => {
    const before = test.slack.ephemerals(TOMAS).length
    await test.slack.asUser(TOMAS).click(asked(STAKEHOLDERS), 'channel.confirm')
    await test.slack.waitForMessage(() => test.slack.ephemerals(TOMAS).length > before)
    expect(test.slack.ephemerals(TOMAS).at(-1)?.text).toContain(
      'Only the people in that channel can let Squad',
    )
    const decision = { teamId: (await team()).id, channelId: STAKEHOLDERS, confirmed: true }
    for (const [who, clickedIn] of [
      [TOMAS, STAKEHOLDERS],
      [MAYA, SQUAD],
    ] as const)
      await expect(
        decideChannel(test.app.services, { ...decision, person: await person(who), clickedIn }),
      ).rejects.toThrow()
    expect(await db().channelLink.count({ where: { state: 'pending' } })).toBe(2)
  })

  it('is posted in once somebody of it confirms, and no more when one of them stops it', async () => {
    await test.slack.asUser(PRIYA).click(asked(STAKEHOLDERS), 'channel.confirm')
    await test.slack.asUser(SAM).click(asked(GENERAL), 'channel.confirm')
    await expect.poll(() => db().channelLink.count({ where: { state: 'confirmed' } })).toBe(2)
    expect(await speaksIn(null, 'stakeholder_digest')).toBe(STAKEHOLDERS)
    expect(await speaksIn('#general')).toBe(GENERAL)
    await test.delivered()
    expect(shown(asked(GENERAL))).toContain(`<@${SAM}> confirmed`)
    await test.slack.asUser(TOMAS).click(asked(GENERAL), 'channel.decline')
    await expect.poll(() => db().channelLink.count({ where: { state: 'declined' } })).toBe(1)
    expect(await speaksIn('#general')).toBe(SQUAD)
    const audited = await db().auditEntry.findMany({ where: { action: { startsWith: 'channel.' } } })
    expect(audited.map(({ action }) => action)).toEqual([
      ...['channel.confirmed', 'channel.confirmed', 'channel.declined'],
    ])
  })

  it('of a plan from before goes on, under the channel that has the name at its first use', async () => {
    const { id: teamId, workspaceId } = await team()
    await db().channelLink.deleteMany({ where: { channelId: GENERAL } })
    const before = {
      workspaceId,
      teamId,
      channelId: 'general',
      state: 'confirmed',
      askedAt: new Date(0),
    } as const
    await db().channelLink.create({ data: before })
    expect(await speaksIn('#General')).toBe(GENERAL)
    expect(
      (await db().channelLink.findMany({ where: { teamId } })).map(({ channelId }) => channelId).sort(),
    ).toEqual([GENERAL, STAKEHOLDERS].sort())
  })
})

describe('what an admin of the workspace sets', () => {
  const test = useApp({ start: '2026-01-05T17:30:00Z' })
  const db = () => test.app.services.db
  const person = (slackUserId: string) => db().person.findFirstOrThrow({ where: { slackUserId } })
  const limits = async (values: { creators: string; people: string[]; closed: string[] }) => {
    await test.slack.asUser(MAYA).command('/sprint admin', GENERAL)
    await test.slack.waitForModal(MAYA, (view) => view.callback_id === 'workspace.limits')
    await test.slack.asUser(MAYA).submit(values)
    const saved = await test.slack.waitForModal(MAYA, (view) => view.callback_id === 'workspace.saved')
    await test.slack.asUser(MAYA).closeModal()
    return shown(saved)
  }
  const importAs = async (slackUserId: string | null, name: string, channel: string) =>
    importPlan(test.app.services, {
      bytes: new TextEncoder().encode(
        plan.replace('team: Squad', `team: ${name}`).replace('#squad, updates in #stakeholders', channel),
      ),
      path: `plans/${name}.md`,
      ...(slackUserId ? { actor: await person(slackUserId) } : {}),
    })

  beforeAll(async () => {
    await test.importPlan(plan)
    await test.slack.changeMember(MAYA, { isAdmin: true })
  })

  it('is refused to everybody else, by the word and by a form of their own making', async () => {
    await expect.poll(async () => (await person(MAYA)).isAdmin).toBe(true)
    await test.slack.asUser(PRIYA).command('/sprint admin', GENERAL)
    await test.slack.waitForMessage(() => test.slack.ephemerals(PRIYA).length === 1)
    expect(test.slack.ephemerals(PRIYA)[0]?.text).toContain('Only an admin of this workspace')
    const limit = { creators: 'admins', people: [], closed: [] } as const
    await expect(
      saveLimits(test.app.services, await person(PRIYA), { ...limit, people: [], closed: [] }),
    ).rejects.toThrow('Only an admin')
  })

  it('decides who starts teams, in Slack and by an import', async () => {
    await limits({ creators: 'named', people: [TOMAS], closed: [] })
    await expect(importAs(PRIYA, 'Moles', '#general')).rejects.toThrow(
      'Only admins of this workspace, and whom they named, can start a team here.',
    )
    await expect(
      createTeam(test.app.services, {
        ...{ name: 'Moles', zone: 'UTC', channelId: null, person: await person(PRIYA) },
      }),
    ).rejects.toThrow('can start a team here')
    expect((await importAs(TOMAS, 'Named', '#none')).plans[0]?.made).toBe(true)
    expect((await importAs(MAYA, 'Admins', '#none')).plans[0]?.made).toBe(true)
    expect((await importAs(null, 'Operators', '#none')).plans[0]?.made).toBe(true)
  })

  it('closes channels: to a new team, to a setting, to the operator, and to those that are there', async () => {
    expect(await limits({ creators: 'everyone', people: [], closed: [GENERAL, STAKEHOLDERS] })).toContain(
      'Squad',
    )
    const squad = await db().team.findFirstOrThrow({ where: { slug: 'squad' } })
    expect(squad).toMatchObject({ channelId: SQUAD, stakeholderChannelId: null })
    for (const who of [PRIYA, null])
      expect((await importAs(who, `Loud ${who}`, '#general')).plans[0]?.team.channelId).toBe(null)
    const change = { teamId: squad.id, person: await person(MAYA), channelId: SQUAD }
    await expect(
      saveChannels(test.app.services, { ...change, stakeholderChannelId: GENERAL }),
    ).rejects.toThrow('closed that channel')
    const audited = await db().auditEntry.findMany({ where: { action: 'workspace.limits' } })
    expect(audited).toHaveLength(2)
  })

  it('holds no ceremony in a closed channel that a plan names', async () => {
    const rule = { kind: 'risk_digest', channel: '#general' } as CeremonyRule
    const team = await db().team.findFirstOrThrow({ where: { slug: 'squad' } })
    expect(await ceremonyChannel(test.app.services, { rule, team })).toBe(SQUAD)
  })
})

describe('A8: a command of another workspace', () => {
  const test = useApp()

  it('reaches no listener, though it comes over our connection', async () => {
    await test.slack.asUser(MAYA).command('/sprint help', SQUAD)
    await test.slack.waitForMessage(() => test.slack.ephemerals(MAYA).length === 1)
    const own = test.slack.deliveries().find(({ kind }) => kind === 'slash_commands')
    if (!own) throw new Error('no command was delivered')
    const foreign = { ...own.payload, team_id: 'T0OTHER', trigger_id: 'another.trigger' }
    // It is not acknowledged: the local Slack waits as Slack does, and gives up.
    void test.slack.redeliver({ ...own, payload: foreign }).catch(() => {})
    await test.slack.asUser(MAYA).command('/sprint help team', SQUAD)
    await test.slack.waitForMessage(() => test.slack.ephemerals(MAYA).length > 1)
    expect(test.slack.ephemerals(MAYA)).toHaveLength(2)
  })
})

describe('A8: a payload', () => {
  const served = { slackTeamId: 'T0TEST', enterpriseId: 'E0TEST' }

  it.each([
    ['a command of another workspace', { command: '/sprint', team_id: 'T0OTHER' }, false],
    ['a click of another workspace', { type: 'block_actions', team: { id: 'T0OTHER' } }, false],
    [
      'an event that another installation is authorized for',
      { team_id: 'T0TEST', authorizations: [{ team_id: 'T0OTHER' }] },
      false,
    ],
    ['one of another enterprise', { team_id: 'T0TEST', enterprise_id: 'E0OTHER' }, false],
    ['one of no workspace', { command: '/sprint' }, false],
    ['a command of ours', { command: '/sprint', team_id: 'T0TEST' }, true],
    ['a click of ours', { team: { id: 'T0TEST' }, enterprise: { id: 'E0TEST' } }, true],
    [
      'an event of a shared channel that comes by our installation',
      { team_id: 'T0OTHER', authorizations: [{ team_id: 'T0TEST' }] },
      true,
    ],
  ])('%s', (_, body, passes) => {
    expect(isFor(served, body)).toBe(passes)
  })
})
