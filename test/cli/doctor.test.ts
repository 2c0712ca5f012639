// `sprintkeeper doctor`: what it finds on a real database and a local Slack, and the cure that it names.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '#cli/finding.ts'
import { post } from '#platform/delivery/outbox.ts'
import { requiredScopes } from '#platform/slack/scopes.ts'
import { startTestSlack, type TestSlack } from '../support/slack.ts'
import { useWorld } from '../support/world.ts'
import { sprintkeeper } from './run.ts'

const world = useWorld()
let slack: TestSlack

beforeAll(async () => {
  slack = await startTestSlack()
})
afterAll(() => slack.close())

const environment = () => ({
  DATABASE_URL: world.connectionString,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.url,
})

async function findings(changed: Record<string, string> = {}) {
  const { status, out } = await sprintkeeper(['doctor', '--json'], { ...environment(), ...changed })
  return { status, found: JSON.parse(out) as Finding[] }
}

const of = (found: Finding[], subject: string) => found.filter((one) => one.subject === subject)

describe('an installation', () => {
  it('whose channels are there and whose messages go out, is well', async () => {
    await world.services.db.team.update({
      where: { id: world.team.id },
      data: { channelId: 'C0SQUAD', stakeholderChannelId: 'C0STAKE' },
    })
    const { status, found } = await findings()
    expect(found.filter(({ state }) => state === 'wrong')).toEqual([])
    expect(of(found, 'Slack').map(({ text }) => text)).toContain('the app is in #squad')
    expect(of(found, 'team')).toMatchObject([{ state: 'ok', text: 'Harbor Payments, 4 people' }])
    expect(status).toBe(0)
  })

  it('whose team has a channel that the app is not in, and a parked message, is told how to mend both', async () => {
    const { db } = world.services
    await db.team.update({ where: { id: world.team.id }, data: { channelId: 'C0ELSEWHERE' } })
    await db.$transaction((tx) =>
      post(tx, world.services, { key: 'k', channel: 'C0ELSEWHERE', text: 'Hello' }),
    )
    await db.message.updateMany({ data: { state: 'dead', error: 'not_in_channel' } })
    const { status, found } = await findings()
    expect(of(found, 'Slack')).toContainEqual({
      subject: 'Slack',
      state: 'wrong',
      text: 'the app is not in #elsewhere',
      cure: 'Type /invite @Sprintkeeper in #elsewhere.',
    })
    expect(of(found, 'messages')).toMatchObject([{ state: 'wrong', cure: expect.stringMatching(/.+/) }])
    expect(status).toBe(1)
  })

  it('with a token that Slack refuses, is told where to get one', async () => {
    const { status, found } = await findings({ SLACK_BOT_TOKEN: 'xoxb-wrong' })
    expect(of(found, 'Slack')).toMatchObject([
      { state: 'wrong', text: expect.stringContaining('invalid_auth') },
    ])
    expect(status).toBe(1)
  })

  it('with a wrong variable, is told its name and ends with 2', async () => {
    const { status, out } = await sprintkeeper(['doctor'], { ...environment(), PORT: 'sixty' })
    expect([status, out]).toEqual([2, expect.stringContaining('PORT: expected a port')])
  })

  it('whose database does not answer, is told so', async () => {
    const { status, found } = await findings({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
    expect(of(found, 'database')).toMatchObject([
      { state: 'wrong', cure: expect.stringContaining('DATABASE_URL') },
    ])
    expect(status).toBe(1)
  })
})

it('asks for exactly the scopes of the manifest', async () => {
  const manifest = parse(await readFile(join(import.meta.dirname, '../../slack-manifest.yaml'), 'utf8'))
  expect([...requiredScopes]).toEqual(manifest.oauth_config.scopes.bot)
})
