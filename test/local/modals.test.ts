// Modals, Home tabs and response addresses between a real Bolt app and the local Slack.
import type { App, BlockAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { ErrorCode, type WebAPIPlatformError } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MAYA, PRIYA, SQUAD, startTestSlack, type TestSlack, TOMAS } from '../support/slack.ts'
import { type RunningApp, startSocketApp } from './support.ts'

let slack: TestSlack
let running: RunningApp | undefined

beforeEach(async () => {
  slack = await startTestSlack()
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  await slack.close()
})

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const options = ['low', 'high'].map((value) => ({ text: plain(value), value }))
const textInput = (id: string, optional = false) => ({
  type: 'input' as const,
  block_id: id,
  optional,
  label: plain(id),
  element: { type: 'plain_text_input' as const, action_id: 'text' },
})

function modal(title: string, more: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: title,
    title: plain(title),
    submit: plain('Send'),
    blocks: [textInput('what')],
    ...more,
  }
}

async function start(listen: (app: App) => void): Promise<void> {
  running = await startSocketApp(slack, listen)
}

/** An app whose command opens a view. */
async function startWith(view: ModalView, listen: (app: App) => void = () => {}): Promise<void> {
  await start((app) => {
    app.command('/open', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view })
    })
    listen(app)
  })
  await slack.asUser(MAYA).command('/open', SQUAD)
  await slack.waitForModal(MAYA)
}

describe('a trigger id', () => {
  it('opens one modal, for the person who caused it', async () => {
    const outcomes: string[] = []
    await start((app) =>
      app.command('/open', async ({ ack, body, client }) => {
        await ack()
        for (const trigger of [body.trigger_id, body.trigger_id, 'invented']) {
          await client.views.open({ trigger_id: trigger, view: modal('Once') }).then(
            () => outcomes.push('opened'),
            (error: WebAPIPlatformError) =>
              outcomes.push(error.code === ErrorCode.PlatformError ? error.data.error : ''),
          )
        }
      }),
    )
    await slack.asUser(TOMAS).command('/open', SQUAD)
    await expect.poll(() => outcomes).toEqual(['opened', 'exchanged_trigger_id', 'invalid_trigger_id'])
    expect([slack.modals(TOMAS).length, slack.modals(MAYA).length]).toEqual([1, 0])
  })
})

describe('submitting', () => {
  it.each([
    ['nothing in the acknowledgement closes the modal', undefined, []],
    ['`clear` closes all', { response_action: 'clear' as const }, []],
    [
      '`update` shows another view in its place',
      { response_action: 'update' as const, view: modal('Next') },
      ['Next'],
    ],
    ['`push` puts a view on top', { response_action: 'push' as const, view: modal('Top') }, ['First', 'Top']],
    [
      '`errors` keeps it open',
      { response_action: 'errors' as const, errors: { what: 'Too short' } },
      ['First'],
    ],
  ])('%s', async (_what, answer, open) => {
    await startWith(modal('First'), (app) =>
      app.view('First', async ({ ack }) => (answer ? ack(answer) : ack())),
    )
    await slack.asUser(MAYA).submit({ what: 'x' })
    expect(slack.modals(MAYA).map((view) => view.callback_id)).toEqual(open)
  })

  it('sends every kind of input in the form that Slack gives it', async () => {
    const input = (id: string, element: object) => ({
      type: 'input',
      block_id: id,
      label: plain(id),
      element: { action_id: 'v', ...element },
    })
    const kinds = [
      input('text', { type: 'plain_text_input' }),
      input('one', { type: 'static_select', options }),
      input('many', { type: 'multi_static_select', options }),
      input('radio', { type: 'radio_buttons', options, initial_option: options[1] }),
      input('boxes', { type: 'checkboxes', options }),
      input('user', { type: 'users_select' }),
      input('users', { type: 'multi_users_select', initial_users: [PRIYA] }),
      input('channel', { type: 'channels_select' }),
      input('conversation', { type: 'conversations_select', initial_conversation: SQUAD }),
      input('date', { type: 'datepicker', initial_date: '2026-01-05' }),
      input('time', { type: 'timepicker' }),
      input('number', { type: 'number_input', is_decimal_allowed: false }),
    ]
    let values: unknown
    await startWith({ ...modal('Kinds'), blocks: kinds as ModalView['blocks'] }, (app) =>
      app.view('Kinds', async ({ ack, view }) => {
        values = view.state.values
        await ack()
      }),
    )
    await slack.asUser(MAYA).submit({
      text: 'Ledger',
      one: 'low',
      many: ['low', 'high'],
      boxes: ['high'],
      user: TOMAS,
      channel: SQUAD,
      time: '09:35',
      number: 5,
    })
    const [low, high] = options
    expect(values).toEqual({
      text: { v: { type: 'plain_text_input', value: 'Ledger' } },
      one: { v: { type: 'static_select', selected_option: low } },
      many: { v: { type: 'multi_static_select', selected_options: [low, high] } },
      radio: { v: { type: 'radio_buttons', selected_option: high } },
      boxes: { v: { type: 'checkboxes', selected_options: [high] } },
      user: { v: { type: 'users_select', selected_user: TOMAS } },
      users: { v: { type: 'multi_users_select', selected_users: [PRIYA] } },
      channel: { v: { type: 'channels_select', selected_channel: SQUAD } },
      conversation: { v: { type: 'conversations_select', selected_conversation: SQUAD } },
      date: { v: { type: 'datepicker', selected_date: '2026-01-05' } },
      time: { v: { type: 'timepicker', selected_time: '09:35' } },
      number: { v: { type: 'number_input', value: '5' } },
    })
  })

  it('refuses errors for a block that the modal lacks, as Slack shows nothing then', async () => {
    await startWith(modal('First'), (app) =>
      app.view('First', async ({ ack }) => ack({ response_action: 'errors', errors: { other: 'No' } })),
    )
    await expect(slack.asUser(MAYA).submit({ what: 'x' })).rejects.toThrow("The app's errors name other")
  })

  it('refuses an option that the select lacks', async () => {
    const severity = {
      ...textInput('severity'),
      element: { type: 'static_select' as const, action_id: 'v', options },
    }
    await startWith(modal('First', { blocks: [severity] }))
    await expect(slack.asUser(MAYA).submit({ severity: 'huge' })).rejects.toThrow(
      '"huge" is no option of v: it has low, high',
    )
  })
})

describe('an open modal', () => {
  it('keeps what was typed while the app updates it, and refuses an old hash', async () => {
    const listen = (app: App) =>
      app.action<BlockAction>('more', async ({ ack, body, client }) => {
        await ack()
        const view = modal('First', { blocks: [textInput('what'), textInput('why', true), more] })
        await client.views.update({ view_id: body.view?.id ?? '', hash: body.view?.hash, view })
      })
    const more = {
      type: 'actions' as const,
      block_id: 'more',
      elements: [{ type: 'button' as const, action_id: 'more', text: plain('More') }],
    }
    await startWith(modal('First', { blocks: [textInput('what'), more] }), listen)
    const maya = slack.asUser(MAYA)
    const before = await slack.waitForModal(MAYA)
    maya.fillIn({ what: 'Ledger' })
    const { hash } = before
    await maya.click(before, 'more')
    const after = await slack.waitForModal(MAYA, (view) => view.blocks.length === 3)
    expect(after.values).toMatchObject({
      what: { text: { value: 'Ledger' } },
      why: { text: { value: null } },
    })
    const stale = running?.app.client.views.update({ view_id: after.id, hash, view: modal('First') })
    await expect(stale).rejects.toMatchObject({ data: { error: 'hash_conflict' } })
  })

  it('stacks three at most, and tells the app of closing where it asked to be told', async () => {
    const refused: string[] = []
    const closed: string[] = []
    const push = {
      type: 'actions' as const,
      block_id: 'a',
      elements: [{ type: 'button' as const, action_id: 'push', text: plain('Push') }],
    }
    const view = modal('Stack', { notify_on_close: true, blocks: [push] })
    await startWith(view, (app) => {
      app.action<BlockAction>('push', async ({ ack, body, client }) => {
        await ack()
        await client.views
          .push({ trigger_id: body.trigger_id, view })
          .catch((error: WebAPIPlatformError) => refused.push(error.data.error))
      })
      app.view({ callback_id: 'Stack', type: 'view_closed' }, async ({ ack, body }) => {
        await ack()
        closed.push(`${body.view.callback_id} ${'is_cleared' in body && body.is_cleared}`)
      })
    })
    const maya = slack.asUser(MAYA)
    for (const depth of [2, 3]) {
      await maya.click(await slack.waitForModal(MAYA), 'push')
      await expect.poll(() => slack.modals(MAYA).length).toBe(depth)
    }
    await maya.click(await slack.waitForModal(MAYA), 'push')
    await expect.poll(() => refused).toEqual(['push_limit_reached'])
    await maya.closeModal()
    expect(slack.modals(MAYA)).toHaveLength(2)
    await maya.closeModal(true)
    expect([slack.modals(MAYA).length, closed]).toEqual([0, ['Stack false', 'Stack true', 'Stack true']])
  })
})

describe('the Home tab', () => {
  it('is published when it is opened, and its buttons reach the app', async () => {
    const clicked: unknown[] = []
    await start((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const button = { type: 'button' as const, action_id: 'go', value: 'HP-1', text: plain('Go') }
        const blocks = [{ type: 'actions' as const, elements: [button] }]
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      })
      app.action<BlockAction>('go', async ({ ack, body, payload }) => {
        await ack()
        clicked.push(body.view?.type, body.container.type, 'value' in payload && payload.value)
      })
    })
    await slack.asUser(MAYA).openHome()
    const home = await slack.waitForHome(MAYA)
    await slack.asUser(MAYA).click(home, 'go')
    await expect.poll(() => clicked).toEqual(['home', 'view', 'HP-1'])
  })
})

describe('a response address', () => {
  it('answers five times: to the person alone, to the channel, in place of the message, and by deleting it', async () => {
    const done: string[] = []
    await start((app) => {
      app.command('/sprint', async ({ ack, respond }) => {
        await ack()
        const button = { type: 'button' as const, action_id: 'again', text: plain('Again') }
        await respond({ text: 'Choose', blocks: [{ type: 'actions', elements: [button] }] })
      })
      app.action('again', async ({ ack, respond }) => {
        await ack()
        const bodies = [
          { replace_original: true, text: 'Chosen' },
          { response_type: 'in_channel' as const, replace_original: false, text: 'For all' },
          { response_type: 'ephemeral' as const, replace_original: false, text: 'For you' },
          { delete_original: true, text: '' },
          { replace_original: false, text: 'Fifth' },
          { replace_original: false, text: 'Sixth' },
        ]
        for (const body of bodies) {
          await respond(body)
            .then(() => done.push('ok'))
            .catch(() => done.push('refused'))
        }
      })
    })
    await slack.asUser(MAYA).command('/sprint', SQUAD)
    const choose = await slack.waitForMessage((message) => message.text === 'Choose')
    await slack.asUser(MAYA).click(choose, 'again')
    await expect.poll(() => done.length).toBe(6)
    expect(slack.messages(SQUAD).map(({ text }) => text)).toEqual(['For all'])
    expect(slack.ephemerals(MAYA).map(({ text }) => text)).toEqual(['For you', 'Fifth'])
    const refusals = slack.calls('response_url').filter((call) => call.answer?.ok !== true)
    expect(refusals.map((call) => call.answer?.error)).toEqual(['used_url'])
  })
})
