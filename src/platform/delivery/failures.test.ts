// Each way in which a delivery is known to go wrong, and what people see of it.
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Behaviour } from '#test/faults/misbehaving-slack.ts'
import { useDelivery } from './delivery.testing.ts'
import type { DeliveryStep } from './delivery-parts.ts'
import { localBudgets } from './limits.ts'
import { edit, post } from './outbox.ts'
import { parkedMessages, responsibleFor, retryParked } from './parked.ts'

const world = useDelivery()

describe('a post whose outcome is not plain', () => {
  const behaviours: [string, Behaviour][] = [
    ['Slack took it and the connection was dropped', { kind: 'take and drop' }],
    ['the connection was dropped before Slack took it', { kind: 'drop' }],
    ['Slack took it and answered 500', { kind: '500', took: true }],
    ['Slack answered 500 and did nothing', { kind: '500', took: false }],
    ['Slack took it and was silent past the time-out', { kind: 'silence', millis: 600, took: true }],
    ['Slack was silent past the time-out and did nothing', { kind: 'silence', millis: 600, took: false }],
    ['Slack takes it after the client gave up', { kind: 'take late', millis: 550 }],
    ['half an answer came', { kind: 'half an answer', cut: false }],
    ['the answer was cut off', { kind: 'half an answer', cut: true }],
    ['Slack says internal_error', { kind: 'refuse', error: 'internal_error' }],
  ]

  it.each(behaviours)('is in the channel once when %s', async (_, behaviour) => {
    world.slack.script('chat.postMessage', behaviour)
    await world.post({ key: 'standup' })
    await world.post({ key: 'answer', thread: { key: 'standup' } })
    const delivery = await world.deliver({ settleMillis: 400 })
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['standup', 'answer'])
    const [parent, reply] = world.slack.messages
    expect(reply?.thread_ts).toBe(parent?.ts)
    expect(await world.row('standup')).toMatchObject({ state: 'sent', ts: parent?.ts })
  })

  it('is looked for in its thread, and in a direct message', async () => {
    await world.post({ key: 'parent' })
    const delivery = await world.deliver()
    await delivery.idle()
    world.slack.script('chat.postMessage', { kind: 'take and drop' }, { kind: 'take and drop' })
    await world.post({ key: 'reply', thread: { key: 'parent' } })
    await world.post({ key: 'reminder', channel: 'U0MAYA' })
    await delivery.idle()
    expect(world.slack.keys().sort()).toEqual(['parent', 'reminder', 'reply'])
    const methods = world.slack.calls.map(({ method }) => method)
    expect(methods).toContain('conversations.replies')
    expect(methods).toContain('conversations.history')
  })

  it('is found behind hundreds of messages that came after it', async () => {
    world.slack.script('chat.postMessage', { kind: 'take and drop' })
    await world.post({ key: 'first' })
    const delivery = await world.deliver({ settleMillis: 500 })
    await expect.poll(() => world.slack.keys()).toEqual(['first'])
    for (let n = 0; n < 350; n++)
      world.slack.messages.push({
        channel: 'C0HARBOR',
        ts: `${Date.now() / 1000 + n}`,
        text: 'chatter',
        edits: [],
      })
    await delivery.idle()
    expect(world.slack.keys().filter((key) => key === 'first')).toHaveLength(1)
    expect(await world.row('first')).toMatchObject({ state: 'sent' })
  })

  it('is not posted again as long as the look-up fails', async () => {
    world.slack.script('chat.postMessage', { kind: 'take and drop' })
    world.slack.script('conversations.history', { kind: '500', took: false }, { kind: 'drop' })
    await world.post({ key: 'once' })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['once'])
  })

  it('is parked when Slack does not let us look, and looked for once it does', async () => {
    world.slack.script('chat.postMessage', { kind: 'take and drop' })
    world.slack.script('conversations.history', { kind: 'refuse', error: 'missing_scope' })
    await world.post({ key: 'unseen' })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(await world.row('unseen')).toMatchObject({ state: 'dead', error: 'missing_scope' })
    expect(await retryParked(world.services)).toBe(1)
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['unseen'])
    expect(await world.row('unseen')).toMatchObject({ state: 'sent' })
  })
})

describe('a lease that has run for a while before the call', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  const leaseSeconds = 60
  /** Lets so much of the lease pass between its writing and the call, the first time. */
  const pausing = (millis: number) => {
    let paused = false
    return (step: DeliveryStep) => {
      if (step !== 'sending' || paused) return
      paused = true
      vi.advanceTimersByTime(millis)
    }
  }

  it.each([
    ['up to half of it', (leaseSeconds * 1000) / 2, 1],
    ['more than half of it', (leaseSeconds * 1000) / 2 + 100, 2],
  ])(
    'is used for %s, and then given back for a new one before Slack is called',
    async (_, millis, leases) => {
      vi.useFakeTimers({ toFake: ['performance'] })
      await world.post({ key: 'standup' })
      const delivery = await world.deliver({ leaseSeconds, onStep: pausing(millis) })
      await delivery.idle()
      expect(world.slack.keys()).toEqual(['standup'])
      expect(await world.row('standup')).toMatchObject({ state: 'sent', attempts: leases })
    },
  )
})

describe('a lease that is lost before the call', () => {
  it('is found out, and Slack is not called with it', async () => {
    const steps: DeliveryStep[] = []
    await world.post({ key: 'standup' })
    const delivery = await world.deliver({
      leaseSeconds: 60,
      onStep: async (step) => {
        if (step === 'cleared' && !steps.includes('cleared'))
          await world.prisma.message.updateMany({ data: { leasedUntil: new Date(0) } })
        steps.push(step)
      },
    })
    await delivery.idle()
    expect(steps).toEqual(['claimed', 'cleared', 'claimed', 'cleared', 'sending', 'answered', 'written'])
    expect(world.slack.keys()).toEqual(['standup'])
  })

  it('to another process stays with that one, whatever becomes of this one', async () => {
    const reached = Promise.withResolvers<void>()
    await world.post({ key: 'standup' })
    const first = await world.deliver({
      onStep: async (step) => {
        if (step !== 'cleared') return
        const data = { leasedBy: 'other', leasedUntil: new Date(Date.now() + 3_600_000) }
        await world.prisma.message.updateMany({ data })
        reached.resolve()
      },
    })
    await reached.promise
    await first.stop()
    const second = await world.deliver()
    await second.stop()
    expect(world.slack.calls).toEqual([])
    expect(await world.row('standup')).toMatchObject({ state: 'leased', leasedBy: 'other' })
  })
})

describe('a message that is tried again', () => {
  it('is looked for from the first time on that Slack may have got it', async () => {
    const begun: (Date | null)[] = []
    world.slack.script('chat.postMessage', { kind: 'drop' }, { kind: 'drop' })
    await world.post({ key: 'standup' })
    const delivery = await world.deliver({
      onStep: async (step) => {
        if (step === 'looked up') world.clock.advance(1)
        if (step === 'sending') begun.push((await world.row('standup')).sendingAt)
      },
    })
    await delivery.idle()
    expect(begun).toHaveLength(3)
    expect(new Set(begun.map((at) => at?.getTime())).size).toBe(1)
  })

  it('is looked for again when its lease ran for too long', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const steps: DeliveryStep[] = []
    world.slack.script('chat.postMessage', { kind: 'drop' })
    await world.post({ key: 'standup' })
    const delivery = await world.deliver({
      leaseSeconds: 60,
      onStep: (step) => {
        steps.push(step)
        if (step === 'sending' && steps.filter((each) => each === step).length === 2)
          vi.advanceTimersByTime(30_100)
      },
    })
    await delivery.idle()
    vi.useRealTimers()
    expect(steps.filter((step) => step === 'sending')).toHaveLength(3)
    expect(steps.filter((step) => step === 'looked up')).toHaveLength(2)
    expect(world.slack.keys()).toEqual(['standup'])
  })

  it('stays doubtful while it waits for its budget', async () => {
    world.slack.script('chat.postMessage', { kind: 'drop' })
    const methods = { ...localBudgets.methods, 'chat.postMessage': { calls: 1, seconds: 60 } }
    await world.post({ key: 'standup' })
    const budgets = { ...localBudgets, methods }
    const first = await world.deliver({ budgets })
    await expect.poll(async () => (await world.row('standup')).state).toBe('unknown')
    await first.stop()
    // A process that does not know yet that the budget is spent.
    await world.deliver({ budgets })
    const waits = async () => ((await world.row('standup')).retryAt?.getTime() ?? 0) - Date.now()
    await expect.poll(waits).toBeGreaterThan(20_000)
    expect(await world.row('standup')).toMatchObject({ state: 'unknown', attempts: 1 })
  })

  it.each([
    ['of its post', 'chat.postMessage', 'C0HARBOR', 'internal_error'],
    ['of its post, which Slack did not take', 'chat.postMessage', 'C0HARBOR', 'service_unavailable'],
    ['of opening the conversation', 'conversations.open', 'U0MAYA', 'service_unavailable'],
  ])('is given up after the last try %s', async (_, failing, channel, error) => {
    world.slack.behave = ({ method }) => (method === failing ? { kind: 'refuse', error } : { kind: 'answer' })
    await world.post({ key: 'hopeless', channel, teamId: undefined })
    const delivery = await world.deliver({ maxAttempts: 2 })
    await delivery.idle()
    expect(await world.row('hopeless')).toMatchObject({ state: 'dead', error: 'gave_up' })
    expect(world.slack.calls.filter(({ method }) => method === failing)).toHaveLength(2)
  })

  it.each([
    ['its post', 'chat.postMessage', 'C0HARBOR', 'retry', 1],
    ['opening the conversation', 'conversations.open', 'U0MAYA', 'due', 0],
    ['looking for it', 'conversations.history', 'C0HARBOR', 'unknown', 1],
  ])('is not given up because Slack limits %s', async (_, method, channel, state, attempts) => {
    world.slack.script(method, { kind: '429', retryAfter: '60' })
    if (state === 'unknown') world.slack.script('chat.postMessage', { kind: 'drop' })
    await world.post({ key: 'limited', channel })
    await world.deliver({ maxAttempts: 1 })
    const waits = async () => ((await world.row('limited')).retryAt?.getTime() ?? 0) - Date.now()
    await expect.poll(waits).toBeGreaterThan(20_000)
    expect(await world.row('limited')).toMatchObject({ state, attempts })
    const blocked = await world.prisma.rateLimit.findMany({ where: { calls: { gte: 1_000_000_000 } } })
    expect(blocked.map(({ key }) => key)).toEqual([expect.stringMatching(`^${method}:`)])
  })
})

describe('an edit whose outcome is not plain', () => {
  it('is made again, which changes nothing that people see', async () => {
    await world.post({ key: 'summary' })
    world.slack.script('chat.update', { kind: 'take and drop' })
    await world.edit('summary', 'done')
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.messages).toMatchObject([{ text: 'done' }])
    expect(world.slack.calls.some(({ method }) => method.startsWith('conversations.'))).toBe(false)
  })

  it('does not wait until Slack has settled, as a post does', async () => {
    world.slack.script('chat.update', { kind: 'drop' })
    world.slack.script('chat.postMessage', { kind: 'answer' }, { kind: 'drop' })
    await world.post({ key: 'summary' })
    const delivery = await world.deliver({ settleMillis: 3_600_000 })
    await delivery.idle()
    await world.edit('summary', 'done')
    await delivery.idle()
    expect(world.slack.messages).toMatchObject([{ text: 'done' }])
    await world.post({ key: 'next' })
    await expect.poll(async () => (await world.row('next')).state).toBe('unknown')
    expect((await world.row('next')).retryAt?.getTime()).toBeGreaterThan(Date.now() + 3_000_000)
  })

  it('is left when somebody deleted the message, and nobody is told', async () => {
    await world.post({ key: 'summary' })
    const delivery = await world.deliver()
    await delivery.idle()
    world.slack.messages.length = 0
    await world.edit('summary', 'done')
    await delivery.idle()
    expect(world.slack.messages).toEqual([])
    expect(await world.prisma.message.count({ where: { state: { not: 'sent' } } })).toBe(1)
  })
})

describe('a message that can never go', () => {
  it('stops nothing: not its channel, not the others', async () => {
    world.slack.script('chat.postMessage', { kind: 'refuse', error: 'invalid_blocks' })
    for (const key of ['poison', 'next']) await world.post({ key })
    await world.post({ key: 'elsewhere', channel: 'C0OTHER' })
    const delivery = await world.deliver({ concurrency: 1 })
    await delivery.idle()
    expect(world.slack.keys()).toEqual(expect.arrayContaining(['next', 'elsewhere']))
    expect(await world.row('poison')).toMatchObject({ state: 'dead', error: 'invalid_blocks' })
  })

  it('holds up nothing but its own thread while it is tried again', async () => {
    world.slack.script('chat.postMessage', { kind: 'refuse', error: 'service_unavailable' })
    await world.post({ key: 'parent' })
    await world.post({ key: 'reply', thread: { key: 'parent' } })
    await world.post({ key: 'next' })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['next', 'parent', 'reply'])
  })

  it('is parked and told once, by direct message, to who can mend it; after the cure it goes, in order', async () => {
    world.slack.refusals.set('C0HARBOR', 'not_in_channel')
    await world.post({ key: 'standup' })
    await world.post({ key: 'answer', thread: { key: 'standup' } })
    await world.edit('standup', 'summary')
    await world.post({ key: 'digest' })
    const delivery = await world.deliver()
    await delivery.idle()
    const responsible = await responsibleFor(world.services.db, world.team.id)
    expect(responsible?.slackUserId).toBe('U0JONAS')
    expect(world.slack.messages).toHaveLength(1)
    expect(world.slack.messages[0]).toMatchObject({
      channel: 'D0JONAS',
      text: expect.stringContaining('/invite'),
    })
    expect(await parkedMessages(world.services, world.team.id)).toHaveLength(4)

    world.slack.refusals.clear()
    expect(await retryParked(world.services, world.team.id)).toBe(4)
    await delivery.idle()
    expect(world.slack.messages.slice(1).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['summary', 'answer', 'digest']),
    )
    expect(world.slack.messages).toHaveLength(4)
  })

  it('is told to the person who imported the team’s newest plan', async () => {
    const { db, workspaceId, clock } = world.services
    await db.planRevision.create({
      data: {
        workspaceId,
        sourceId: world.source.id,
        number: 1,
        sha256: 'abc',
        plan: {},
        diagnostics: [],
        changes: [],
        importedAt: clock.now(),
        personId: world.people.priya.id,
      },
    })
    expect((await responsibleFor(db, world.team.id))?.id).toBe(world.people.priya.id)
  })

  it('takes along in silence what was to follow it, when its time is over', async () => {
    const now = world.clock.now()
    await world.post({ key: 'opening', expiresAt: now })
    await world.post({ key: 'answer', thread: { key: 'opening' } })
    await world.edit('opening', 'summary')
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.messages).toEqual([])
    expect(await world.row('answer')).toMatchObject({ state: 'dead', error: 'expired' })
    expect(await parkedMessages(world.services, world.team.id)).toEqual([])
  })

  it('is parked when a newer version wrote what it shows, and the next one goes', async () => {
    await world.post({ key: 'newer' })
    await world.post({ key: 'readable' })
    const { db, workspaceId } = world.services
    await db.message.updateMany({
      where: { workspaceId, key: 'newer' },
      data: { payload: { blocks: ['?'] } },
    })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(await world.row('newer')).toMatchObject({ state: 'dead', error: 'unreadable_payload' })
    expect(world.slack.keys()).toContain('readable')
    expect(world.slack.keys()).not.toContain('newer')
  })

  it('is not tried again for ever when Slack fails for ever', async () => {
    world.slack.behave = ({ method }) =>
      method === 'chat.postMessage' ? { kind: 'refuse', error: 'service_unavailable' } : { kind: 'answer' }
    await world.post({ key: 'hopeless', teamId: undefined })
    const delivery = await world.deliver({ maxAttempts: 2 })
    await delivery.idle()
    expect(await world.row('hopeless')).toMatchObject({ state: 'dead', error: 'gave_up', attempts: 2 })
  })
})

describe('what went wrong in other bots', () => {
  /** Dies (as far as the outbox can tell) at the first message that reaches the step. */
  const dyingAt = (fatal: DeliveryStep) => {
    let isDead = false
    return (step: DeliveryStep) => {
      if (step === fatal && !isDead) {
        isDead = true
        throw new Error('killed')
      }
    }
  }

  it('a summary lost because the run was marked closed before it was posted: it is posted by who takes over', async () => {
    await world.post({ key: 'summary' })
    const delivery = await world.deliver({ onStep: dyingAt('claimed') })
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['summary'])
  })

  it('a reminder doubled because it was sent before it was marked: it is found in Slack and marked', async () => {
    await world.post({ key: 'reminder', channel: 'U0MAYA' })
    const delivery = await world.deliver({ onStep: dyingAt('answered') })
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['reminder'])
    expect(await world.row('reminder')).toMatchObject({ state: 'sent', ts: world.slack.messages[0]?.ts })
  })

  it('two processes, two posts: four deliverers on one outbox post each message once', async () => {
    const keys = Array.from({ length: 120 }, (_, n) => `message ${n}`)
    const { db } = world.services
    await db.$transaction(async (tx) => {
      for (const [n, key] of keys.entries())
        await post(tx, world.services, { key, channel: `C${n % 30}`, text: key })
      await edit(tx, world.services, { key: 'message 0', text: 'edited' })
    })
    const four = await Promise.all(
      [1, 2, 3, 4].map((n) => world.deliver({ owner: `process ${n}`, leaseSeconds: 60 })),
    )
    await Promise.all(four.map((delivery) => delivery.idle()))
    expect(world.slack.keys().sort()).toEqual([...keys].sort())
  })
})
