import { describe, expect, it } from 'vitest'
import { useDelivery } from './delivery.testing.ts'

const world = useDelivery()

describe('the deliverer', () => {
  it('posts what is due, with its key in the metadata, and remembers where', async () => {
    await world.post({ key: 'standup:1', text: 'Good morning' })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.messages).toMatchObject([
      {
        channel: 'C0HARBOR',
        text: 'Good morning',
        metadata: { event_type: 'sprintkeeper_message', event_payload: { key: 'standup:1' } },
      },
    ])
    const { ts } = world.slack.messages[0] ?? {}
    expect(await world.row('standup:1')).toMatchObject({
      state: 'sent',
      ts,
      postedIn: 'C0HARBOR',
      attempts: 1,
    })
  })

  it('posts once for a key that is written twice', async () => {
    expect(await world.post({ key: 'digest:1' })).toBe(true)
    expect(await world.post({ key: 'digest:1' })).toBe(false)
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['digest:1'])
  })

  it('keeps a thread in order, its parent first, and puts a reply to a reply into the same thread', async () => {
    await world.post({ key: 'parent' })
    for (const n of [1, 2, 3, 4])
      await world.post({ key: `reply ${n}`, thread: { key: n < 3 ? 'parent' : 'reply 1' } })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['parent', 'reply 1', 'reply 2', 'reply 3', 'reply 4'])
    const [parent, ...replies] = world.slack.messages
    expect(replies.map((reply) => reply.thread_ts)).toEqual(replies.map(() => parent?.ts))
  })

  it('replies in the thread of a message that a person wrote', async () => {
    world.slack.messages.push({ channel: 'C0HARBOR', ts: '1763481600.000001', text: 'hi', edits: [] })
    await world.post({ key: 'answer', thread: { ts: '1763481600.000001' } })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.messages[1]).toMatchObject({ thread_ts: '1763481600.000001' })
  })

  it('opens the conversation of a direct message', async () => {
    await world.post({ key: 'reminder', channel: 'U0MAYA' })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.messages).toMatchObject([{ channel: 'D0MAYA', text: 'reminder' }])
    expect(await world.row('reminder')).toMatchObject({ postedIn: 'D0MAYA', channel: 'U0MAYA' })
  })

  it('edits in place, the newest of several waiting edits only, and in order after one that has gone', async () => {
    await world.post({ key: 'summary', text: 'open' })
    const delivery = await world.deliver()
    await delivery.idle()
    await world.edit('summary', 'half done')
    await delivery.idle()
    await Promise.all([world.edit('summary', 'nearly'), delivery.idle()])
    await world.edit('summary', 'done')
    await delivery.idle()
    expect(world.slack.messages).toHaveLength(1)
    expect(world.slack.messages[0]?.text).toBe('done')
    expect(world.slack.messages[0]?.edits[0]).toBe('half done')
  })

  it('waits for the time of a message, and drops it when its time is over', async () => {
    const inAnHour = new Date(world.clock.now().getTime() + 3_600_000)
    await world.post({ key: 'later', dueAt: inAnHour })
    await world.post({ key: 'too late', dueAt: inAnHour, expiresAt: new Date(inAnHour.getTime() + 60_000) })
    const delivery = await world.deliver()
    await delivery.idle()
    expect(world.slack.keys()).toEqual([])
    world.clock.advance(120)
    await delivery.idle()
    expect(world.slack.keys()).toEqual(['later'])
    expect(await world.row('too late')).toMatchObject({ state: 'dead', error: 'expired' })
  })

  it('posts nothing of a transaction that is rolled back', async () => {
    const delivery = await world.deliver()
    const { db } = world.services
    const writing = db.$transaction(async (tx) => {
      await tx.message.create({
        data: {
          workspaceId: world.services.workspaceId,
          key: 'never',
          strand: 'never',
          kind: 'post',
          channel: 'C0HARBOR',
          payload: { text: 'never' },
          dueAt: world.clock.now(),
          createdAt: world.clock.now(),
        },
      })
      throw new Error('the use case failed')
    })
    await expect(writing).rejects.toThrow('the use case failed')
    await delivery.idle()
    expect(world.slack.keys()).toEqual([])
  })

  it('is woken by the job of the transaction, long before its sweep', async () => {
    const delivery = await world.deliver({ sweepMillis: 3_600_000 })
    world.services.jobs = delivery.jobs
    await world.post({ key: 'woken' })
    delete world.services.jobs
    await expect.poll(() => world.slack.keys(), { timeout: 10_000 }).toEqual(['woken'])
  })

  it('hands its leases back when it stops, for another to deliver', async () => {
    let reached: () => void = () => {}
    const claimed = new Promise<void>((done) => (reached = done))
    await world.post({ key: 'handed over' })
    const first = await world.deliver({
      leaseSeconds: 3_600,
      onStep: (step) => {
        if (step === 'claimed') reached()
      },
    })
    await claimed
    await first.stop()
    const second = await world.deliver({ leaseSeconds: 3_600 })
    await second.idle()
    expect(world.slack.keys()).toEqual(['handed over'])
  })
  it('lets the requests under way end when it stops, and begins nothing more', async () => {
    world.slack.script('chat.postMessage', { kind: 'slow answer', millis: 250 })
    await world.post({ key: 'under way' })
    await world.post({ key: 'behind it' })
    const delivery = await world.deliver()
    await expect.poll(() => world.slack.keys()).toEqual(['under way'])
    await delivery.stop()
    expect(await world.row('under way')).toMatchObject({ state: 'sent' })
    expect(await world.row('behind it')).toMatchObject({ state: 'due', leasedBy: null })
    expect(world.slack.keys()).toEqual(['under way'])
  })
})
