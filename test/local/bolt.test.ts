// A real Bolt app against the local Slack: command, modal, submission, thread reply; over Socket Mode and over HTTP.
import type { App } from '@slack/bolt'
import { afterEach, describe, expect, it } from 'vitest'
import { MAYA, SQUAD, startTestSlack, type TestSlack, TOMAS } from '../support/slack.ts'
import { type RunningApp, startHttpApp, startSocketApp } from './support.ts'

let slack: TestSlack
let running: RunningApp

afterEach(async () => {
  await running.stop()
  await slack.close()
})

const checkIn = {
  type: 'modal' as const,
  callback_id: 'check_in',
  title: { type: 'plain_text' as const, text: 'Check-in' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'today',
      label: { type: 'plain_text' as const, text: 'Today' },
      element: { type: 'plain_text_input' as const, action_id: 'text', multiline: true },
    },
  ],
}

function listen(app: App): void {
  app.command('/sprint', async ({ command, ack, client }) => {
    if (command.text === 'status') return ack(`Day 3, asked by <@${command.user_id}>`)
    await ack()
    await client.chat.postMessage({
      channel: command.channel_id,
      text: 'Stand-up',
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: '*Stand-up*' } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: 'answer',
              text: { type: 'plain_text', text: 'Answer' },
              value: 'x1',
            },
          ],
        },
      ],
      metadata: { event_type: 'standup', event_payload: { key: 'standup:squad:2026-01-05:open' } },
    })
  })
  app.action('answer', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || !body.message) return
    const view = { ...checkIn, private_metadata: body.message.ts }
    await client.views.open({ trigger_id: body.trigger_id, view })
  })
  app.view('check_in', async ({ ack, view, body, client }) => {
    const today = view.state.values.today?.text?.value ?? ''
    if (today === 'nothing') {
      return ack({ response_action: 'errors', errors: { today: 'Say what you plan' } })
    }
    await ack()
    await client.chat.postMessage({
      channel: SQUAD,
      thread_ts: view.private_metadata,
      text: `<@${body.user.id}>: ${today}`,
    })
  })
  app.message(async ({ message, client }) => {
    if (message.subtype !== undefined || !message.thread_ts) return
    await client.reactions.add({ channel: message.channel, timestamp: message.ts, name: 'white_check_mark' })
  })
}

const transports = [
  { name: 'Socket Mode', start: startSocketApp },
  { name: 'signed HTTP', start: startHttpApp },
]

describe.each(transports)('a Bolt app over $name', ({ start }) => {
  it('answers a command, opens a modal, refuses and takes its submission, and hears a thread reply', async () => {
    slack = await startTestSlack()
    running = await start(slack, listen)
    const maya = slack.asUser(MAYA)

    expect(await maya.command('/sprint status', SQUAD)).toEqual({ text: `Day 3, asked by <@${MAYA}>` })
    expect(slack.ephemerals(MAYA).map((message) => message.text)).toEqual([`Day 3, asked by <@${MAYA}>`])

    await maya.command('/sprint standup', SQUAD)
    const standUp = await slack.waitForMessage((message) => message.text === 'Stand-up')
    expect(standUp.metadata).toEqual({
      event_type: 'standup',
      event_payload: { key: 'standup:squad:2026-01-05:open' },
    })

    await maya.click(standUp, 'answer')
    const modal = await slack.waitForModal(MAYA)
    expect(modal).toMatchObject({ callback_id: 'check_in', private_metadata: standUp.ts })
    await expect(maya.submit({})).rejects.toThrow('today: Please complete this required field.')
    await expect(maya.submit({ tomorrow: 'x' })).rejects.toThrow(
      'has no input "tomorrow"; its inputs: today/text',
    )

    const refused = await maya.submit({ today: 'nothing' })
    expect(refused).toEqual({ response_action: 'errors', errors: { today: 'Say what you plan' } })
    expect(slack.modals(MAYA)).toHaveLength(1)

    await maya.submit({ today: 'The ledger' })
    expect(slack.modals(MAYA)).toEqual([])
    await slack.waitForMessage((message) => message.text === `<@${MAYA}>: The ledger`)

    const reply = await slack.asUser(TOMAS).say(SQUAD, 'Reviewing & testing', standUp.ts)
    expect(reply.text).toBe('Reviewing &amp; testing')
    const seen = await slack.waitForMessage(
      (message) => message.ts === reply.ts && message.reactions?.length === 1,
    )
    expect(seen.reactions).toEqual([{ name: 'white_check_mark', users: [slack.botUserId], count: 1 }])
    expect(slack.thread(SQUAD, standUp.ts)).toHaveLength(3)
    expect(slack.messages(SQUAD)[0]).toMatchObject({ reply_count: 2, reply_users: [slack.botUserId, TOMAS] })
  })
})

describe('people', () => {
  it('edit and delete their own messages, and the app hears of it', async () => {
    slack = await startTestSlack()
    const heard: unknown[] = []
    running = await startSocketApp(slack, (app) =>
      app.event('message', async ({ event }) => {
        if (event.subtype === 'message_changed' && 'text' in event.message)
          heard.push(['changed', event.message.text])
        if (event.subtype === 'message_deleted') heard.push(['deleted', event.previous_message.ts])
      }),
    )
    const maya = slack.asUser(MAYA)
    const first = await maya.say(SQUAD, 'First')
    await maya.edit(first, 'Second')
    await maya.remove(first)
    await expect
      .poll(() => heard)
      .toEqual([
        ['changed', 'Second'],
        ['deleted', first.ts],
      ])
    const theirs = await slack.asUser(TOMAS).say(SQUAD, 'Mine')
    await expect(maya.edit(theirs, 'x')).rejects.toThrow('Only messages of your own')
  })

  it('change their names and zones, and the app hears of it', async () => {
    slack = await startTestSlack()
    const heard: unknown[] = []
    running = await startSocketApp(slack, (app) =>
      app.event('user_change', async ({ event }) => {
        heard.push([event.user.id, event.user.real_name, event.user.tz])
      }),
    )
    await slack.changeMember(MAYA, { realName: 'Maya Okafor-Bell', tz: 'Europe/Lisbon' })
    await expect.poll(() => heard).toEqual([[MAYA, 'Maya Okafor-Bell', 'Europe/Lisbon']])
  })
})
