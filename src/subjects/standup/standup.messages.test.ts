import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemStatus } from '#platform/store/generated/enums.ts'
import { absenceList, awayModal, awaySavedModal } from '#subjects/presence/absence.messages.ts'
import { messageViolations, viewViolations } from '#test/support/block-kit-limits.ts'
import { hostileText, hostileTitle, markupViolations } from '#test/support/hostile.ts'
import { type CheckInView, checkInReply, withdrawnReply } from './check-in.messages.ts'
import { type CheckInModal, checkInModal, savedAheadModal, skipModal } from './check-in-modal.messages.ts'
import { answerNotPosted, askAheadMessage, reminder, settledPrompt } from './prompts.messages.ts'
import { missedBlock, standUpMessage } from './standup.messages.ts'
import { noStandUp, standUpForAsker } from './standup-asked.messages.ts'
import type { StandUpView } from './standup-shown.ts'

const status = fc.constantFrom<ItemStatus>(
  ...(['backlog', 'ready', 'in_progress', 'in_review', 'blocked', 'done', 'dropped'] as const),
)
const timing = fc.constantFrom('ahead', 'in time', 'late')
const id = fc.uuid()
const slackUserId = fc.stringMatching(/^U[A-Z0-9]{8}$/).filter((user) => !user.includes('EVIL'))
const name = hostileTitle(200)
const who = { name, slackUserId }
const long = fc.oneof(fc.constant(''), hostileText(4000), fc.constant('<!channel>'.repeat(400)))
const people = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 60 })
const move = fc.record({ name, key: hostileTitle(60), title: hostileTitle(300), from: status, to: status })
const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const zone = fc.constantFrom('America/Denver', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC')
const date = fc.constantFrom('2026-11-18', '2027-02-28')

const view: fc.Arbitrary<StandUpView> = fc.record({
  occurrenceId: id,
  date,
  sprintDay: fc.option(fc.constant({ n: 3, of: 10 })),
  goals: fc.array(hostileTitle(2000), { maxLength: 5 }),
  zone,
  manyZones: fc.boolean(),
  opensAt: instant,
  closesAt: instant,
  phase: fc.constantFrom('planned', 'open', 'closed'),
  late: fc.boolean(),
  missed: fc
    .array(hostileTitle(400), { maxLength: 12 })
    .map((titles) =>
      missedBlock(titles.map((title) => ({ kind: 'sync', title, date: '2026-11-17', cause: 'stopped' }))),
    ),
  answered: people(fc.record({ ...who, timing, blockers: long })),
  skipped: people(fc.record({ ...who, reason: long })),
  away: people(fc.record({ ...who, until: fc.option(date), reason: hostileTitle(300) })),
  missing: people(fc.record({ ...who, atWork: fc.boolean() })),
  moved: fc.array(move, { maxLength: 120 }),
})

const checkIn: fc.Arbitrary<CheckInView> = fc.record({
  teamId: id,
  occurrenceId: id,
  ...who,
  timing,
  done: long,
  today: long,
  blockers: long,
  moved: fc.array(move, { maxLength: 120 }),
  blockedItemKey: fc.option(hostileTitle(60)),
  checkInId: id,
})

const modal: fc.Arbitrary<CheckInModal> = fc.record({
  occurrenceId: id,
  title: hostileTitle(500),
  note: hostileTitle(500),
  own: fc.option(fc.record({ done: long, today: long, blockers: long })),
  last: fc.option(fc.record({ date, today: long })),
  items: fc.array(fc.record({ id, key: hostileTitle(80), title: hostileTitle(400), status }), {
    maxLength: 120,
  }),
})

const absences = fc.array(fc.record({ id, from: date, to: date, note: fc.option(hostileText(3000)) }), {
  maxLength: 60,
})

describe('every screen of a stand-up keeps Slack’s limits, and lets no markup of others through', () => {
  const runs = { numRuns: 60 }

  it('the message in the channel, from the call to the summary', () => {
    fc.assert(
      fc.property(view, (one) => {
        const content = standUpMessage(one)
        expect(messageViolations(content)).toEqual([])
        expect(markupViolations(content)).toEqual([])
        expect(content.blocks?.at(-1)?.type).toBe('actions')
      }),
      runs,
    )
  })

  it('a person’s reply', () => {
    fc.assert(
      fc.property(checkIn, (one) => {
        const content = checkInReply(one)
        expect(messageViolations(content)).toEqual([])
        expect(markupViolations(content)).toEqual([])
        expect(messageViolations(withdrawnReply(one.slackUserId))).toEqual([])
      }),
      runs,
    )
  })

  it('the reminder, and the answers to /sprint standup', () => {
    const own = fc.constantFrom('answered', 'skipped', 'missing', 'not a member')
    fc.assert(
      fc.property(view, name, own, (one, teamName, mine) => {
        for (const content of [
          reminder(one, teamName),
          askAheadMessage(one, teamName, one.zone),
          standUpForAsker(one, mine, teamName),
          noStandUp(teamName),
          settledPrompt(one.occurrenceId, one.date, mine === 'answered' ? mine : 'skipped'),
          answerNotPosted(one.date, teamName, null),
          answerNotPosted(one.date, teamName, `skipped: ${teamName}`),
        ]) {
          expect(messageViolations(content)).toEqual([])
          expect(markupViolations(content)).toEqual([])
        }
      }),
      runs,
    )
  })

  it('the modals', () => {
    fc.assert(
      fc.property(modal, hostileTitle(500), instant, zone, (one, title, at, inZone) => {
        for (const each of [
          checkInModal(one),
          skipModal(one.occurrenceId, title),
          savedAheadModal(at, inZone),
        ]) {
          expect(viewViolations(each)).toEqual([])
          expect(markupViolations(each)).toEqual([])
        }
      }),
      runs,
    )
  })

  it('days off', () => {
    fc.assert(
      fc.property(absences, fc.option(hostileTitle(600)), (list, says) => {
        const content = absenceList(list, says)
        expect(messageViolations(content)).toEqual([])
        expect(markupViolations(content)).toEqual([])
        const [first] = list
        for (const each of [awayModal('2026-11-18'), ...(first ? [awaySavedModal(first)] : [])])
          expect(viewViolations(each)).toEqual([])
      }),
      runs,
    )
  })
})

it('a blocker’s button carries what is in the way and the item that it names, within 2,000 characters', () => {
  fc.assert(
    fc.property(checkIn, (one) => {
      const last = checkInReply(one).blocks?.at(-1)
      const buttons = last?.type === 'actions' ? last.elements : []
      const raise = buttons.find((each) => 'action_id' in each && each.action_id === 'blocker.open')
      expect(raise !== undefined).toBe(one.blockers !== '')
      if (!raise || !('value' in raise)) return
      const value = JSON.parse(String(raise.value))
      expect(value.teamId).toBe(one.teamId)
      expect(value.itemKey ?? null).toBe(one.blockedItemKey)
      expect(one.blockers.startsWith(value.text.replace(/…$/, ''))).toBe(true)
    }),
  )
})

describe('the items in the modal of a check-in', () => {
  const withItems = (...statuses: ItemStatus[]) =>
    checkInModal({
      ...{ occurrenceId: 'o', title: 'Stand-up', note: 'Open', own: null, last: null },
      items: statuses.map((each, n) => ({ id: `i${n}`, key: `HP-${n}`, title: `Item ${n}`, status: each })),
    }).blocks
  const selects = (...statuses: ItemStatus[]) =>
    withItems(...statuses).flatMap((block) =>
      'element' in block && block.element.type === 'static_select'
        ? [{ id: block.block_id, select: block.element }]
        : [],
    )
  const usual = ['ready', 'in_progress', 'in_review', 'blocked', 'done']

  it.each<[ItemStatus, string[]]>([
    ['ready', usual],
    ['done', usual],
    ['backlog', ['backlog', ...usual]],
    ['dropped', ['dropped', ...usual]],
  ])('offer one that is %s each status once, its own among them and chosen', (own, expected) => {
    const [item] = selects(own)
    expect(item?.select.options?.map(({ value }) => value)).toEqual(expected)
    expect(item?.select.initial_option?.value).toBe(own)
    expect(item?.id).toBe(`item.i0.${own}`)
  })

  it.each([
    [0, 0, null],
    [20, 20, null],
    [21, 20, 'and 1 more of your items'],
  ])('are, of %i, %i', (count, offered, more) => {
    const blocks = withItems(...Array.from({ length: count }, () => 'ready' as const))
    expect(selects(...Array.from({ length: count }, () => 'ready' as const))).toHaveLength(offered)
    expect(JSON.stringify(blocks).includes('Move your items')).toBe(count > 0)
    expect(/and \d+ more of your items/.exec(JSON.stringify(blocks))?.[0] ?? null).toBe(more)
  })
})
