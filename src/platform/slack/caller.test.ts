import type { WebClient } from '@slack/web-api'
import { beforeAll, describe, expect, it } from 'vitest'
import { connect, forWorkspace } from '#platform/store/client.ts'
import { useWorld } from '#test/support/world.ts'
import { callerOf } from './caller.ts'

const profile = { id: 'U0NEW', name: 'nadia', profile: { real_name: 'Nadia Haddad' }, tz: 'Asia/Amman' }
const web = { users: { info: async () => ({ user: profile }) } }

describe('the caller of a command', () => {
  const world = useWorld(() => web as unknown as WebClient)
  const addTeam = async (slug: string, stakeholderChannelId: string | null = null) => {
    const { db, workspaceId } = world.services
    return db.team.create({ data: { workspaceId, slug, name: slug, zone: 'UTC', stakeholderChannelId } })
  }
  const join = (teamId: string, personId: string) =>
    world.services.db.membership.create({
      data: { workspaceId: world.services.workspaceId, teamId, personId },
    })
  const teamIn = async (channelId: string, slackUserId = 'U0PRIYA') =>
    (await callerOf(world.services, slackUserId, channelId)).team?.slug ?? null
  let second: { id: string }
  beforeAll(async () => {
    second = await addTeam('second', 'C0SHARED')
    await addTeam('third', 'C0SHARED')
    await join(second.id, world.people.maya.id)
  })

  it('is the person and the team as Prisma reads them', async () => {
    const { db } = world.services
    expect(await callerOf(world.services, 'U0PRIYA', 'C0HARBOR')).toEqual({
      person: await db.person.findFirst({ where: { slackUserId: 'U0PRIYA' } }),
      team: await db.team.findFirst({ where: { channelId: 'C0HARBOR' } }),
      choices: [],
    })
  })

  it('means the channel’s team; in a stakeholders’ channel the one that reports there; else their only one', async () => {
    expect(await teamIn('C0HARBOR', 'U0MAYA')).toBe('harbor-payments')
    expect(await teamIn('C0STAKE', 'U0MAYA')).toBe('harbor-payments')
    expect(await teamIn('C0ELSEWHERE')).toBe('harbor-payments')
  })

  it('means no team where two report, or where they are in two', async () => {
    expect(await teamIn('C0SHARED', 'U0MAYA')).toBeNull()
    expect(await teamIn('C0ELSEWHERE', 'U0MAYA')).toBeNull()
    expect(await teamIn('C0SHARED')).toBe('harbor-payments')
  })

  it('is made from Slack’s profile when first met, and belongs to the channel’s team alone', async () => {
    const { person, team } = await callerOf(world.services, 'U0NEW', 'C0HARBOR')
    expect(person).toMatchObject({ slackUserId: 'U0NEW', name: 'Nadia Haddad', timeZone: 'Asia/Amman' })
    expect(team).toEqual(world.team)
    expect(await teamIn('C0ELSEWHERE', 'U0NEW')).toBeNull()
  })

  it('is told apart from the same ids in another workspace', async () => {
    const all = connect(world.connectionString, { connections: 1 })
    const data = { slackTeamId: 'T0OTHER', name: 'Other', botUserId: 'U0BOT' }
    const { id: workspaceId } = await all.workspace.create({ data })
    const theirs = { ...world.services, db: forWorkspace(all, workspaceId), workspaceId }
    const { person, team } = await callerOf(theirs, 'U0NEW', 'C0HARBOR')
    await all.$disconnect()
    expect([person.workspaceId, team]).toEqual([workspaceId, null])
    const ours = await callerOf(world.services, 'U0PRIYA', 'C0HARBOR')
    expect([ours.person.id, ours.team]).toEqual([world.people.priya.id, world.team])
  })
})
