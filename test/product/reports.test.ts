// The reports through real Bolt, on a plan as a team writes it: status, delta, risks, objectives, decisions, the digest.
import { describe, expect, it } from 'vitest'
import type { StoredMessage, StoredView } from '#local/slack/types.ts'
import { addFacilitator } from '#records/access.ts'
import { useApp } from '../support/app.ts'
import { MAYA, PRIYA, SQUAD, STAKEHOLDERS, TOMAS } from '../support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad

## Goal

- Nobody holds a key for longer than a day

## Success criteria

- Keys rotated within 24 h: 95% (baseline 60%)

## Items

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor
- [ ] SQ-2 Write the runbook (2 pts) @Tomás Rivera
- [ ] SQ-3 Tell <!channel> & everybody (5 pts) @Priya Raman

## Risks

| Risk | Likelihood | Impact | Mitigation | Owner |
| --- | --- | --- | --- | --- |
| The vault is down | High | High | A second vault | Maya |

## Dependencies

- Security review by Platform, due 2026-01-08
`

const shown = (surface: Pick<StoredMessage | StoredView, 'blocks'> | undefined) =>
  JSON.stringify(surface?.blocks ?? [])

describe('reports in Slack', () => {
  const test = useApp({ start: '2026-01-05T18:00:00Z' })
  const ask = async (line: string, sign: string, who = MAYA) => {
    await test.slack.asUser(who).command(line, SQUAD)
    return test.slack.waitForMessage((message) => 'is_ephemeral' in message && shown(message).includes(sign))
  }

  it('status is shown to the asker, and posted once with the name of who posted it', async () => {
    await test.importPlan(plan)
    const { services } = test.app
    await services.db.team.updateMany({ data: { stakeholderChannelId: STAKEHOLDERS } })
    const { id: teamId, workspaceId } = await services.db.team.findFirstOrThrow()
    const link = { channelId: STAKEHOLDERS, state: 'confirmed', askedAt: new Date(0) } as const
    await services.db.channelLink.create({ data: { workspaceId, teamId, ...link } })
    // Who publishes the digest facilitates the team.
    const { id: personId } = await services.db.person.findFirstOrThrow({ where: { slackUserId: MAYA } })
    await services.db.$transaction((tx) => addFacilitator(tx, services, teamId, personId))
    const status = await ask('/sprint', '· day 1 of 10"')
    expect(status).toMatchObject({ is_ephemeral: true, target: MAYA })
    expect(shown(status)).toContain('Nobody holds a key for longer than a day')
    expect(shown(status)).toContain('*0 of 10 points* done')
    expect(shown(status)).toContain('🔴 The vault is down')
    const posted = () => test.slack.messages(SQUAD).filter((message) => shown(message).includes('Posted by'))
    await test.slack.asUser(MAYA).click(status, 'status.post')
    await test.slack.waitForMessage((message) => shown(message).includes('✅ Posted to'))
    await test.delivered()
    expect(posted()).toHaveLength(1)
    expect(shown(posted()[0])).toContain(`Posted by <@${MAYA}>`)
  })

  it('delta tells who moved what', async () => {
    await ask('/sprint delta', 'nothing moved')
    await test.moveTo('2026-01-06T18:00:00Z')
    await test.slack.asUser(PRIYA).command('/sprint done SQ-3', SQUAD)
    await expect.poll(() => test.app.services.db.item.count({ where: { status: 'done' } })).toBe(1)
    const delta = await ask('/sprint delta', 'What changed today · Tue 6 Jan')
    expect(shown(delta)).toContain('SQ-3* Tell &lt;!channel&gt; &amp; everybody')
    expect(shown(delta)).toContain('*done* · Priya Raman')
    await test.moveTo('2026-01-07T00:30:00Z')
    const [told] = test.slack.messages(SQUAD).slice(-1)
    expect(shown(told)).toContain('What changed today · Tue 6 Jan')
  })

  it('risks are added in a modal, told to the team, and closed by a button', async () => {
    await test.slack.asUser(TOMAS).command('/sprint risks add the HSM is on back order', SQUAD)
    const modal = await test.slack.waitForModal(TOMAS)
    expect(shown(modal)).toContain('"initial_value":"the HSM is on back order"')
    await test.slack.asUser(TOMAS).submit({ likelihood: 'high', impact: 'medium' })
    await test.delivered()
    expect(shown(test.slack.messages(SQUAD).at(-1))).toContain(`*New risk*, added by <@${TOMAS}>`)
    const list = await ask('/sprint risks', 'likelihood × impact')
    expect(shown(list)).toContain('🔴 *6*  the HSM is on back order')
    expect(shown(list)).toContain('🔴 *9*  The vault is down')
    const risk = await test.app.services.db.risk.findFirstOrThrow({ where: { title: 'The vault is down' } })
    await test.slack.asUser(MAYA).click(list, 'risk.close', risk.id)
    const closed = await test.slack.waitForMessage((message) => shown(message).includes('Closed: The vault'))
    expect(await test.app.services.db.risk.count({ where: { closedAt: null } })).toBe(1)
    await test.slack.asUser(MAYA).click(closed, 'risk.reopen')
    await test.slack.waitForMessage((message) => shown(message).includes('Reopened: The vault'))
    expect(await test.app.services.db.risk.count({ where: { closedAt: null } })).toBe(2)
  })

  it('objectives are reported, decisions asked and answered, and the digest tells both', async () => {
    const objectives = await ask('/sprint objectives', 'no reading yet')
    await test.slack.asUser(MAYA).click(objectives, 'objective.open')
    await test.slack.waitForModal(MAYA)
    await test.slack.asUser(MAYA).submit({ value: '97%' })
    await ask('/sprint decide Do we buy a second HSM?', 'Asked.')
    await test.delivered()
    expect(shown(test.slack.messages(SQUAD).at(-1))).toContain('❓ *Decision needed*')
    const digest = await ask('/sprint digest', 'Only you see this preview')
    expect(shown(digest)).toContain('*97%*')
    expect(shown(digest)).toContain('❓ Do we buy a second HSM? · asked today')
    await test.slack.asUser(MAYA).click(digest, 'digest.post')
    await test.slack.waitForMessage((message) => shown(message).includes(`✅ Posted to <#${STAKEHOLDERS}>`))
    await test.delivered()
    const [posted] = test.slack.messages(STAKEHOLDERS).slice(-1)
    if (!posted) throw new Error('no digest')
    expect(shown(posted)).toContain('✅ Tell &lt;!channel&gt; &amp; everybody')
    await test.slack.asUser(PRIYA).click(posted, 'decision.answer')
    await test.slack.waitForModal(PRIYA)
    await test.slack.asUser(PRIYA).submit({ answer: 'Yes, one' })
    await test.delivered()
    const asked = test.slack.messages(SQUAD).find((message) => shown(message).includes('Decision needed'))
    expect(shown(test.slack.thread(SQUAD, asked?.ts ?? '').at(-1))).toContain('✅ *Decided*: Yes, one')
    await ask('/sprint decide', 'Nothing waits for a decision', PRIYA)
  })

  it('a dependency that falls due is reminded of, and marked done', async () => {
    await test.moveTo('2026-01-07T16:30:00Z')
    const reminder = await test.slack.waitForMessage((message) => shown(message).includes('falls due*'))
    expect(shown(reminder)).toContain('Security review')
    await test.slack.asUser(TOMAS).click(reminder, 'dependency.done')
    await expect.poll(() => test.app.services.db.dependency.count({ where: { doneAt: null } })).toBe(0)
    await test.delivered()
    expect(shown(test.slack.thread(SQUAD, reminder.ts).at(-1))).toContain(`done, says <@${TOMAS}>`)
    expect(shown(test.slack.thread(SQUAD, reminder.ts)[0])).toContain('Nothing falls due any more')
  })
})
