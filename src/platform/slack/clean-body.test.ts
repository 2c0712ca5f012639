import { App, type LogLevel, type Receiver } from '@slack/bolt'
import { expect, it } from 'vitest'
import { cleanBody } from './clean-body.ts'

it('gives listeners text without NUL and lone surrogates, wherever it stands', async () => {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} }
  const authorize = async () => ({ botToken: 'xoxb-test', botId: 'B0TEST', botUserId: 'U0BOT' })
  const app = new App({ receiver, authorize, logLevel: 'error' as LogLevel })
  const heard: unknown[] = []
  app.use(cleanBody())
  app.command('/sprint', async ({ command }) => void heard.push(command.text))
  app.event('message', async ({ event }) => void heard.push('text' in event && event.text))
  app.view('form', async ({ view }) => void heard.push(view.state.values.block?.field?.value))
  const ack = async () => {}
  const user = { id: 'U0MAYA', team_id: 'T0TEST' }
  const values = { block: { field: { type: 'plain_text_input', value: 'c\0\ud800' } } }
  await app.processEvent({
    ack,
    body: { command: '/sprint', text: 'a\0b', team_id: 'T0TEST', user_id: user.id },
  })
  await app.processEvent({
    ack,
    body: {
      team_id: 'T0TEST',
      type: 'event_callback',
      event: { type: 'message', text: '\0d', user: user.id },
    },
  })
  await app.processEvent({
    ack,
    body: {
      type: 'view_submission',
      team: { id: 'T0TEST' },
      user,
      view: { callback_id: 'form', state: { values } },
    },
  })
  expect(heard).toEqual(['ab', 'd', 'c\ufffd'])
})
