import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takingTurns } from './turns.ts'

describe('taking turns', () => {
  it('begins in the order of coming, never runs more than it may at once, and loses nobody to a failure', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ steps: fc.integer({ min: 1, max: 5 }), fails: fc.boolean() }), {
          maxLength: 30,
        }),
        async (atOnce, tasks) => {
          const { take: turn } = takingTurns(atOnce)
          const begun: number[] = []
          let running = 0
          let most = 0
          const results = await Promise.allSettled(
            tasks.map(({ steps, fails }, index) =>
              turn(async () => {
                begun.push(index)
                running += 1
                most = Math.max(most, running)
                for (let step = 0; step < steps; step++) await Promise.resolve()
                running -= 1
                if (fails) throw new Error('failed')
                return index
              }),
            ),
          )
          expect(begun).toEqual(tasks.map((_, index) => index))
          expect(most).toBe(Math.min(atOnce, tasks.length))
          expect(results.map(({ status }) => status)).toEqual(
            tasks.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
          )
        },
      ),
    )
  })
})
