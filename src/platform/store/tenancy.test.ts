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
    await expect(ours.team.create({ data: foreign })).rejects.toThrow('a row for another workspace than')
    await expect(ours.$transaction((tx) => tx.team.createMany({ data: [foreign] }))).rejects.toThrow(
      'a row for another workspace than',
    )
    const { workspaceId: _nobodys, ...homeless } = foreign
    await expect(ours.team.create({ data: homeless as never })).rejects.toThrow(
      'a row for another workspace than',
    )
    const unique = { workspaceId_slug: { workspaceId: ourId, slug: 'spy' } }
    await expect(ours.team.upsert({ where: unique, create: foreign, update: {} })).rejects.toThrow(
      'a row for another workspace than',
    )
    expect(await all.team.count({ where: { slug: 'spy' } })).toBe(0)
  })

  it('moves no row to another workspace', async () => {
    const moved = { workspaceId: theirId }
    await expect(ours.team.updateMany({ data: moved })).rejects.toThrow('a row for another workspace than')
    const { id } = await ours.team.findFirstOrThrow()
    await expect(ours.team.update({ where: { id }, data: moved })).rejects.toThrow(
      'a row for another workspace than',
    )
    const row = { workspaceId: ourId, slug: 'squad', name: 'Ours', zone: 'UTC' }
    const unique = { workspaceId_slug: { workspaceId: ourId, slug: 'squad' } }
    await expect(ours.team.upsert({ where: unique, create: row, update: moved })).rejects.toThrow(
      'a row for another workspace than',
    )
    expect(await ours.team.count()).toBe(1)
  })

  it('writes nothing through a relation', async () => {
    const { id } = await ours.team.findFirstOrThrow()
    const { id: foreign } = await theirs.team.findFirstOrThrow()
    const sources = { create: { workspaceId: theirId, path: 'spy.md' } }
    await expect(ours.team.update({ where: { id }, data: { sources } })).rejects.toThrow('through sources')
    const source = { path: 'spy.md', team: { connect: { id: foreign } }, workspaceId: ourId }
    // Types refuse the mixture of a column and a relation; a client without types would send it.
    await expect(ours.planSource.create({ data: source as never })).rejects.toThrow('through team')
    expect(await all.planSource.count()).toBe(0)
  })

  it('cannot hang a row on one of another workspace, so that include reaches none', async () => {
    const { id: teamId } = await theirs.team.findFirstOrThrow()
    const data = { workspaceId: ourId, teamId, path: 'spy.md' }
    await expect(ours.planSource.create({ data })).rejects.toThrow(/another workspace/)
    const { id } = await ours.team.findFirstOrThrow()
    const own = await ours.planSource.create({ data: { ...data, teamId: id } })
    await expect(ours.planSource.update({ where: { id: own.id }, data: { teamId } })).rejects.toThrow(
      /another workspace/,
    )
    await expect(all.$executeRaw`update "PlanSource" set "workspaceId" = ${theirId}::uuid`).rejects.toThrow(
      /another workspace/,
    )
  })

  it('has the database guard every foreign key between tables of a workspace', async () => {
    const unguarded = await all.$queryRaw<unknown[]>`
      select conname from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
        and confrelid <> '"Workspace"'::regclass
        and not exists (select from pg_trigger where tgrelid = conrelid and tgname = left(conname || '_workspace', 63))`
    expect(unguarded, 'end the migration with: SELECT guard_workspaces();').toEqual([])
  })
})
