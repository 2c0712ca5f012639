// Items, the plan, help and App Home through real Bolt.
import { describe, expect, it } from 'vitest'
import type { StoredMessage, StoredView } from '#local/slack/types.ts'
import { useApp } from '#test/support/app.ts'
import { MAYA, PRIYA, SAM, SQUAD, TOMAS } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-16)

Slack: #squad

Goal: Keys rotate without anyone noticing

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor
- [ ] SQ-2 Write the runbook (2 pts) @Tomás Rivera
- [ ] SQ-3 Alert on old keys (2 pts)
`

const shown = (surface: Pick<StoredMessage | StoredView, 'blocks'> | undefined) =>
  JSON.stringify(surface?.blocks ?? [])

describe('items in Slack', () => {
  const test = useApp({ start: '2026-01-05T20:00:00Z' })
  const status = async (key: string) =>
    (await test.app.services.db.item.findFirstOrThrow({ where: { key } })).status
  const ask = async (user: string, line: string, text: string) => {
    await test.slack.asUser(user).command(line, SQUAD)
    return test.slack.waitForMessage((message) => message.text.includes(text))
  }

  it('start with a key in any case, and are undone by the button', async () => {
    await test.importPlan(plan)
    const answer = await ask(PRIYA, '/sprint start #sq-3', 'SQ-3 is in progress')
    expect(answer).toMatchObject({ is_ephemeral: true })
    expect(shown(answer)).toContain('It is yours now')
    expect(await status('SQ-3')).toBe('in_progress')
    await test.slack.asUser(PRIYA).click(answer, 'item.undo')
    await expect.poll(() => status('SQ-3')).not.toBe('in_progress')
    const row = await test.app.services.db.item.findFirstOrThrow({ where: { key: 'SQ-3' } })
    expect(row.ownerId).toBeNull()
  })

  it('are said to be ready for review, and a second time says that they are already', async () => {
    await ask(PRIYA, '/sprint review SQ-3', 'SQ-3 is in review')
    expect(await status('SQ-3')).toBe('in_review')
    expect(shown(await ask(PRIYA, '/sprint review SQ-3', 'SQ-3 is in review already'))).not.toContain(
      'item.undo',
    )
  })

  it('answer an unknown key with the nearest ones, whose buttons run the command', async () => {
    const answer = await ask(MAYA, '/sprint done SX-1', 'There is no item')
    expect(shown(answer)).toContain('"value":"done SQ-1"')
    await test.slack.asUser(MAYA).click(answer, 'command.run.near0')
    await expect.poll(() => status('SQ-1')).toBe('done')
  })

  it('go several at a time, each said, and a word that is no key is told', async () => {
    const notes = await ask(MAYA, '/sprint review SQ-1, SQ-2 and SQ-99', 'no item `SQ-99`')
    expect(notes).toMatchObject({ is_ephemeral: true })
    expect([await status('SQ-1'), await status('SQ-2')]).toEqual(['in_review', 'in_review'])
    await ask(MAYA, '/sprint done SQ-1', 'SQ-1 is done')
  })

  it('show their card for a key alone', async () => {
    expect(shown(await ask(MAYA, '/sprint sq-2', 'SQ-2 Write the runbook'))).toContain('*SQ-2*')
  })

  it('offer the own ones where no key is given', async () => {
    const answer = await ask(TOMAS, '/sprint start', 'Which item?')
    expect(shown(answer)).toContain('SQ-2 · Write the runbook')
    expect(shown(answer)).not.toContain('SQ-3')
  })

  it('show a card whose select moves them', async () => {
    const card = await ask(TOMAS, '/sprint item SQ-2', 'SQ-2 Write the runbook')
    expect(shown(card)).toContain(`<@${TOMAS}>`)
    const { id } = await test.app.services.db.item.findFirstOrThrow({ where: { key: 'SQ-2' } })
    await test.slack.asUser(TOMAS).click(card, 'item.status', `in_review:${id}`)
    await expect.poll(() => status('SQ-2')).toBe('in_review')
    const replaced = await test.slack.waitForMessage(
      ({ text }) => text === 'SQ-2 Write the runbook: in review',
    )
    expect(shown(replaced)).toContain('moved by')
  })

  it('stand in the plan with owner, estimate and the file they come from', async () => {
    const answer = await ask(MAYA, '/sprint plan', 'the plan of Sprint 7')
    expect(shown(answer)).toContain('*SQ-2*  Write the runbook  ·  2 points  ·  Tomás')
    expect(shown(answer)).toContain('`plans/test.md`, revision 1')
    expect(shown(answer)).toContain('Keys rotate without anyone noticing')
  })

  it('are helped with: all commands, one in detail, and a mistyped one', async () => {
    expect(shown(await ask(MAYA, '/sprint help', 'What /sprint can do'))).toContain('/sprint blockers')
    expect(shown(await ask(MAYA, '/sprint help blok', '/sprint block'))).toContain('A form opens')
  })
})

describe('App Home', () => {
  const test = useApp({ start: '2026-01-05T20:00:00Z' })

  it("shows a member the sprint, their items and what comes next in the member's own zone", async () => {
    await test.importPlan(plan)
    await test.slack.asUser(TOMAS).openHome()
    const home = await test.slack.waitForHome(TOMAS)
    expect(shown(home)).toContain('day 1 of 10')
    expect(shown(home)).toContain('*SQ-2*')
    expect(shown(home)).not.toContain('*SQ-1*')
    await test.slack.asUser(PRIYA).openHome()
    expect(shown(await test.slack.waitForHome(PRIYA))).toContain('GMT+5:30')
  })

  it('moves an item by its select and is drawn anew', async () => {
    const home = await test.slack.waitForHome(TOMAS)
    const { id } = await test.app.services.db.item.findFirstOrThrow({ where: { key: 'SQ-2' } })
    await test.slack.asUser(TOMAS).click(home, 'item.status', `done:${id}`)
    await test.slack.waitForHome(TOMAS, (view) => shown(view).includes('Nothing open is yours'))
  })

  it('opens help and the blocker form, which know the team without a channel', async () => {
    const home = await test.slack.waitForHome(TOMAS)
    await test.slack.asUser(TOMAS).click(home, 'help.open')
    const help = await test.slack.waitForModal(TOMAS)
    expect(shown(help)).toContain('/sprint status')
    await test.slack.asUser(TOMAS).click(help, 'command.run.plan')
    await test.slack.waitForModal(TOMAS, (view) => shown(view).includes('The plan of Sprint 7'))
    await test.slack.asUser(TOMAS).closeModal(true)
    await test.slack.asUser(TOMAS).click(home, 'blocker.open')
    await test.slack.waitForModal(TOMAS, (view) => view.callback_id === 'blocker.raise')
    await test.slack.asUser(TOMAS).submit({ text: 'The wiki is down' })
    await test.slack.waitForHome(TOMAS, (view) => shown(view).includes('The wiki is down'))
  })

  it('tells someone without a team how to get into one', async () => {
    await test.slack.asUser(SAM).openHome()
    expect(shown(await test.slack.waitForHome(SAM))).toContain('You are in no team yet')
  })
})
