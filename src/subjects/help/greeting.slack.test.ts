// Being invited and being written to, through real Bolt.
import { describe, expect, it } from 'vitest'
import { useApp } from '#test/support/app.ts'
import { BOT, GENERAL, MAYA, PRIYA, SQUAD } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad

- [ ] SQ-1 Rotate the keys (3 pts)
`

describe('the app, where nobody typed /sprint', () => {
  const test = useApp({ start: '2026-01-05T20:00:00Z' })
  const inChannel = (channel: string, text: string) =>
    test.slack.messages(channel).filter((message) => message.user === BOT && message.text.includes(text))

  it('greets once where it is invited, and says whose channel it is', async () => {
    await test.importPlan(plan)
    for (const [channel, says] of [
      [GENERAL, 'the plan that you already wrote'],
      [SQUAD, 'for Squad'],
    ] as const) {
      await test.slack.leave(channel, BOT)
      await test.slack.join(channel, BOT)
      await expect.poll(() => inChannel(channel, says).length).toBe(1)
    }
    await test.slack.leave(GENERAL, PRIYA)
    await test.slack.join(GENERAL, PRIYA)
    await test.delivered()
    expect(inChannel(GENERAL, 'the plan that you already wrote')).toHaveLength(1)
  })

  it('says nothing in a channel that an admin closed', async () => {
    const { db, workspaceId } = test.app.services
    await db.workspace.update({ where: { id: workspaceId }, data: { closedChannels: [GENERAL] } })
    const before = test.slack.messages(GENERAL).length
    await test.slack.leave(GENERAL, BOT)
    await test.slack.join(GENERAL, BOT)
    await test.delivered()
    expect(test.slack.messages(GENERAL)).toHaveLength(before)
    await db.workspace.update({ where: { id: workspaceId }, data: { closedChannels: [] } })
  })

  it('answers "help" in a direct message with all commands, and a command with its button', async () => {
    const direct = test.slack.directMessageChannel(MAYA)
    const answered = (text: string) => () =>
      test.slack.directMessages(MAYA).filter((message) => message.text.includes(text)).length
    await test.slack.asUser(MAYA).say(direct, 'Help!')
    await expect.poll(answered('What /sprint can do')).toBe(1)
    await test.slack.asUser(MAYA).say(direct, 'status please')
    await expect.poll(answered('Did you mean a command?')).toBe(1)
    const answer = test.slack.directMessages(MAYA).at(-1)
    expect(JSON.stringify(answer?.blocks)).toContain('"value":"status please"')
    await test.slack.asUser(MAYA).say(direct, 'thank you so much')
    await expect.poll(answered('I act on /sprint and on buttons.')).toBe(1)
  })

  it('answers a mention to its writer alone', async () => {
    const posts = test.slack.messages(SQUAD).length
    await test.slack.asUser(PRIYA).say(SQUAD, `<@${BOT}> help`)
    await expect
      .poll(() => test.slack.ephemerals(PRIYA).filter(({ text }) => text === 'What /sprint can do').length)
      .toBe(1)
    await test.delivered()
    // What she wrote, and nothing of ours that others see.
    expect(test.slack.messages(SQUAD)).toHaveLength(posts + 1)
  })

  it('answers nobody in a channel who does not name it', async () => {
    const before = test.slack.ephemerals(MAYA).length
    await test.slack.asUser(MAYA).say(SQUAD, 'help')
    await test.delivered()
    expect(test.slack.ephemerals(MAYA)).toHaveLength(before)
  })
})
