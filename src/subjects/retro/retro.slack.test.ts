// A retro through real Bolt: notes ahead, the announcement, votes, an action, publishing; and words that nobody knows.
import { describe, expect, it } from 'vitest'
import type { StoredMessage } from '#local/slack/types.ts'
import { useApp } from '#test/support/app.ts'
import { MAYA, PRIYA, SAM, SQUAD, TOMAS } from '#test/support/slack.ts'

const plan = `---
team: Squad
timezone: America/Denver
---
# Sprint 7 (2026-01-05 to 2026-01-09)

Slack: #squad

- [ ] SQ-1 Rotate the keys (3 pts) @Maya Okafor

## Ceremonies
- Retro: 2026-01-09 11:00–12:00
`

const shown = (surface: { blocks?: unknown } | undefined) => JSON.stringify(surface?.blocks ?? [])

describe('a retro in Slack', () => {
  const test = useApp({ start: '2026-01-09T17:30:00Z' })
  const announcement = (): StoredMessage => {
    const found = test.slack.messages(SQUAD).find(({ text }) => text.startsWith('Retro of'))
    if (!found) throw new Error(`no retro in ${test.slack.messages(SQUAD).map(({ text }) => text)}`)
    return found
  }

  it('takes notes ahead of its time', async () => {
    await test.importPlan(plan)
    await test.slack.asUser(MAYA).command('/sprint retro', SQUAD)
    const overview = await test.slack.waitForMessage(({ text }) => text.startsWith('Retro of Sprint 7'))
    expect(shown(overview)).toContain('Fri 9 Jan, 11:00 MST')
    await test.slack.asUser(MAYA).click(overview, 'retro.add')
    await test.slack.waitForModal(MAYA)
    const empty = await test.slack.asUser(MAYA).submit({})
    expect(empty).toMatchObject({
      response_action: 'errors',
      errors: { well: expect.stringContaining('at least one') },
    })
    await test.slack.asUser(MAYA).submit({ well: 'Calm week', didnt: '- Late reviews\n- <!channel> noise' })
    expect(test.slack.modals(MAYA)).toEqual([])
  })

  it('is announced at its time, with the notes counted', async () => {
    await test.moveTo('2026-01-09T18:00:00Z')
    expect(shown(announcement())).toContain('3 notes so far')
    expect(shown(announcement())).toContain('until *12:00 MST*')
  })

  it('shows the notes to vote on, and counts a vote at once', async () => {
    await test.slack.asUser(TOMAS).click(announcement(), 'retro.vote')
    const modal = await test.slack.waitForModal(TOMAS)
    expect(shown(modal)).toContain('&lt;!channel&gt; noise')
    const { id } = await test.app.services.db.retroNote.findFirstOrThrow({ where: { text: 'Late reviews' } })
    await test.slack.asUser(TOMAS).click(modal, 'retro.toggle', id)
    const voted = await test.slack.waitForModal(TOMAS, (view) => shown(view).includes('👍 voted 1'))
    expect(shown(voted)).toContain('Late reviews')
    await test.slack.asUser(TOMAS).closeModal()
  })

  it('takes an action with an owner, who hears of it', async () => {
    await test.slack.asUser(MAYA).click(announcement(), 'retro.action')
    await test.slack.waitForModal(MAYA)
    await test.slack.asUser(MAYA).submit({ text: 'Review within 4 h', owner: PRIYA, due: '2026-01-16' })
    await test.delivered()
    const [told] = test.slack.directMessages(PRIYA).slice(-1)
    expect(shown(told)).toContain('Review within 4 h')
    expect(shown(told)).toContain('Fri 16 Jan')
    expect(shown(announcement())).toContain('Decided so far')
  })

  it('publishes everything in its thread at its end', async () => {
    await test.moveTo('2026-01-09T19:00:00Z')
    const thread = test.slack.thread(SQUAD, announcement().ts).map(shown).join()
    expect(thread).toContain('Late reviews · 1 👍')
    expect(thread).toContain('Calm week')
    expect(shown(announcement())).toContain('closed')
  })

  it('lets the owner end the action with the button of the message', async () => {
    const told = test.slack.directMessages(PRIYA).find(({ text }) => text.startsWith('You own an action'))
    if (!told) throw new Error('no direct message')
    await test.slack.asUser(PRIYA).click(told, 'action.done')
    await test.slack.waitForMessage(({ text }) => text.startsWith('Done.'))
    const action = await test.app.services.db.action.findFirstOrThrow()
    expect(action.state).toBe('done')
  })

  it('offers no notes for a retro that is over', async () => {
    await test.slack.asUser(MAYA).command('/sprint retro', SQUAD)
    const over = await test.slack.waitForMessage((message) => shown(message).includes('The last retro'))
    expect(shown(over)).not.toContain('retro.add')
  })
})

describe('words that /sprint does not know', () => {
  const test = useApp()

  it('get the nearest command, as a button that runs it', async () => {
    await test.importPlan(plan)
    await test.slack.asUser(MAYA).command('/sprint blokers', SQUAD)
    const answer = await test.slack.waitForMessage(({ text }) => text.includes('There is no /sprint blokers'))
    expect(answer.text).toContain('Did you mean /sprint blockers?')
    await test.slack.asUser(MAYA).click(answer, 'command.run.nearest')
    await test.slack.waitForMessage(({ text }) => /No open blockers/.test(text))
  })

  it('and a channel without a team says how to link one', async () => {
    await test.slack.asUser(SAM).command('/sprint status', 'C0GENERAL')
    const answer = await test.slack.waitForMessage(({ text }) => text.includes('No team is linked'))
    expect(shown(answer)).toContain('/sprint team')
  })
})
