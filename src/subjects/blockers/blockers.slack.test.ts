// A blocker's life through real Bolt: raised in the modal, taken, escalated and resolved by buttons, stale ones too.
import { describe, expect, it } from 'vitest'
import type { StoredMessage, StoredView } from '#local/slack/types.ts'
import { useApp } from '#test/support/app.ts'
import { MAYA, PRIYA, SQUAD, STAKEHOLDERS, TOMAS } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor
- [ ] SQ-2 Write the runbook (2 pts) @Tomás Rivera
`

const shown = (surface: Pick<StoredMessage | StoredView, 'blocks'> | undefined) =>
  JSON.stringify(surface?.blocks ?? [])

describe('a blocker in Slack', () => {
  const test = useApp({ start: '2026-01-05T20:00:00Z' })
  const card = (): StoredMessage => {
    const found = test.slack.messages(SQUAD).find(({ text }) => /B-1:/.test(text))
    if (!found) throw new Error(`no card in ${test.slack.messages(SQUAD).map(({ text }) => text)}`)
    return found
  }
  let stale: StoredMessage
  const item = (key: string) => test.app.services.db.item.findFirstOrThrow({ where: { key } })

  it('is raised in a modal that /sprint block fills with key and text', async () => {
    await test.importPlan(plan)
    const { db } = test.app.services
    await db.team.updateMany({ data: { stakeholderChannelId: STAKEHOLDERS } })
    const { id: teamId, workspaceId } = await db.team.findFirstOrThrow()
    const link = { channelId: STAKEHOLDERS, state: 'confirmed', askedAt: new Date(0) } as const
    await db.channelLink.create({ data: { workspaceId, teamId, ...link } })
    await test.slack.asUser(MAYA).command('/sprint block sq-1 no access <!channel>', SQUAD)
    const modal = await test.slack.waitForModal(MAYA)
    expect(shown(modal)).toContain('"initial_value":"no access <!channel>"')
    expect(shown(modal)).toMatch(
      /"initial_option":\{"text":\{"type":"plain_text","text":"SQ-1 · Rotate the keys/,
    )
    await test.slack.asUser(MAYA).submit({ helper: TOMAS, severity: 'high' })
    expect(test.slack.modals(MAYA)).toEqual([])
    await test.delivered()
    expect(shown(card())).toContain('🔴 *B-1* · *SQ-1* Rotate the keys')
    expect(shown(card())).toContain('no access &lt;!channel&gt;')
    expect(await item('SQ-1')).toMatchObject({ status: 'blocked' })
    const [request] = test.slack.directMessages(TOMAS).slice(-1)
    expect(shown(request)).toContain(`<@${MAYA}> thinks that you can help with a blocker in <#${SQUAD}>`)
    expect(shown(request)).toContain(`/archives/${SQUAD}/p${card()?.ts.replace('.', '')}|Open the card>`)
  })

  it('is raised once when Slack delivers the submission twice', async () => {
    const submission = test.slack.deliveries().findLast(({ payload }) => payload.type === 'view_submission')
    if (!submission) throw new Error('no submission')
    await test.slack.redeliver(submission)
    await test.delivered()
    expect(await test.app.services.db.blocker.count()).toBe(1)
  })

  it('keeps the modal open with a word about a blank text', async () => {
    await test.slack.asUser(MAYA).command('/sprint block', SQUAD)
    await test.slack.waitForModal(MAYA)
    const answer = await test.slack.asUser(MAYA).submit({ text: '   ' })
    expect(answer).toMatchObject({
      response_action: 'errors',
      errors: { text: 'Say in a few words what is in the way.' },
    })
    await test.slack.asUser(MAYA).closeModal()
  })

  it('is taken from the direct message, and the card follows', async () => {
    await test.slack.asUser(PRIYA).command('/sprint blockers', SQUAD)
    stale = await test.slack.waitForMessage(({ text }) => text === '1 open blocker in Squad')
    const [request] = test.slack.directMessages(TOMAS).slice(-1)
    if (!request) throw new Error('no request')
    await test.slack.asUser(TOMAS).click(request, 'blocker.take')
    await expect.poll(() => shown(card())).toContain(`<@${TOMAS}> has it`)
    await test.delivered()
    expect(shown(test.slack.directMessages(TOMAS).at(-1))).not.toContain('"blocker.take"')
    expect(test.slack.thread(SQUAD, card().ts).at(-1)?.text).toContain(`<@${TOMAS}> takes B-1`)
  })

  it('answers a stale button kindly', async () => {
    await test.slack.asUser(PRIYA).click(stale, 'blocker.take')
    const told = await test.slack.waitForMessage(({ text }) => text.includes('Tomás has B-1 already'))
    expect(told).toMatchObject({ is_ephemeral: true })
  })

  it('is escalated to the stakeholders as a question', async () => {
    await test.slack.asUser(MAYA).click(card(), 'blocker.escalate')
    await test.slack.waitForModal(MAYA)
    await test.slack.asUser(MAYA).submit({ reason: 'Decide who owns staging', to: PRIYA })
    await test.delivered()
    const [ask] = test.slack.messages(STAKEHOLDERS).slice(-1)
    expect(shown(ask)).toContain('Decide who owns staging')
    expect(shown(ask)).toContain(`<@${PRIYA}>`)
    expect(shown(card())).not.toContain('"blocker.escalate"')
  })

  it('is listed with its age in working days', async () => {
    await test.moveTo('2026-01-07T18:00:00Z')
    await test.slack.asUser(PRIYA).command('/sprint blockers', SQUAD)
    const list = await test.slack.waitForMessage((message) =>
      shown(message).includes('open for 2 working days'),
    )
    expect(list).toMatchObject({ text: '1 open blocker in Squad', is_ephemeral: true })
  })

  it('is resolved with its how: the card, the thread, the question and the item follow', async () => {
    await test.slack.asUser(TOMAS).click(card(), 'blocker.resolve')
    await test.slack.waitForModal(TOMAS)
    await test.slack.asUser(TOMAS).submit({ resolution: 'Ops gave us a role' })
    await test.delivered()
    expect(shown(card())).toContain('Ops gave us a role')
    expect(shown(card())).not.toContain('"type":"button"')
    expect(test.slack.thread(SQUAD, card().ts).at(-1)?.text).toContain('after 2 working days')
    expect(shown(test.slack.messages(STAKEHOLDERS).at(-1))).toContain('nothing is asked any more')
    expect((await item('SQ-1')).status).not.toBe('blocked')
  })

  it('is not resolved twice', async () => {
    const [request] = test.slack.directMessages(TOMAS).slice(-1)
    expect(shown(request)).toContain('is resolved, nothing to do any more')
    await test.slack.asUser(PRIYA).command('/sprint blockers', SQUAD)
    const list = await test.slack.waitForMessage(({ text }) => text.startsWith('No open blockers'))
    expect(shown(list)).toContain('Nothing is blocked')
  })
})
