// Somebody in two teams, in a direct message: asked once which team is meant, and told which one was taken.
import { beforeAll, expect, it } from 'vitest'
import type { StoredMessage } from '#local/slack/types.ts'
import { useApp } from '#test/support/app.ts'
import { ELSEWHERE, GENERAL, MAYA, SQUAD, TOMAS } from '#test/support/slack.ts'

const test = useApp({ start: '2026-01-05T16:00:00Z' })
const plan = (team: string, item: string) => `---
team: ${team}
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

- [ ] ${item} Rotate the keys (3 pts)
`
/** A person's conversation with the bot. */
const directs = new Map<string, string>()
const channels: Record<string, string> = { atlas: SQUAD, harbor: ELSEWHERE }
const shown = (message: StoredMessage | undefined) => JSON.stringify(message?.blocks ?? [])
const ask = async (text: string, user = MAYA, channel = directs.get(user) ?? ''): Promise<StoredMessage> => {
  const before = test.slack.ephemerals(user).length
  await test.slack.asUser(user).command(text, channel)
  await test.slack.waitForMessage(() => test.slack.ephemerals(user).length > before)
  return test.slack.ephemerals(user).at(-1) as StoredMessage
}

beforeAll(async () => {
  await test.importPlan(plan('Harbor', 'HB-1'), 'plans/harbor.md')
  await test.importPlan(plan('Atlas', 'AT-1'), 'plans/atlas.md')
  const { db, workspaceId } = test.app.services
  const maya = await db.person.findFirstOrThrow({ where: { slackUserId: MAYA } })
  const tomas = await db.person.findFirstOrThrow({ where: { slackUserId: TOMAS } })
  for (const user of [MAYA, TOMAS]) {
    const opened = await test.app.services.web.conversations.open({ users: user })
    directs.set(user, opened.channel?.id ?? '')
  }
  for (const team of await db.team.findMany()) {
    await db.team.update({ where: { id: team.id }, data: { channelId: channels[team.slug] ?? null } })
    for (const [person, slugs] of [
      [maya, ['harbor', 'atlas']],
      [tomas, ['atlas']],
    ] as const)
      if ((slugs as readonly string[]).includes(team.slug)) {
        await db.membership.create({ data: { workspaceId, teamId: team.id, personId: person.id } })
        const channelId = channels[team.slug] ?? ''
        await db.channelMember.create({ data: { workspaceId, channelId, slackUserId: person.slackUserId } })
      }
  }
})

it('is asked which, the first time, and the command goes on', async () => {
  const question = await ask('/sprint item AT-1')
  expect(shown(question)).toContain('Which team do you mean?')
  expect(shown(question)).not.toContain('No team is linked')
  const before = test.slack.ephemerals(MAYA).length
  await test.slack.asUser(MAYA).click(question, 'command.run.atlas')
  await test.slack.waitForMessage(() => test.slack.ephemerals(MAYA).length > before)
  const card = test.slack.ephemerals(MAYA).at(-1)
  expect(shown(card)).toContain('Rotate the keys')
  expect(shown(card)).toContain('Of *Atlas*, the team that you chose last')
})

it('is remembered for every command, in any channel without a team, and can be changed', async () => {
  expect(shown(await ask('/sprint blockers'))).toContain('in Atlas')
  expect(shown(await ask('/sprint status', MAYA, GENERAL))).toContain('Atlas')
  expect(shown(await ask('/sprint use'))).toContain('Which team do you mean?')
  expect((await ask('/sprint use harbor')).text).toContain('mean Harbor now')
  expect(shown(await ask('/sprint blockers'))).toContain('in Harbor')
})

it('is no question to who is in one team, and none in a team’s channel', async () => {
  const own = shown(await ask('/sprint blockers', TOMAS))
  expect(own).toContain('in Atlas')
  expect(own).not.toContain('chose last')
  const there = shown(await ask('/sprint blockers', MAYA, SQUAD))
  expect(there).toContain('in Atlas')
  expect(there).not.toContain('chose last')
})
