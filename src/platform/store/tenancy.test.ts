import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#test/support/database.ts'
import { connect, type Db, forWorkspace } from './client.ts'

describe('a client for one workspace', () => {
  const database = useDatabase()
  let all: Db
  let ours: Db
  let theirs: Db
  let ourId: string
  let theirId: string

  beforeAll(async () => {
    all = connect(database.connectionString, { connections: 2 })
    const make = (slackTeamId: string) =>
      all.workspace.create({ data: { slackTeamId, name: slackTeamId, botUserId: 'U0BOT' } })
    ourId = (await make('T0OURS')).id
    theirId = (await make('T0THEIRS')).id
    ours = forWorkspace(all, ourId)
    theirs = forWorkspace(all, theirId)
    await ours.team.create({ data: { workspaceId: ourId, slug: 'squad', name: 'Ours', zone: 'UTC' } })
    await theirs.team.create({ data: { workspaceId: theirId, slug: 'squad', name: 'Theirs', zone: 'UTC' } })
  })
  afterAll(() => all.$disconnect())

  it('reads only its rows, by whatever means', async () => {
    const { id } = await theirs.team.findFirstOrThrow()
    expect((await ours.team.findMany()).map(({ name }) => name)).toEqual(['Ours'])
    expect(await ours.team.count()).toBe(1)
    expect(await ours.team.findUnique({ where: { id } })).toBeNull()
    expect(await ours.team.findFirst({ where: { OR: [{ id }, { slug: 'nothing' }] } })).toBeNull()
  })

  it('changes and deletes only its rows', async () => {
    const { id } = await theirs.team.findFirstOrThrow()
    await expect(ours.team.update({ where: { id }, data: { name: 'Taken' } })).rejects.toThrow()
    expect((await ours.team.updateMany({ data: { zone: 'Europe/Lisbon' } })).count).toBe(1)
    expect((await ours.team.deleteMany({ where: { slug: 'squad', name: 'Theirs' } })).count).toBe(0)
    expect(await theirs.team.findFirst()).toMatchObject({ name: 'Theirs', zone: 'UTC' })
  })

  it('refuses to make a row of another workspace, in a transaction too', async () => {
    const foreign = { workspaceId: theirId, slug: 'spy', name: 'Spy', zone: 'UTC' }
    await expect(ours.team.create({ data: foreign })).rejects.toThrow('another workspace')
    await expect(ours.$transaction((tx) => tx.team.createMany({ data: [foreign] }))).rejects.toThrow(
      'another workspace',
    )
    expect(await all.team.count({ where: { slug: 'spy' } })).toBe(0)
  })
})
