// /sprint team in Slack: linking a channel, seeing the settings, and changing each of them.
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '#test/support/app.ts'
import { ELSEWHERE, GENERAL, MAYA, PRIYA, SAM, SQUAD, STAKEHOLDERS, TOMAS } from '#test/support/slack.ts'

const test = useApp({ start: '2026-01-05T16:00:00Z' })

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (Jan 5 – Jan 16, 2026)

Slack: #squad

- Daily stand-up: 9:35

| Key | Task | Owner | Points |
| --- | --- | --- | --- |
| SQ-1 | Rotate the keys | Maya | 3 |
| SQ-2 | Write the runbook | Pria Raman | 2 |
| SQ-3 | Ask the vendor | Backend Lead | 2 |
`

const shown = (view: { blocks?: unknown }) => JSON.stringify(view.blocks)
const modalOf = (id: string, user = MAYA) => test.slack.waitForModal(user, (view) => view.callback_id === id)
const team = () => test.app.services.db.team.findFirstOrThrow({ where: { slug: 'squad' } })

async function overview() {
  const maya = test.slack.asUser(MAYA)
  await maya.closeModal(true).catch(() => {})
  await maya.command('/sprint team', SQUAD)
  return modalOf('team.overview')
}

/** Opens one of the small modals, submits it, and gives the overview as it is then. */
async function change(part: string, values: Parameters<ReturnType<typeof test.slack.asUser>['submit']>[0]) {
  const maya = test.slack.asUser(MAYA)
  await maya.click(await overview(), `team.edit.${part}`)
  await modalOf(`team.${part}`)
  const answer = await maya.submit(values)
  return { answer, overview: test.slack.modals(MAYA)[0] ?? {} }
}

beforeAll(() => test.importPlan(plan))

describe('the overview', () => {
  it('shows channel, zone, people, names and ceremonies, and who says so', async () => {
    const text = shown(await overview())
    for (const part of [
      `<#${SQUAD}>`,
      'America/Denver (09:00 MST)',
      `<@${MAYA}>`,
      '“Backend Lead”',
      'Stand-up · every working day at 09:35 _(from the plan)_',
      'Retro · the last working day of the sprint at 15:30 _(default)_',
    ])
      expect(text).toContain(part)
  })
})

describe('a change', () => {
  it('of the zone moves the ceremonies to come', async () => {
    const { overview: now } = await change('basics', { zone: 'Europe/Lisbon' })
    expect(shown(now)).toContain('Europe/Lisbon')
    const next = await test.app.services.db.occurrence.findFirstOrThrow({
      where: { teamId: (await team()).id, kind: 'standup', state: 'planned' },
      orderBy: { opensAt: 'asc' },
    })
    expect(next.opensAt).toEqual(new Date('2026-01-06T09:35:00Z'))
    await change('basics', { zone: 'America/Denver' })
  })

  it('of working days takes a weekday away', async () => {
    await change('basics', { days: ['MO', 'TU', 'WE', 'TH'] })
    const fridays = await test.app.services.db.occurrence.count({
      where: { teamId: (await team()).id, kind: 'standup', localDate: new Date('2026-01-09') },
    })
    expect(fridays).toBe(0)
  })

  it('of the channels is refused for a channel of another team, and taken for a free one', async () => {
    const { db, workspaceId } = test.app.services
    await db.team.create({
      data: { workspaceId, slug: 'other', name: 'Other', zone: 'UTC', channelId: GENERAL },
    })
    const refused = await change('channels', { channel: GENERAL })
    expect(refused.answer).toMatchObject({
      response_action: 'errors',
      errors: { channel: 'That channel belongs to Other: a channel has one team.' },
    })
    await change('channels', { channel: SQUAD, stakeholders: STAKEHOLDERS })
    expect(await team()).toMatchObject({ channelId: SQUAD, stakeholderChannelId: STAKEHOLDERS })
  })

  it('of the names is suggested by likeness, and makes members', async () => {
    const maya = test.slack.asUser(MAYA)
    await maya.click(await overview(), 'team.edit.names')
    const modal = await modalOf('team.names')
    const { db } = test.app.services
    expect(shown(modal)).toContain(`"initial_user":"${PRIYA}"`)
    await maya.submit({ 'name:Backend Lead': SAM })
    const names = await db.planName.findMany({ include: { person: true }, orderBy: { name: 'asc' } })
    expect(names.map(({ name, person }) => [name, person?.slackUserId])).toEqual([
      ['Backend Lead', SAM],
      ['Maya', MAYA],
      ['Pria Raman', PRIYA],
    ])
    expect(await db.membership.count({ where: { person: { slackUserId: SAM } } })).toBe(1)
  })

  it('of the days off is skipped, and a line without a date is refused', async () => {
    const refused = await change('holidays', { days: 'Christmas' })
    expect(refused.answer).toMatchObject({ errors: { days: expect.stringContaining('begins with no date') } })
    const wrong = await change('holidays', { country: 'US', region: 'DE/BY', days: '' })
    expect(wrong.answer).toMatchObject({ errors: { region: expect.stringContaining('region of Germany') } })
    const { overview: now } = await change('holidays', {
      ...{ country: 'DE', region: 'DE/BY', days: '2026-01-07 Away day' },
    })
    expect(shown(now)).toContain('Wed 7 Jan Away day')
    expect(shown(now)).toContain('public holidays (Germany, Bayern) are skipped')
    const { overview: none } = await change('holidays', { country: 'none', region: 'all' })
    expect(shown(none)).toContain('no public holidays are observed')
    expect(shown(none)).not.toContain('United States')
    const skipped = await test.app.services.db.occurrence.findFirstOrThrow({
      where: { teamId: (await team()).id, kind: 'standup', localDate: new Date('2026-01-07') },
    })
    expect(skipped).toMatchObject({ state: 'skipped', reason: expect.stringContaining('Away day') })
  })

  it('of a ceremony sets its time, switches it off, and gives it back to the plan', async () => {
    const maya = test.slack.asUser(MAYA)
    const set = async (values: Parameters<typeof maya.submit>[0]) => {
      await maya.click(await overview(), 'team.edit.ceremonies')
      await maya.click(await modalOf('team.ceremonies'), 'team.ceremony.standup')
      await modalOf('team.ceremony')
      const answer = await maya.submit(values)
      return { answer, list: shown(test.slack.modals(MAYA)[1] ?? {}) }
    }
    const weekly = await set({ source: 'own', start: '11:15', recurrence: 'weekly', weekdays: ['TU', 'TH'] })
    expect(weekly.list).toContain('Stand-up · Tuesday and Thursday, every week at 11:15 _(set here)_')
    const openFor = async () => {
      const { opensAt, closesAt } = await test.app.services.db.occurrence.findFirstOrThrow({
        where: { teamId: (await team()).id, kind: 'standup', state: 'planned' },
      })
      return (closesAt.getTime() - opensAt.getTime()) / 60_000
    }
    expect(await openFor()).toBe(180)
    await set({ source: 'plan', length: '60' })
    expect(await openFor()).toBe(60)
    const refused = await set({ source: 'own', start: '11:15', recurrence: 'weekly', weekdays: [] })
    expect(refused.answer).toMatchObject({ errors: { weekdays: 'Choose at least one weekday.' } })
    expect((await set({ enabled: [] })).list).toContain('~Stand-up~ · off')
    const planned = { teamId: (await team()).id, kind: 'standup' as const, state: 'planned' as const }
    expect(await test.app.services.db.occurrence.count({ where: planned })).toBe(0)
    expect((await set({ enabled: ['on'], source: 'plan' })).list).toContain('at 09:35 _(from the plan)_')
    expect(await openFor()).toBe(60)
    await set({ length: 'plan' })
    expect(await openFor()).toBe(180)
    expect((await set({ start: '10:05' })).list).toContain('at 10:05 _(set here)_')
    expect((await set({ source: 'plan' })).list).toContain('at 09:35 _(from the plan)_')
  })

  it('of the people names who facilitates, and nobody else may change it', async () => {
    await change('members', { members: [MAYA, TOMAS], facilitators: [MAYA, TOMAS] })
    const priya = test.slack.asUser(PRIYA)
    await priya.command('/sprint team', SQUAD)
    await priya.click(await modalOf('team.overview', PRIYA), 'team.edit.basics')
    const refused = await test.slack.waitForModal(PRIYA, (view) =>
      JSON.stringify(view).includes('facilitator'),
    )
    expect(shown(refused)).toContain('Only a facilitator of Squad can change its settings.')
    expect(shown(refused)).toContain('Ask Maya Okafor or Tomás Rivera.')
    expect((await team()).name).toBe('Squad')
  })

  it('is written down with who made it', async () => {
    const entries = await test.app.services.db.auditEntry.findMany({ where: { teamId: (await team()).id } })
    const actions = new Set(entries.map(({ action }) => action))
    for (const action of ['basics', 'zone', 'channels', 'names', 'holidays', 'ceremony', 'members'])
      expect(actions).toContain(`team.${action}`)
  })
})

describe('a channel without a team', () => {
  it('gets a new one, with the people of the channel', async () => {
    const sam = test.slack.asUser(TOMAS)
    await sam.command('/sprint team', ELSEWHERE)
    const first = await test.slack.waitForModal(TOMAS)
    // Tomás is in one team: he sees it, with the way to link this channel.
    await sam.click(first, 'team.link')
    await modalOf('team.link', TOMAS)
    expect(await sam.submit({ zone: 'Asia/Tokyo' })).toMatchObject({
      errors: { name: 'Choose a team, or name a new one.' },
    })
    await sam.submit({ name: 'Elsewhere', zone: 'Asia/Tokyo' })
    const made = await test.app.services.db.team.findFirstOrThrow({
      where: { slug: 'elsewhere' },
      include: { memberships: { include: { person: true } } },
    })
    expect(made).toMatchObject({ channelId: ELSEWHERE, zone: 'Asia/Tokyo' })
    expect(made.memberships.map(({ person }) => person.slackUserId)).toContain(TOMAS)
  })
})

describe('messages that could not be posted', () => {
  it('are tried again with a button, once the cause is mended', async () => {
    test.slack.archive(SQUAD)
    const { id } = await team()
    await test.moveTo('2026-01-06T16:36:00Z')
    const { db } = test.app.services
    expect(await db.message.count({ where: { teamId: id, state: 'dead' } })).toBeGreaterThan(0)
    test.slack.archive(SQUAD, false)
    const maya = test.slack.asUser(MAYA)
    const view = await overview()
    expect(shown(view)).toContain('could not be posted: Slack says `is_archived`')
    await maya.click(view, 'team.retry')
    await test.slack.waitForMessage(({ channel, text }) => channel === SQUAD && /stand-up/i.test(text))
    await test.delivered()
    const dead = await db.message.findMany({ where: { teamId: id, state: 'dead' } })
    expect(dead.map(({ key, error }) => [key, error])).toEqual([])
  })
})
