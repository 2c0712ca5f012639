import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batched } from './batch.ts'

describe('batched', () => {
  it('gives each its own result, runs one batch at a time, and each item once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer(), { minLength: 1, maxLength: 30 }),
        async (scheduler, items) => {
          let running = 0
          const seen: number[] = []
          const double = batched(async (batch: number[]) => {
            running += 1
            expect(running).toBe(1)
            await scheduler.schedule(Promise.resolve())
            running -= 1
            seen.push(...batch)
            return batch.map((item) => item * 2)
          })
          const results = Promise.all(items.map((item) => double(item)))
          await scheduler.waitFor(results)
          expect(await results).toEqual(items.map((item) => item * 2))
          expect(seen).toEqual(items)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('fails the items of the batch that failed, and goes on with the next', async () => {
    const sound = batched(async (items: string[]) => {
      if (items.includes('bad')) throw new Error('the database is away')
      return items
    })
    await expect(Promise.all([sound('good'), sound('bad')])).rejects.toThrow('the database is away')
    expect(await sound('after')).toBe('after')
  })
})
