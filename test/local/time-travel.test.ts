// Moving the clock: what falls due on the way happens at its own time.
import { describe, expect, it } from 'vitest'
import { createSandboxClock } from '#local/clock.ts'
import { createTimeTravel, type Due } from '#local/time-travel.ts'

/** Ceremonies at fixed times that note when they happened. */
function world(times: string[]) {
  const clock = createSandboxClock({ start: new Date('2026-01-05T16:00:00Z'), speed: 0 })
  const happened: string[] = []
  const open = times.map((at): Due => ({ at: new Date(at), title: `at ${at}` }))
  const ceremonies = {
    nextDue: async () => open[0] ?? null,
    tick: async () => {
      while (open[0] && open[0].at <= clock.now()) {
        open.shift()
        happened.push(clock.now().toISOString())
      }
    },
  }
  const failed: unknown[] = []
  const travel = createTimeTravel(clock, ceremonies, (error) => failed.push(error))
  return { clock, travel, happened, failed }
}

describe('time travel', () => {
  it('goes to what is due next, and says what it was', async () => {
    const { travel, happened } = world(['2026-01-05T16:35:00Z', '2026-01-05T17:00:00Z'])
    expect(await travel.toNext()).toMatchObject({ title: 'at 2026-01-05T16:35:00Z' })
    expect(happened).toEqual(['2026-01-05T16:35:00.000Z'])
  })

  it('stays where it is when nothing is due', async () => {
    const { travel, clock } = world([])
    expect(await travel.toNext()).toBeNull()
    expect(clock.now().toISOString()).toBe('2026-01-05T16:00:00.000Z')
  })

  it('lets everything on the way happen at its own time', async () => {
    const times = ['2026-01-05T16:35:00.000Z', '2026-01-05T22:00:00.000Z', '2026-01-06T16:35:00.000Z']
    const { travel, happened, clock } = world(times)
    await travel.toTomorrow('America/Denver')
    expect(happened).toEqual(times.slice(0, 2))
    expect(clock.now().toISOString()).toBe('2026-01-06T15:00:00.000Z')
  })

  it('lets what is overdue happen now, and never goes back', async () => {
    const { travel, happened } = world(['2026-01-05T15:00:00Z'])
    await travel.advance(0)
    expect(happened).toEqual(['2026-01-05T16:00:00.000Z'])
  })

  it('makes one way at a time', async () => {
    const { travel, clock } = world(['2026-01-05T16:35:00Z'])
    await Promise.all([travel.advance(3_600_000), travel.advance(3_600_000)])
    expect(clock.now().toISOString()).toBe('2026-01-05T18:00:00.000Z')
  })

  it('goes on after a failed tick', async () => {
    const clock = createSandboxClock({ start: new Date('2026-01-05T16:00:00Z'), speed: 0 })
    let broken = true
    const tick = async () => {
      if (broken) throw new Error('database gone')
    }
    const travel = createTimeTravel(clock, { nextDue: async () => null, tick }, () => undefined)
    await expect(travel.advance(1000)).rejects.toThrow('database gone')
    broken = false
    await travel.advance(1000)
    expect(clock.now().toISOString()).toBe('2026-01-05T16:00:02.000Z')
  })
})
