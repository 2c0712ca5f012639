import { describe, expect, it } from 'vitest'
import type { Occurrence } from '#platform/store/generated/client.ts'
import { raiseBlocker, resolveBlocker } from '#subjects/blockers/blockers.ts'
import { useWorld } from '#test/support/world.ts'
import { answerCheckIn, ItemMovedMeanwhile, skipCheckIn } from './check-in.ts'
import { checkInForm, standUpsFor } from './check-in-form.ts'
import { planStandUp, shown, tickAt } from './standup-world.testing.ts'
import { answerInThread, editThreadAnswer, withdrawThreadAnswer } from './thread-answer.ts'

const said = (today: string, done = '', blockers = '') => ({ done, today, blockers })

describe('a day’s stand-up', () => {
  const world = useWorld()
  let standUp: Occurrence
  const answer = (person: 'maya' | 'tomas' | 'priya' | 'jonas', answer = said('Refunds')) =>
    answerCheckIn(world.services, {
      occurrenceId: standUp.id,
      personId: world.people[person].id,
      answer,
      moves: [],
    })

  it('opens with one message that says the day, the goal, who is expected and until when', async () => {
    standUp = await planStandUp(world, '2026-11-18')
    await world.services.db.absence.create({
      data: {
        workspaceId: world.services.workspaceId,
        personId: world.people.jonas.id,
        from: new Date('2026-11-17'),
        to: new Date('2026-11-20'),
        createdAt: world.clock.now(),
      },
    })
    await tickAt(world, '2026-11-18T16:35:10Z')
    const text = await shown(world, standUp)
    expect(text).toContain('Stand-up · Wed 18 Nov · day 3 of 10')
    expect(text).toContain('Settle refunds within a day')
    expect(text).toContain('0 of 3 have checked in')
    expect(text).toContain('Expected: <@U0MAYA>, <@U0PRIYA>, <@U0TOMAS>')
    expect(text).toContain('Away: Jonas until Fri 20 Nov')
    expect(text).toContain('Open until *10:35 MST*')
    const posts = await world.services.db.message.count({ where: { kind: 'post' } })
    expect(posts).toBe(1)
  })

  it('takes an answer: a reply in the thread, items moved, the count edited in place', async () => {
    const [, api] = world.items
    await answerCheckIn(world.services, {
      occurrenceId: standUp.id,
      personId: world.people.priya.id,
      answer: said('Review of HP-2', 'The endpoint', 'HP-2 waits for <!channel> keys'),
      moves: [{ itemId: api?.id ?? '', from: 'in_progress', to: 'in_review' }],
    })
    const reply = await shown(world, standUp, `answer.${world.people.priya.id}`)
    expect(reply).toContain('<@U0PRIYA> checked in')
    expect(reply).toContain('*Done*\nThe endpoint')
    expect(reply).toContain('*Blockers*\nHP-2 waits for &lt;!channel&gt; keys')
    expect(reply).toContain('`HP-2` Refund API: in progress → *in review*')
    expect(reply).toContain('Raise as a blocker')
    expect(await shown(world, standUp)).toContain('1 of 3 have checked in')
    const event = await world.services.db.itemEvent.findFirstOrThrow({ where: { itemId: api?.id ?? '' } })
    expect(event).toMatchObject({ field: 'status', from: 'in_progress', to: 'in_review' })
  })

  it('edits the reply when the person answers again, and keeps what was said before', async () => {
    await answer('priya', said('Only the review', 'The endpoint', 'none'))
    const key = `answer.${world.people.priya.id}`
    expect(await shown(world, standUp, key)).toContain('Only the review')
    expect(await shown(world, standUp, key)).not.toContain('*Blockers*')
    const posts = await world.services.db.message.findMany({
      where: { kind: 'post', key: { endsWith: `:${key}` } },
    })
    expect(posts).toHaveLength(1)
    const [edit] = await world.services.db.checkInEdit.findMany()
    expect(edit?.before).toMatchObject({ today: 'Review of HP-2' })
  })

  it('moves nothing and saves nothing when an item was moved meanwhile by somebody else', async () => {
    const [, api] = world.items
    const stale = answerCheckIn(world.services, {
      occurrenceId: standUp.id,
      personId: world.people.tomas.id,
      answer: said('x'),
      moves: [{ itemId: api?.id ?? '', from: 'in_progress', to: 'done' }],
    })
    await expect(stale).rejects.toThrow(ItemMovedMeanwhile)
    const given = await world.services.db.checkIn.count({ where: { personId: world.people.tomas.id } })
    expect(given).toBe(0)
  })

  it('takes a plain reply as an answer without a second post, follows its edit, and its deletion', async () => {
    const reply = { occurrenceId: standUp.id, ts: '1763484000.000100' }
    const personId = world.people.tomas.id
    const counted = await answerInThread(world.services, {
      ...reply,
      personId,
      text: 'Y: ledger T: refunds B: none',
    })
    expect(counted.became).toBe('answer')
    expect(await world.services.db.checkIn.findFirst({ where: { personId } })).toMatchObject({
      done: 'ledger',
      today: 'refunds',
      blockers: '',
      via: 'thread',
    })
    expect(await shown(world, standUp, `answer.${personId}`)).toBeNull()
    expect(await shown(world, standUp)).toContain('2 of 3 have checked in')
    await editThreadAnswer(world.services, { ...reply, text: 'Y: ledger T: refunds and more' })
    expect((await world.services.db.checkIn.findFirst({ where: { personId } }))?.today).toBe(
      'refunds and more',
    )
    await withdrawThreadAnswer(world.services, reply)
    expect(await shown(world, standUp)).toContain('1 of 3 have checked in')
  })

  it('leaves talk in the thread alone: of those who answered, and of people outside the team', async () => {
    const { services, people } = world
    const stranger = await services.db.person.create({
      data: {
        workspaceId: services.workspaceId,
        slackUserId: 'U0SAM',
        name: 'Sam',
        displayName: 'Sam',
        timeZone: 'UTC',
      },
    })
    const reply = { occurrenceId: standUp.id, ts: '1763484000.000200', text: 'nice, ping me later' }
    expect(await answerInThread(services, { ...reply, personId: people.priya.id })).toEqual({
      became: 'talk',
    })
    expect(await answerInThread(services, { ...reply, personId: stranger.id })).toEqual({
      became: 'not asked',
    })
    expect(await shown(world, standUp)).toContain('1 of 3 have checked in')
  })

  it('shows a skip with its reason and does not count it as missing', async () => {
    await skipCheckIn(world.services, {
      occurrenceId: standUp.id,
      personId: world.people.maya.id,
      reason: 'at a workshop',
    })
    expect(await shown(world, standUp)).toContain('Skipping: Maya: at a workshop')
    expect(await shown(world, standUp)).toContain('1 of 2 have checked in')
    await expect(
      skipCheckIn(world.services, { occurrenceId: standUp.id, personId: world.people.priya.id, reason: '' }),
    ).rejects.toThrow('You have checked in already.')
  })

  it('reminds once, 30 minutes before the end, only those who are missing', async () => {
    await tickAt(world, '2026-11-18T17:05:00Z')
    await tickAt(world, '2026-11-18T17:06:00Z')
    const reminders = await world.services.db.message.findMany({ where: { key: { contains: ':remind.' } } })
    expect(reminders.map(({ channel }) => channel)).toEqual(['U0TOMAS'])
    expect(reminders[0]?.expiresAt).toEqual(standUp.closesAt)
  })

  it('closes with a summary of who answered, skipped, was away and is missing', async () => {
    await tickAt(world, '2026-11-18T17:35:00Z')
    const text = await shown(world, standUp)
    expect(text).toContain('1 of 2 have checked in')
    expect(text).toContain('Checked in: Priya')
    expect(text).toContain('Not heard from: Tomás')
    expect(text).toContain('Skipping: Maya: at a workshop')
    expect(text).toContain('Away: Jonas until Fri 20 Nov')
    expect(text).toContain('`HP-2` Refund API: in progress → *in review* (Priya)')
    const { state, nextAt } = await world.services.db.occurrence.findFirstOrThrow({
      where: { id: standUp.id },
    })
    expect({ state, nextAt }).toEqual({ state: 'closed', nextAt: null })
  })

  it('takes an answer after the end, marked late, until a newer stand-up opened', async () => {
    world.clock.set('2026-11-18T19:00:00Z')
    await answer('tomas', said('Late refunds'))
    expect(await shown(world, standUp, `answer.${world.people.tomas.id}`)).toContain('late')
    expect(await shown(world, standUp)).toContain('Checked in: Priya, Tomás (late)')
  })

  it('prefills the next answer with what was planned, offers the person’s items, and takes it ahead', async () => {
    const next = await planStandUp(world, '2026-11-19')
    world.clock.set('2026-11-19T02:00:00Z')
    const { services, people } = world
    const asked = await standUpsFor(services, world.team, people.priya.id)
    expect(asked.next).toMatchObject({ own: 'missing', reading: { view: { occurrenceId: next.id } } })
    const form = await checkInForm(services, next.id, people.priya.id)
    expect(form.last).toEqual({ date: '2026-11-18', today: 'Only the review' })
    expect(form.items.map(({ key, status }) => `${key} ${status}`)).toEqual(['HP-2 in_review'])

    const input = { occurrenceId: next.id, personId: people.priya.id, answer: said('Ship it'), moves: [] }
    const saved = await answerCheckIn(services, input)
    expect(saved.waitsUntil).toEqual(next.opensAt)
    expect(await shown(world, next)).toBeNull()
    await tickAt(world, '2026-11-19T16:35:00Z')
    expect(await shown(world, next)).toContain('Checked in: Priya (ahead)')
    expect(await shown(world, next, `answer.${people.priya.id}`)).toContain('answered ahead')
    await expect(answer('maya')).resolves.toBeDefined()
    const { id: personId } = people.jonas
    const old = { occurrenceId: standUp.id, personId, answer: said('x'), moves: [] }
    await expect(answerCheckIn(services, old)).rejects.toThrow('a newer one has opened')
    const talk = { occurrenceId: standUp.id, ts: '1763580000.000100', personId, text: 'and then?' }
    expect(await answerInThread(services, talk)).toEqual({ became: 'talk' })
  })
})

describe('when an answer counts as given', () => {
  const world = useWorld()
  let standUp: Occurrence
  const answer = (today: string) =>
    answerCheckIn(world.services, {
      occurrenceId: standUp.id,
      personId: world.people.maya.id,
      answer: said(today),
      moves: [],
    })
  const reply = () => shown(world, standUp, `answer.${world.people.maya.id}`)

  it('is when it is first given: an edit after the end leaves it in time', async () => {
    standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    await answer('Refunds')
    await tickAt(world, '2026-11-18T17:35:00Z')
    world.clock.set('2026-11-18T18:00:00Z')
    await answer('Refunds, and the ledger')
    expect(await reply()).toContain('Refunds, and the ledger')
    expect(await reply()).not.toContain('late')
    expect(await shown(world, standUp)).not.toContain('Maya (late)')
  })

  it('is when it takes the place of a skip: after the end it is late, whenever the skip was said', async () => {
    standUp = await planStandUp(world, '2026-11-19')
    await tickAt(world, '2026-11-19T16:35:00Z')
    await skipCheckIn(world.services, {
      occurrenceId: standUp.id,
      personId: world.people.maya.id,
      reason: 'at a workshop',
    })
    await tickAt(world, '2026-11-19T17:35:00Z')
    world.clock.set('2026-11-19T18:00:00Z')
    await answer('Back from the workshop')
    expect(await reply()).toContain('late')
    expect(await shown(world, standUp)).toContain('Checked in: Maya (late)')
  })
})

describe('a stand-up that nobody answers', () => {
  const world = useWorld()

  it('opens late after downtime and says so, tells what was missed, reminds in the middle, and closes kindly', async () => {
    const missed = await planStandUp(world, '2026-11-17')
    await tickAt(world, '2026-11-18T16:30:00Z')
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T17:15:00Z')
    expect((await world.services.db.occurrence.findFirst({ where: { id: missed.id } }))?.state).toBe('missed')
    expect(await shown(world, standUp)).toContain('Late: this was due at 09:35 MST')
    expect(await shown(world, standUp)).toContain(
      'Missed while Sprintkeeper was not running: the stand-up of',
    )
    const open = await world.services.db.occurrence.findFirstOrThrow({ where: { id: standUp.id } })
    expect(open.nextAt).toEqual(new Date('2026-11-18T17:25:00Z'))
    await tickAt(world, '2026-11-18T17:25:00Z')
    expect(await world.services.db.message.count({ where: { key: { contains: ':remind.' } } })).toBe(4)
    await tickAt(world, '2026-11-18T17:36:00Z')
    const text = await shown(world, standUp)
    expect(text).toContain('Nobody checked in this time')
    expect(text).toContain('Missed while Sprintkeeper was not running')
  })

  it('reminds nobody when the reminder comes more than 15 minutes late', async () => {
    const { db } = world.services
    await db.message.deleteMany({ where: { key: { contains: ':remind.' } } })
    const standUp = await planStandUp(world, '2026-11-19')
    await tickAt(world, '2026-11-19T16:35:00Z')
    await tickAt(world, '2026-11-19T17:21:00Z')
    expect(await db.message.count({ where: { key: { contains: ':remind.' } } })).toBe(0)
    await tickAt(world, '2026-11-19T17:36:00Z')
    expect((await db.occurrence.findFirst({ where: { id: standUp.id } }))?.state).toBe('closed')
  })

  it('is not held when the whole team is off, and posts nothing', async () => {
    const { db, workspaceId } = world.services
    const day = new Date('2026-11-20')
    await db.absence.createMany({
      data: Object.values(world.people).map(({ id: personId }) => ({
        workspaceId,
        personId,
        from: day,
        to: day,
        createdAt: world.clock.now(),
      })),
    })
    const standUp = await planStandUp(world, '2026-11-20')
    await tickAt(world, '2026-11-20T16:35:00Z')
    expect(await shown(world, standUp)).toBeNull()
    expect(await db.occurrence.findFirst({ where: { id: standUp.id } })).toMatchObject({
      state: 'skipped',
      reason: 'skipped: nobody of the team works that day',
    })
  })
})

describe('answers at the same moment', () => {
  const world = useWorld()

  it('are all counted, and each is posted once', async () => {
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    const people = Object.values(world.people)
    const twice = [...people, ...people]
    await Promise.all(
      twice.map(({ id: personId }) =>
        answerCheckIn(world.services, { occurrenceId: standUp.id, personId, answer: said('x'), moves: [] }),
      ),
    )
    expect(await shown(world, standUp)).toContain('All 4 have checked in')
    const posts = await world.services.db.message.count({
      where: { kind: 'post', key: { contains: ':answer.' } },
    })
    expect(posts).toBe(4)
    expect(await world.services.db.checkInEdit.count()).toBe(0)
  })
})

describe('an answer at the moment of the end', () => {
  const world = useWorld()

  it('stands in the summary, whichever comes first', async () => {
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    await tickAt(world, '2026-11-18T17:05:00Z')
    const answers = Object.values(world.people).map(({ id: personId }) =>
      answerCheckIn(world.services, { occurrenceId: standUp.id, personId, answer: said('x'), moves: [] }),
    )
    await Promise.all([tickAt(world, '2026-11-18T17:35:00Z'), ...answers])
    // A tick that finds the row locked leaves it to the next.
    await tickAt(world, '2026-11-18T17:35:01Z')
    const text = await shown(world, standUp)
    expect(text).toContain('All 4 have checked in')
    expect(text).toContain('Closed at 10:35 MST')
  })
})

describe('words that follow what happened since', () => {
  const world = useWorld()

  it('offers to raise what is in the way once, and lists no resolved blocker in the summary', async () => {
    const { services, people, team } = world
    const standUp = await planStandUp(world, '2026-11-18')
    await tickAt(world, '2026-11-18T16:35:00Z')
    const personId = people.maya.id
    await answerCheckIn(services, {
      occurrenceId: standUp.id,
      personId,
      answer: said('HP-3', '', 'The mail server is down'),
      moves: [],
    })
    const checkIn = await services.db.checkIn.findFirstOrThrow({ where: { personId } })
    const reply = () => shown(world, standUp, `answer.${personId}`)
    expect(await reply()).toContain('Raise as a blocker')
    world.clock.advance(1)
    const raised = await raiseBlocker(services, {
      teamId: team.id,
      personId,
      text: 'The mail server is down',
      severity: 'high',
      itemId: null,
      helperId: null,
      checkInId: checkIn.id,
      submission: 'one',
    })
    expect(await reply()).not.toContain('Raise as a blocker')
    expect(await reply()).toContain('*B-1* is raised for this.')
    await resolveBlocker(services, {
      blockerId: raised?.card.id ?? '',
      person: people.tomas,
      resolution: 'Restarted',
    })
    expect(await reply()).toContain('*B-1* is resolved.')
    await tickAt(world, '2026-11-18T17:05:00Z')
    await tickAt(world, '2026-11-18T17:35:00Z')
    expect(await shown(world, standUp)).toContain('1 of 4 have checked in')
    expect(await shown(world, standUp)).not.toContain('mail server')
  })

  it('turns reminders into what can still be done: late after the end, nothing once the next one is open', async () => {
    const standUp = await world.services.db.occurrence.findFirstOrThrow({ where: { kind: 'standup' } })
    const reminder = () => shown(world, standUp, `remind.${world.people.jonas.id}`)
    expect(await reminder()).toContain('closed at 10:35 MST without your check-in')
    expect(await reminder()).toContain('Check in late')
    await planStandUp(world, '2026-11-19')
    await tickAt(world, '2026-11-19T16:35:00Z')
    expect(await reminder()).toBe('Stand-up · Wed 18 Nov · day 3 of 10 is over.')
    expect(await shown(world, standUp)).not.toContain('Check in late')
  })

  it('fills in what was planned at the stand-up before, and nothing older', async () => {
    const { services, people } = world
    const next = await planStandUp(world, '2026-11-20')
    const form = async (personId: string) => (await checkInForm(services, next.id, personId)).last
    expect(await form(people.maya.id)).toBeNull()
    const yesterday = await services.db.occurrence.findFirstOrThrow({ where: { state: 'open' } })
    await answerCheckIn(services, {
      occurrenceId: yesterday.id,
      personId: people.maya.id,
      answer: said('x', 'The mail'),
      moves: [],
    })
    expect(await form(people.maya.id)).toMatchObject({ date: '2026-11-19', today: 'x' })
  })
})
