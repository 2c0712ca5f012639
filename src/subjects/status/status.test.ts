import { describe, expect, it } from 'vitest'
import { outbox, planOccurrence } from '#test/support/occurrence.ts'
import { shownText } from '#test/support/report-data.ts'
import { useWorld } from '#test/support/world.ts'
import { statusMessage } from './status.messages.ts'
import { postStatus, sprintStatus } from './status.ts'

describe('sprint status', () => {
  const world = useWorld()

  it('tells the day, the goal, progress, blockers with their age, top risks and the next meeting', async () => {
    const { services, team, sprint, people, items } = world
    const { workspaceId } = services
    const own = { workspaceId, teamId: team.id, sprintId: sprint.id }
    await services.db.blocker.create({
      data: {
        ...own,
        itemId: items[1]?.id ?? null,
        number: 1,
        text: 'The bank’s sandbox is down',
        severity: 'high',
        state: 'taken',
        raisedById: people.priya.id,
        takenById: people.tomas.id,
        raisedAt: new Date('2026-11-16T17:00:00Z'),
      },
    })
    await services.db.risk.create({
      data: {
        ...own,
        sourceId: world.source.id,
        title: 'The auditor asks for a second review',
        likelihood: 'low',
        impact: 'high',
        position: 0,
        line: 40,
      },
    })
    await planOccurrence(world, {
      kind: 'delta',
      title: 'Daily delta',
      opensAt: '2026-11-18T23:30:00Z',
      closesAt: '2026-11-19T03:00:00Z',
    })
    await planOccurrence(world, {
      kind: 'standup',
      title: 'Daily stand-up',
      opensAt: '2026-11-19T16:30:00Z',
      closesAt: '2026-11-19T18:30:00Z',
    })
    const text = shownText(statusMessage(await sprintStatus(services, team)))
    expect(text).toContain('Sprint 32 · day 3 of 10')
    expect(text).toContain('Settle refunds within a day')
    expect(text).toContain('*5 of 16 points* done · 31 %')
    expect(text).toContain(
      '🔴 *B-1* The bank’s sandbox is down · HP-2 · 2 working days · Tomás Rivera is on it',
    )
    expect(text).toContain(
      '🔴 *HP-2* “Refund API” is blocked by *B-1* “The bank’s sandbox is down” for 2 working days',
    )
    expect(text).toContain('🟠 The auditor asks for a second review')
    expect(text).toContain('Next: Stand-up, Thu 19 Nov, 09:30 MST')
  })

  it('is posted once an answer, however often its button is clicked, and says by whom', async () => {
    const { services, team, sprint, people } = world
    const asked = { sprintId: sprint.id, nonce: '17', person: people.maya, channelId: 'C0ELSEWHERE' }
    expect(await postStatus(services, asked)).toBe(team.channelId)
    await postStatus(services, asked)
    const posted = (await outbox(world)).filter(({ key }) => key.startsWith('status:'))
    expect(posted).toHaveLength(1)
    expect(posted[0]).toMatchObject({ channel: 'C0HARBOR' })
    expect(posted[0]?.text).toContain('Posted by <@U0MAYA>')
    expect(await postStatus(services, { ...asked, channelId: 'C0STAKE', nonce: '18' })).toBe('C0STAKE')
  })

  it('says what to do when the sprint is gone, or there is none', async () => {
    const { services, team, sprint, people } = world
    await services.db.sprint.update({ where: { id: sprint.id }, data: { removedAt: services.clock.now() } })
    const asked = { sprintId: sprint.id, nonce: '19', person: people.maya, channelId: 'C0HARBOR' }
    await expect(postStatus(services, asked)).rejects.toMatchObject({ code: 'gone' })
    await expect(sprintStatus(services, team)).rejects.toMatchObject({ code: 'no_sprint' })
  })
})

describe('the status of a sprint without dates', () => {
  const world = useWorld()

  it('is told all the same, without a forecast', async () => {
    const { services, team, sprint } = world
    await services.db.sprint.update({
      where: { id: sprint.id },
      data: { start: null, end: null, state: 'planned' },
    })
    const text = shownText(statusMessage(await sprintStatus(services, team)))
    expect(text).toContain('Sprint 32 · no dates yet')
    expect(text).toContain('*5 of 16 points* done')
    expect(text).not.toContain('Forecast')
  })
})
