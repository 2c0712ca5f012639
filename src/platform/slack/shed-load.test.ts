// More than the process carries: told so at once, the rest is answered, and afterwards all are let in again.
import { App, type LogLevel, type Receiver } from '@slack/bolt'
import { pino } from 'pino'
import { beforeEach, describe, expect, it } from 'vitest'
import { admission } from './admission.ts'
import { shedLoad } from './shed-load.ts'

describe('admission', () => {
  const limits = { underWay: 3, ofPerson: 2, inMinute: 4 }
  let millis = 0
  const door = () => admission(limits, () => millis)

  it('lets in so many of all, and as many again as have left', () => {
    const { enter } = door()
    const [leave] = ['a', 'b', 'c'].map(enter)
    expect(enter('d')).toBe('all are busy')
    if (typeof leave === 'function') {
      leave()
      // What leaves twice makes room once.
      leave()
    }
    expect(enter('d')).toBeTypeOf('function')
    expect(enter('e')).toBe('all are busy')
  })

  it('lets in so many of one person, and others beside them', () => {
    const { enter } = door()
    enter('a')
    enter('a')
    expect(enter('a')).toBe('you ask too much')
    expect(enter('b')).toBeTypeOf('function')
  })

  it('lets in so many of one person in a minute', () => {
    const { enter } = door()
    for (let n = 0; n < limits.inMinute; n++) {
      const leave = enter('a')
      if (typeof leave === 'function') leave()
    }
    expect(enter('a')).toBe('you ask too much')
    expect(enter('b')).toBeTypeOf('function')
    millis += 60_000
    expect(enter('a')).toBeTypeOf('function')
  })
})

describe('an app that is asked more than it carries', () => {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} }
  const authorize = async () => ({ botToken: 'xoxb-test', botId: 'B0TEST', botUserId: 'U0BOT' })
  let app: App
  let begun: (() => void)[]
  let answers: unknown[]
  beforeEach(() => {
    begun = []
    answers = []
    app = new App({ receiver, authorize, logLevel: 'error' as LogLevel })
    const door = admission({ underWay: 2, ofPerson: 2, inMinute: 100 })
    app.use(shedLoad({ log: pino({ level: 'silent' }) }, door))
    const hold = () => new Promise<void>((done) => begun.push(done))
    app.command('/sprint', async ({ ack }) => {
      await ack()
      await hold()
    })
    app.view('form', async ({ ack }) => {
      await ack()
    })
  })
  const ack = async (answer?: unknown) => void answers.push(answer)
  const body = { team_id: 'T0TEST', channel_id: 'C0SQUAD', response_url: 'http://127.0.0.1:9/' }
  const command = (userId: string) =>
    app.processEvent({ ack, body: { ...body, command: '/sprint', text: 'status', user_id: userId } })
  const submit = (userId: string) =>
    app.processEvent({
      ack,
      body: {
        type: 'view_submission',
        team: { id: 'T0TEST' },
        user: { id: userId, team_id: 'T0TEST' },
        view: { callback_id: 'form', type: 'modal', blocks: [{ type: 'input', block_id: 'text' }] },
      },
    })

  it('answers in words at once, also a form, keeps what it began, and then lets in again', async () => {
    const held = [command('U1'), command('U2')]
    await expect.poll(() => begun.length).toBe(2)
    await command('U3')
    await submit('U4')
    expect(begun).toHaveLength(2)
    expect(answers.slice(2)).toEqual([
      {
        response_type: 'ephemeral',
        text: expect.stringMatching(/busy.*Nothing was changed.*again in a minute/),
      },
      { response_action: 'errors', errors: { text: expect.stringMatching(/busy/) } },
    ])
    for (const go of begun) go()
    await Promise.all(held)
    await submit('U4')
    expect(answers.at(-1)).toBeUndefined()
  })
})
