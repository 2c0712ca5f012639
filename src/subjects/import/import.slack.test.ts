// /sprint import in Slack: a file or text goes in, what was understood is shown, and only a confirmed plan is stored.
import { expect, it } from 'vitest'
import { useApp } from '#test/support/app.ts'
import { ELSEWHERE, MAYA, SQUAD } from '#test/support/slack.ts'
import { mostBytes } from './read-plan.ts'

const test = useApp({ start: '2026-01-05T16:00:00Z' })

const plan = (title: string) => `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (Jan 5 – Jan 16, 2026)

Slack: #squad

## Tasks

- [ ] SQ-1 ${title} (3 pts)
- [ ] SQ-2 Write the runbook (2 pts)
`
const bytes = (text: string) => new TextEncoder().encode(text)
const shown = (view: { blocks?: unknown }) => JSON.stringify(view.blocks)
const modalOf = (id: string) => test.slack.waitForModal(MAYA, (view) => view.callback_id === id)
const stored = () => test.app.services.db.planRevision.count()

it('stores a file after it was seen, and makes its team', async () => {
  const maya = test.slack.asUser(MAYA)
  const file = await maya.upload({ name: 'sprint-7.md', bytes: bytes(plan('Rotate the keys')) })
  await maya.command('/sprint import', SQUAD)
  await modalOf('import.read')
  await maya.submit({ file })
  const preview = await modalOf('import.confirm')
  for (const part of [
    '*Squad* (a new team, America/Denver',
    '2 items',
    '5 points',
    'Mon 5 Jan – Fri 16 Jan',
    '*SQ-1* Rotate the keys · 3 points',
  ])
    expect(shown(preview)).toContain(part)
  expect(await stored()).toBe(0)
  expect(await test.app.services.db.team.count()).toBe(0)

  await maya.submit({})
  expect(shown(await modalOf('import.stored'))).toContain('*Squad* is a team now')
  const team = await test.app.services.db.team.findFirstOrThrow({ include: { memberships: true } })
  expect(team).toMatchObject({ slug: 'squad', channelId: SQUAD })
  expect(team.memberships).toHaveLength(3)
  await maya.closeModal(true)
})

it('shows what changes, when the file comes again', async () => {
  const maya = test.slack.asUser(MAYA)
  const file = await maya.upload({ name: 'sprint-7.md', bytes: bytes(plan('Rotate all the keys')) })
  await maya.command('/sprint import', SQUAD)
  await modalOf('import.read')
  await maya.submit({ file })
  const preview = await modalOf('import.confirm')
  expect(shown(preview)).toContain('SQ-1 renamed: “Rotate the keys” → “Rotate all the keys”')
  await maya.submit({})
  expect(shown(await modalOf('import.stored'))).toContain('revision 2')
  expect(await test.app.services.db.planSource.count()).toBe(1)
  await maya.closeModal(true)
})

it('takes pasted text, as it was mended in the preview', async () => {
  const maya = test.slack.asUser(MAYA)
  await maya.command('/sprint import', SQUAD)
  await modalOf('import.read')
  const text = '# Night shift\n\n## Sprint 1 (Jan 5 – Jan 16, 2026)\n\n- [ ] Oil the hinges (2 pts)\n'
  await maya.submit({ text, team: 'auto' })
  await modalOf('import.confirm')
  await maya.submit({ text: `${text}- [ ] Wind the clocks (1 pt)\n` })
  await modalOf('import.stored')
  expect(await test.app.services.db.item.count({ where: { title: 'Wind the clocks' } })).toBe(1)
  await maya.closeModal(true)
})

it.each([
  ['a text without a plan', 'notes.txt', bytes('Buy milk and bread on the way home.')],
  ['a picture', 'plan.md', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)],
])('answers %s in words, and stores nothing', async (_, name, content) => {
  const before = await stored()
  const maya = test.slack.asUser(MAYA)
  const file = await maya.upload({ name, bytes: content })
  await maya.command('/sprint import', ELSEWHERE)
  await modalOf('import.read')
  await maya.submit({ file })
  const refused = await modalOf('import.refused')
  expect(shown(refused)).toContain(`There is no plan in slack/${name}`)
  expect(shown(refused)).toContain('Nothing was stored.')
  expect(await stored()).toBe(before)
  await maya.closeModal(true)
})

it('refuses a file that is larger than a plan may be', async () => {
  const maya = test.slack.asUser(MAYA)
  const file = await maya.upload({ name: 'huge.md', bytes: new Uint8Array(mostBytes + 1) })
  await maya.command('/sprint import', SQUAD)
  await modalOf('import.read')
  expect(await maya.submit({ file })).toMatchObject({ errors: { file: expect.stringContaining('10 MB') } })
  await maya.closeModal(true)
})

it('asks for one of file and text', async () => {
  const maya = test.slack.asUser(MAYA)
  await maya.command('/sprint import', SQUAD)
  await modalOf('import.read')
  const refused = await maya.submit({})
  expect(refused).toMatchObject({
    response_action: 'errors',
    errors: { text: 'Add a file, or paste the text of a plan.' },
  })
  await maya.closeModal(true)
})
