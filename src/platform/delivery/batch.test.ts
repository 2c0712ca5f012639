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

  it('gathers what comes while a batch is under way, and runs it when that one is done', async () => {
    const begun: string[][] = []
    const first = Promise.withResolvers<void>()
    const one = batched(async (items: string[]) => {
      begun.push(items)
      if (begun.length === 1) await first.promise
      return items
    })
    const results = [one('a')]
    await expect.poll(() => begun).toEqual([['a']])
    results.push(one('b'), one('c'))
    await new Promise((done) => setImmediate(() => setImmediate(done)))
    expect(begun).toEqual([['a']])
    first.resolve()
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c'])
    expect(begun).toEqual([['a'], ['b', 'c']])
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
