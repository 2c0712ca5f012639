// /sprint hours through real Bolt: typed, in the form, and the question that asks about them.
import { describe, expect, it } from 'vitest'
import { hoursOf } from '#subjects/hours-question/hours-of.ts'
import { useApp } from '#test/support/app.ts'
import { PRIYA, SQUAD } from '#test/support/slack.ts'

describe('/sprint hours in Slack', () => {
  const test = useApp({ start: '2026-01-05T15:00:00Z' })
  const priya = () => test.slack.asUser(PRIYA)
  const ownHours = async () =>
    hoursOf(await test.app.services.db.person.findFirstOrThrow({ where: { slackUserId: PRIYA } }))
  const questions = () =>
    test.slack.directMessages(PRIYA).filter(({ blocks }) => JSON.stringify(blocks).includes('hours.keep'))

  it('takes typed hours, and says what it does not understand', async () => {
    await priya().command('/sprint hours 10-18 Asia/Kolkata', SQUAD)
    const saved = await test.slack.waitForMessage(({ text }) => text.startsWith('Your working hours'))
    expect(saved.text).toContain('10:00 to 18:00, Asia/Kolkata')
    expect(await ownHours()).toEqual({ zone: 'Asia/Kolkata', start: '10:00', end: '18:00', days: [] })
    await priya().command('/sprint hours whenever I like', SQUAD)
    const refused = await test.slack.waitForMessage(({ text }) => text.includes('do not understand'))
    expect(refused.text).toContain('/sprint hours 09:00-17:00 Europe/Berlin')
  })

  it('opens a form without words, and shows under its field what is wrong', async () => {
    await priya().command('/sprint hours', SQUAD)
    const modal = await test.slack.waitForModal(PRIYA)
    expect(modal.callback_id).toBe('hours.set')
    const refused = await priya().submit({ zone: 'Mars/Olympus' })
    expect(refused).toMatchObject({ errors: { zone: expect.stringContaining('no time zone') } })
    await priya().submit({ zone: 'Asia/Kolkata', start: '09:00', end: '17:30', days: ['MO', 'TU'] })
    await test.slack.waitForModal(PRIYA, (view) => view.callback_id === 'hours.saved')
    expect(await ownHours()).toMatchObject({ end: '17:30', days: ['MO', 'TU'] })
    await priya().closeModal()
  })

  it('asks once when Slack’s zone is another than what was said, and a button answers', async () => {
    await test.importPlan(
      '---\nteam: Squad\ntimezone: Asia/Kolkata\n---\n# Sprint 7\n\nSlack: #squad\n\n- [ ] SQ-1 Rotate (3 pts) @Priya Raman\n',
    )
    await test.slack.changeMember(PRIYA, { tz: 'Europe/Berlin' })
    const asked = () => test.app.services.db.hoursQuestion.count()
    await expect.poll(asked, { timeout: 10_000 }).toBe(1)
    // Monday's hours in Kolkata are over: the question leaves on Tuesday at 09:00.
    await test.moveTo('2026-01-06T03:31:00Z')
    const question = await test.slack.waitForMessage(({ text }) => text.startsWith('Do you work in'))
    expect(question.text).toContain('Do you work in Europe/Berlin now, as Slack says?')
    expect(questions()).toHaveLength(1)
    await priya().click(question, 'hours.use')
    await expect.poll(ownHours).toMatchObject({ zone: 'Europe/Berlin', start: '09:00', end: '17:30' })
    await test.delivered()
    expect(questions()).toEqual([])
    await test.slack.changeMember(PRIYA, { tz: 'Europe/Berlin', displayName: 'Pri' })
    await test.moveTo('2026-01-06T10:00:00Z')
    expect(questions()).toEqual([])
  })
})
