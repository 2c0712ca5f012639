import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#test/support/database.ts'
import { connect, type Db } from './client.ts'
import { canPrepare, nameFrequent } from './prepared.ts'

describe('the names of statements', () => {
  it('come with frequent use, stay, and differ', () => {
    const name = nameFrequent({ after: 3 })
    const asked = ['a', 'b', 'a', 'a', 'b', 'a', 'b', 'c'].map((sql) => name({ sql }))
    expect(asked).toEqual(['', '', '', 'frequent_1', '', 'frequent_1', 'frequent_2', ''])
  })

  it('are so many at most', () => {
    const name = nameFrequent({ after: 1, atMost: 2 })
    expect(['a', 'b', 'c', 'a'].map((sql) => name({ sql }))).toEqual([
      'frequent_1',
      'frequent_2',
      '',
      'frequent_1',
    ])
  })

  it('are not kept from statements by thousands of others that were asked once', () => {
    const name = nameFrequent({ after: 2 })
    for (let n = 0; n < 5_000; n += 1) name({ sql: `one of many ${n}` })
    expect([name({ sql: 'a' }), name({ sql: 'a' })]).toEqual(['', 'frequent_1'])
  })

  it('are left out behind a pooler that cannot prepare', () => {
    const address = 'postgresql://sprintkeeper@db.example/sprintkeeper'
    expect([canPrepare(address), canPrepare(`${address}?pgbouncer=true`)]).toEqual([true, false])
  })
})

describe('a client of the database', () => {
  const database = useDatabase()
  let db: Db
  beforeAll(() => {
    db = connect(database.connectionString, { connections: 1 })
  })
  afterAll(() => db.$disconnect())
  const askOften = async (zone: string) => {
    for (let times = 0; times < 12; times += 1) await db.team.findFirst({ where: { zone } })
    return db.team.findFirst({ where: { zone } })
  }

  it('has the server keep what it asks often, for any values', async () => {
    const { id: workspaceId } = await db.workspace.create({
      data: { slackTeamId: 'T0', name: 'T0', botUserId: 'U0BOT' },
    })
    await db.team.create({ data: { workspaceId, slug: 'squad', name: 'Squad', zone: 'UTC' } })
    expect([await askOften('Europe/Lisbon'), await askOften('UTC')]).toMatchObject([null, { name: 'Squad' }])
    const kept = await db.$queryRaw`
      select statement from pg_prepared_statements where statement like '%"Team"%'`
    expect(kept).toHaveLength(1)
  })

  it('reads on when a newer release has added columns and indexes meanwhile', async () => {
    await askOften('UTC')
    await db.$executeRaw`alter table "Team" add column motto text`
    await db.$executeRaw`create index on "Team" (zone)`
    expect(await askOften('UTC')).toMatchObject({ name: 'Squad' })
  })
})
