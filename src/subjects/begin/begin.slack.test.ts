// /sprint begin in Slack: from the command to the announcement.
import { expect, it } from 'vitest'
import { actions, button } from '#platform/blocks/blocks.ts'
import { useApp } from '#test/support/app.ts'
import { MAYA, SQUAD } from '#test/support/slack.ts'
import { beginForm, openBegin } from './ids.ts'

const test = useApp({ start: '2026-01-05T16:00:00Z' })

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7

Slack: #squad

- [ ] SQ-1 Rotate the keys (3 pts)
- [ ] SQ-2 Write the runbook (2 pts)
`

it('opens from the button under /sprint status, and says so when that is from another version', async () => {
  await test.importPlan(plan)
  const maya = test.slack.asUser(MAYA)
  await maya.command('/sprint status', SQUAD)
  const isStatus = ({ blocks }: { blocks?: unknown }) => JSON.stringify(blocks ?? []).includes('begin.open')
  await maya.click(await test.slack.waitForMessage(isStatus), openBegin.id)
  const modal = await test.slack.waitForModal(MAYA, ({ callback_id }) => callback_id === beginForm.id)
  expect(JSON.stringify(modal.blocks)).toContain('Sprint 7')
  await maya.closeModal()

  const old = button(openBegin.id, 'Begin', 'a sprint by its name')
  await test.app.services.web.chat.postMessage({
    channel: SQUAD,
    text: 'old',
    blocks: [actions('old', [old])],
  })
  await maya.click(await test.slack.waitForMessage(({ text }) => text === 'old'), openBegin.id)
  const answer = await test.slack.waitForMessage(({ text }) => text.includes('from an older message'))
  expect(answer.text).toContain('For a new one: /sprint begin.')
})

it('gives the sprint that waits its dates, and tells the channel', async () => {
  await test.importPlan(plan)
  const maya = test.slack.asUser(MAYA)
  await maya.command('/sprint begin', SQUAD)
  const modal = await test.slack.waitForModal(MAYA)
  expect(modal.callback_id).toBe('begin.sprint')

  const refused = await maya.submit({ start: '2025-01-06' })
  expect(refused).toMatchObject({
    response_action: 'errors',
    errors: { start: expect.stringContaining('over already') },
  })

  await maya.submit({ start: '2026-01-06', weeks: '2' })
  const done = await test.slack.waitForModal(MAYA, (view) => view.callback_id === 'begin.done')
  expect(JSON.stringify(done.blocks)).toContain('Tue 6 Jan – Mon 19 Jan')
  await test.delivered()
  const announced = test.slack.messages(SQUAD).filter(({ text }) => text.includes('is planned'))
  expect(announced).toHaveLength(1)

  await test.moveTo('2026-01-06T16:30:00Z')
  const standUp = await test.slack.waitForMessage(({ text }) => /stand-up/i.test(text))
  expect(standUp.channel).toBe(SQUAD)
})
