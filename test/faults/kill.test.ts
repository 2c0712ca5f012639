import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { killPoints, runFaults } from './harness.ts'

const database = useDatabase()

describe('kill -9 at every step of a delivery, while Slack misbehaves and the database goes away', () => {
  it.each([
    { processes: 1, kills: 9, seed: 1, cutMillis: 0 },
    { processes: 2, kills: 5, seed: 2, cutMillis: 2_000 },
    { processes: 4, kills: 7, seed: 3, cutMillis: 0 },
  ])('loses nothing and posts nothing twice with $processes of them', { timeout: 120_000 }, async (run) => {
    const {
      due,
      kills,
      misbehaviours: _,
      ...faults
    } = await runFaults({
      ...run,
      connectionString: database.connectionString,
    })
    expect(faults).toEqual({ lost: [], twice: [], outOfOrder: [], stale: [], crashes: 0 })
    expect(due).toBeGreaterThan(20)
    expect(killPoints.filter((point) => kills[point] > 0).length).toBeGreaterThanOrEqual(4)
  })
})
