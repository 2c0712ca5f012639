// A day's stand-up through real Bolt: the modal, plain replies, the reminder, the summary; ahead and away.
import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '#local/slack/types.ts'
import { type TestApp, useApp } from '#test/support/app.ts'
import { MAYA, PRIYA, SAM, SQUAD, TOMAS } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad

Goal: Keys rotate without anyone noticing

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor
- [ ] SQ-2 Write the runbook (2 pts) @Tomás Rivera
- [ ] SQ-3 Alert on old keys (2 pts) @Priya Raman
`

const textOf = (message: Pick<StoredMessage, 'blocks'> | undefined) => JSON.stringify(message?.blocks ?? [])

/** How long a busy machine may take to hear an event. */
const patient = { timeout: 10_000 }

/** The stand-up's message of a day, as it stands now. */
function standUp({ slack }: TestApp, day: string): StoredMessage {
  const found = slack.messages(SQUAD).find(({ text }) => text.startsWith(`Stand-up · ${day}`))
  if (!found) throw new Error(`no stand-up of ${day}: ${slack.messages(SQUAD).map(({ text }) => text)}`)
  return found
}

describe('a stand-up in Slack', () => {
  const test = useApp({ start: '2026-01-05T15:00:00Z' })
  const click = async (user: string, message: StoredMessage, action: string) => {
    await test.slack.asUser(user).click(message, action)
    return test.slack.waitForModal(user)
  }

  it('is answered ahead with /sprint standup', async () => {
    await test.importPlan(plan)
    await test.slack.asUser(PRIYA).command('/sprint standup', SQUAD)
    const modal = await test.slack.waitForModal(PRIYA)
    expect(textOf(modal)).toContain('Opens Mon 5 Jan, 09:30 MST')
    await test.slack.asUser(PRIYA).submit({ today: 'Alerts' })
    const saved = await test.slack.waitForModal(PRIYA, (view) => view.callback_id === 'standup.saved')
    expect(textOf(saved)).toContain('answered ahead')
    expect(test.slack.messages(SQUAD).some(({ text }) => text.startsWith('Stand-up'))).toBe(false)
    await test.slack.asUser(PRIYA).closeModal()
  })

  it('opens on time with one message, and posts what was answered ahead in its thread', async () => {
    await test.moveTo('2026-01-05T16:30:00Z')
    const message = standUp(test, 'Mon 5 Jan')
    expect(textOf(message)).toContain('day 1 of 10')
    expect(textOf(message)).toContain('Keys rotate without anyone noticing')
    expect(textOf(message)).toContain('1 of 3 have checked in')
    const [, reply] = test.slack.thread(SQUAD, message.ts)
    expect(textOf(reply)).toContain('answered ahead')
  })

  it('takes an answer from the modal: the reply, the item moved, the count', async () => {
    const message = standUp(test, 'Mon 5 Jan')
    const modal = await click(MAYA, message, 'standup.answer')
    const select = modal.blocks.map(({ block_id }) => String(block_id)).find((id) => id.startsWith('item.'))
    expect(textOf(modal)).toContain('SQ-1 · Rotate the keys')
    await test.slack.asUser(MAYA).submit({
      today: 'Rotate the keys',
      blockers: 'SQ-1 needs <!channel> access',
      [select ?? '']: 'in_progress',
    })
    expect(test.slack.modals(MAYA)).toEqual([])
    await test.delivered()
    const reply = test.slack.thread(SQUAD, message.ts).at(-1)
    expect(textOf(reply)).toContain('Rotate the keys')
    expect(textOf(reply)).toContain('SQ-1 needs &lt;!channel&gt; access')
    expect(textOf(reply)).toMatch(/to do → \*in progress\*|ready → \*in progress\*/)
    expect(textOf(reply)).toContain('\\"itemKey\\":\\"SQ-1\\"')
    expect(textOf(standUp(test, 'Mon 5 Jan'))).toContain('2 of 3 have checked in')
  })

  it('hands what is in the way to the form for a blocker', async () => {
    const reply = test.slack.thread(SQUAD, standUp(test, 'Mon 5 Jan').ts).at(-1)
    if (!reply) throw new Error('no reply')
    const modal = await click(MAYA, reply, 'blocker.open')
    expect(modal.callback_id).toBe('blocker.raise')
    expect(textOf(modal)).toContain('SQ-1 needs <!channel> access')
    await test.slack.asUser(MAYA).closeModal()
  })

  it('edits the post in place when the answer is edited', async () => {
    const { ts } = standUp(test, 'Mon 5 Jan')
    const reply = test.slack.thread(SQUAD, ts).at(-1)
    if (!reply) throw new Error('no reply')
    const modal = await click(MAYA, reply, 'standup.edit')
    expect(textOf(modal)).toContain('Rotate the keys')
    await test.slack.asUser(MAYA).submit({ today: 'Only half of the keys' })
    await test.delivered()
    const thread = test.slack.thread(SQUAD, ts)
    expect(thread).toHaveLength(3)
    expect(textOf(thread.at(-1))).toContain('Only half of the keys')
  })

  it('counts a plain reply, ticks it, follows its edit and its deletion, and posts nothing for it', {
    retry: 2,
  }, async () => {
    const { ts } = standUp(test, 'Mon 5 Jan')
    const before = test.slack.thread(SQUAD, ts).length
    const tomas = test.slack.asUser(TOMAS)
    const reply = await tomas.say(SQUAD, `Y: nothing T: runbook with <@${MAYA}> B: none`, ts)
    await test.slack.waitForMessage((message) => message.ts === reply.ts && message.reactions?.length === 1)
    await test.delivered()
    expect(textOf(standUp(test, 'Mon 5 Jan'))).toContain('All 3 have checked in')
    const answer = () => test.app.services.db.checkIn.findFirst({ where: { via: 'thread' } })
    expect((await answer())?.today).toBe('runbook with @Maya')
    await tomas.edit(reply, 'the runbook, and the alerts')
    await expect.poll(async () => (await answer())?.today, patient).toBe('the runbook, and the alerts')
    await tomas.remove(reply)
    await expect.poll(answer, patient).toBeNull()
    await test.delivered()
    expect(textOf(standUp(test, 'Mon 5 Jan'))).toContain('2 of 3 have checked in')
    expect(test.slack.thread(SQUAD, ts)).toHaveLength(before)
  })

  it('tells people outside the team so, to them alone', async () => {
    const { ts } = standUp(test, 'Mon 5 Jan')
    const before = test.slack.thread(SQUAD, ts).length
    await test.slack.asUser(SAM).click(standUp(test, 'Mon 5 Jan'), 'standup.answer')
    const told = await test.slack.waitForMessage(({ text }) =>
      text.includes("Only the people in Squad's channel can"),
    )
    expect(told).toMatchObject({ is_ephemeral: true })
    expect(test.slack.thread(SQUAD, ts)).toHaveLength(before)
  })

  it('reminds who is missing in a direct message, whose button skips', async () => {
    const { closesAt } = await test.app.services.db.occurrence.findFirstOrThrow({
      where: { kind: 'standup', state: 'open' },
    })
    await test.moveTo(new Date(closesAt.getTime() - 30 * 60_000).toISOString())
    expect(test.slack.directMessages(MAYA).filter(({ text }) => text.includes('missing'))).toEqual([])
    const [reminder] = test.slack.directMessages(TOMAS).filter(({ text }) => text.includes('missing'))
    if (!reminder) throw new Error('no reminder')
    await click(TOMAS, reminder, 'standup.skip')
    await test.slack.asUser(TOMAS).submit({ reason: 'at the dentist' })
    await test.delivered()
    expect(textOf(standUp(test, 'Mon 5 Jan'))).toContain('Skipping: Tomás: at the dentist')
    const [settled] = test.slack.directMessages(TOMAS).filter(({ ts }) => ts === reminder.ts)
    expect(textOf(settled)).toContain('You skip the stand-up of Mon 5 Jan')
    await test.moveTo(closesAt.toISOString())
    const summary = textOf(standUp(test, 'Mon 5 Jan'))
    expect(summary).toContain('All 2 have checked in')
    expect(summary).toContain('*Blockers*')
    expect(summary).not.toContain('Skip today')
  })

  it('does not wait for those who are away', async () => {
    await test.slack.asUser(TOMAS).command('/sprint away tomorrow', SQUAD)
    const told = await test.slack.waitForMessage(({ text }) => text.includes('You are away'))
    expect(told).toMatchObject({ is_ephemeral: true, target: TOMAS })
    await test.slack.asUser(PRIYA).command('/sprint away until friyay', SQUAD)
    await test.slack.waitForMessage(({ text }) => text.includes('do not understand the days'))
    await test.slack.asUser(PRIYA).command('/sprint away', SQUAD)
    await test.slack.waitForModal(PRIYA, (view) => view.callback_id === 'away.add')
    await test.slack.asUser(PRIYA).submit({ from: '2026-01-08', to: '2026-01-09' })
    await test.slack.waitForModal(PRIYA, (view) => view.callback_id === 'away.saved')
    await test.moveTo('2026-01-06T16:30:00Z')
    const text = textOf(standUp(test, 'Tue 6 Jan'))
    expect(text).toContain('0 of 2 have checked in')
    expect(text).toContain('Away: Tomás until')
  })

  it('takes days off back with the button of the list', async () => {
    const listed = test.slack.ephemerals(TOMAS).find(({ text }) => text.includes('You are away'))
    if (!listed) throw new Error('no list')
    await test.slack.asUser(TOMAS).click(listed, 'away.remove')
    await expect.poll(() => test.app.services.db.absence.count(), patient).toBe(1)
    await test.delivered()
    expect(textOf(standUp(test, 'Tue 6 Jan'))).toContain('0 of 3 have checked in')
  })
})
