import { beforeAll, describe, expect, it } from 'vitest'
import { moveItem } from '#records/items.ts'
import { answerDecision, askDecision } from '#subjects/decisions/decisions.ts'
import { reportReading } from '#subjects/objectives/objectives.ts'
import { outbox, planOccurrence, tickWorld } from '#test/support/occurrence.ts'
import { shownText } from '#test/support/report-data.ts'
import { useWorld } from '#test/support/world.ts'
import { stakeholderDigest } from './digest.messages.ts'
import { postDigest, previewDigest } from './digest.steps.ts'

describe('the stakeholder digest', () => {
  const world = useWorld()
  const preview = async () => shownText(stakeholderDigest(await previewDigest(world.services, world.team)))
  let objectiveId = ''

  beforeAll(async () => {
    const { services, sprint, team, people } = world
    const { workspaceId } = services
    const objective = await services.db.objective.create({
      data: {
        workspaceId,
        sprintId: sprint.id,
        text: 'Refunds settled within 24 h',
        metric: 'Refunds settled within 24 h',
        baseline: '60 %',
        target: '95 %',
        direction: 'up',
        position: 0,
        line: 20,
      },
    })
    objectiveId = objective.id
    await services.db.blocker.create({
      data: {
        ...{ workspaceId, teamId: team.id, sprintId: sprint.id, number: 4, severity: 'high' },
        text: 'The bank does not answer',
        state: 'escalated',
        raisedById: people.priya.id,
        raisedAt: new Date('2026-11-17T16:00:00Z'),
      },
    })
  })

  it('reports readings, decisions and blockers that people gave', async () => {
    const { services, team, people, clock } = world
    await reportReading(services, { objectiveId, person: people.maya, value: '70 %' })
    clock.advance(60)
    await reportReading(services, { objectiveId, person: people.maya, value: ' 96 % ' })
    await askDecision(services, { team, person: people.maya, question: 'Ship without Apple Pay?' })
    const text = await preview()
    expect(text).toContain('🎯 Refunds settled within 24 h: *96 %* (Wed 18 Nov, before 70 %)')
    expect(text).toContain('❓ Ship without Apple Pay? · asked today')
    expect(text).toContain('🟠 *At risk*: an escalated blocker is open: The bank does not answer')
    expect(text).toContain('⏫ *Help wanted* · The bank does not answer · open for 1 working day')
    expect((await outbox(world)).at(-1)).toMatchObject({ channel: 'C0HARBOR' })
  })

  it('is posted once at its time to the stakeholders’ channel', async () => {
    const { clock, services, people, items } = world
    await services.db.$transaction((tx) =>
      moveItem(tx, services, { itemId: items[1]?.id ?? '', to: 'done', personId: people.priya.id }),
    )
    clock.set('2026-11-18T22:00:00Z')
    await planOccurrence(world, {
      kind: 'stakeholder_digest',
      title: 'Stakeholder digest',
      opensAt: '2026-11-18T22:00:00Z',
      closesAt: '2026-11-19T03:00:00Z',
    })
    await tickWorld(world)
    await tickWorld(world)
    const posted = (await outbox(world)).filter(({ key }) => key.startsWith('stakeholder_digest:'))
    expect(posted).toHaveLength(1)
    expect(posted[0]).toMatchObject({ channel: 'C0STAKE' })
    expect(posted[0]?.text).toContain('*Finished since Mon 16 Nov*\\n✅ Refund API')
  })

  it('tells the next time only what changed since, with what was decided', async () => {
    const { clock, services, people } = world
    clock.set('2026-11-20T17:00:00Z')
    const decision = await services.db.decision.findFirstOrThrow()
    await answerDecision(services, {
      decisionId: decision.id,
      person: people.jonas,
      answer: 'Yes, until March',
    })
    const again = answerDecision(services, { decisionId: decision.id, person: people.maya, answer: 'No' })
    await expect(again).rejects.toMatchObject({ code: 'answered' })
    const text = await preview()
    expect(text).toContain('*Changes since the last digest (Wed 18 Nov)*')
    expect(text).toContain('⚖️ Decided: Ship without Apple Pay? → Yes, until March')
    expect(text).not.toContain('❓')
    expect(text).not.toContain('Refund API')
    const told = await services.db.message.findFirst({ where: { key: `decision:${decision.id}:answered` } })
    expect(told?.threadKey).toBe(`decision:${decision.id}:asked`)
  })

  it('is posted on request, once a preview', async () => {
    const { services, sprint, people } = world
    const asked = { sprintId: sprint.id, nonce: '5', person: people.tomas }
    expect(await postDigest(services, asked)).toBe('C0STAKE')
    await postDigest(services, asked)
    const posted = (await outbox(world)).filter(({ key }) => key.startsWith('digest:'))
    expect(posted).toHaveLength(1)
    expect(posted[0]?.text).toContain('Posted by <@U0TOMAS>')
    world.clock.set('2026-11-23T17:00:00Z')
    expect(await preview()).toContain('since the last digest (Fri 20 Nov)')
  })

  it('moves its verdict with a reason: what it was, and on which day', async () => {
    const { services, clock, sprint } = world
    await services.db.blocker.updateMany({ data: { state: 'resolved', resolvedAt: clock.now() } })
    await services.db.$transaction((tx) =>
      moveItem(tx, services, { itemId: world.items[2]?.id ?? '', to: 'done', personId: null }),
    )
    const text = await preview()
    expect(text).toMatch(
      /On Fri 20 Nov it was at risk: an escalated blocker is open: The bank does not answer/,
    )
    await postDigest(services, { sprintId: sprint.id, nonce: '6', person: world.people.tomas })
    clock.set('2026-11-24T17:00:00Z')
    expect(await preview()).not.toContain('it was')
  })

  it('offers to post where it will be posted', async () => {
    const { services, team } = world
    expect(await preview()).toContain('Post to stakeholders')
    const alone = { ...team, stakeholderChannelId: null }
    expect(shownText(stakeholderDigest(await previewDigest(services, alone)))).toContain(
      'Post in the team’s channel',
    )
  })
})
