// Parsing beside the work: what is over a limit is said, and nothing else waits for it.
import { expect, it } from 'vitest'
import { useWorld } from '#test/support/world.ts'
import { importPlan } from './import.ts'
import { readApart, readingLimits } from './read-apart.ts'

const world = useWorld()
const bytesOf = (text: string) => new TextEncoder().encode(text)
const head = '# Sprint 33 (Nov 30 – Dec 11, 2026)\n\n'
const items = (count: number) =>
  Array.from({ length: count }, (_, n) => `- [ ] HP-${n + 10} Send refund number ${n} (3 pts)\n`).join('')
const stored = () => world.services.db.planRevision.count()

it('reads what the reader reads', { timeout: 60_000 }, async () => {
  const file = await readApart(bytesOf(head + items(3)), 'a.md', '2026-11-18')
  expect(file.plans[0]?.sprints[0]?.items.map(({ key }) => key)).toEqual(['HP-10', 'HP-11', 'HP-12'])
})

it.each([
  ['lines', head + '\n'.repeat(readingLimits.lines), /50\d{3} lines; a plan may have at most 50000/],
  ['items', head + items(readingLimits.items + 1), /2001 items in Sprint 33.*at most 2000/],
])(
  'an import over the limit of %s says so and stores nothing',
  { timeout: 60_000 },
  async (_, text, message) => {
    const before = await stored()
    await expect(
      importPlan(world.services, { bytes: bytesOf(text), path: 'docs/large.md' }),
    ).rejects.toMatchObject({
      code: 'plan_over_limit',
      message: expect.stringMatching(message),
    })
    expect(await stored()).toBe(before)
  },
)

it.each([
  ['time', { processorMillis: 1 }, /more than 0.001 seconds/],
  ['time for a crowded machine', { withinMillis: 1 }, /more than 0.001 seconds/],
  ['memory', { heapMegabytes: 8 }, /more than 8 MB/],
])('gives up on what takes too much %s', { timeout: 60_000 }, async (_, limits, message) => {
  const reading = readApart(bytesOf(head + items(1_900)), 'a.md', '2026-11-18', {
    ...readingLimits,
    ...limits,
  })
  await expect(reading).rejects.toMatchObject({
    code: 'plan_over_limit',
    message: expect.stringMatching(message),
  })
})

it('leaves the thread of commands free while it reads', { timeout: 60_000 }, async () => {
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 5)
  try {
    await readApart(bytesOf(head + items(1_900)), 'a.md', '2026-11-18')
  } finally {
    clearInterval(ticking)
  }
  expect(turns).toBeGreaterThan(20)
})
