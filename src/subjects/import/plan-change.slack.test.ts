// A plan changes in the middle of a sprint: the daily delta tells the scope that was added, cut and estimated anew.
import { expect, it } from 'vitest'
import { useApp } from '#test/support/app.ts'
import { SQUAD } from '#test/support/slack.ts'

const test = useApp({ start: '2026-01-05T15:00:00Z' })

const plan = (rows: string[]) => `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (Jan 5 – Jan 16, 2026)

Slack: #squad

| Key | Task | Owner | Points |
| --- | --- | --- | --- |
${rows.join('\n')}
`

const deltas = () =>
  test.slack
    .messages(SQUAD)
    .filter((message) => /what changed today/i.test(JSON.stringify(message.blocks ?? [])))

it('tells what a new revision added, cut and estimated anew, and nothing of the first', async () => {
  await test.importPlan(
    plan(['| SQ-1 | Rotate the keys | Maya | 3 |', '| SQ-2 | Write the runbook | Priya | 2 |']),
  )
  // 16:30 in Denver, the default time of the delta.
  await test.moveTo('2026-01-05T23:30:00Z')
  const first = JSON.stringify(deltas().at(-1))
  expect(first).not.toContain('SQ-1')

  await test.moveTo('2026-01-06T18:00:00Z')
  await test.importPlan(
    plan(['| SQ-1 | Rotate the keys | Maya | 5 |', '| SQ-3 | Ask the vendor | Maya | 8 |']),
  )
  await test.moveTo('2026-01-06T23:30:00Z')
  expect(deltas()).toHaveLength(2)
  const told = JSON.stringify(deltas().at(-1))
  for (const part of ['SQ-3', 'Ask the vendor', 'SQ-2', 'SQ-1']) expect(told).toContain(part)
})
