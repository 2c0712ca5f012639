// Reminders of planning, refinement and review.
import type { KnownBlock } from '@slack/types'
import type { Progress } from '#domain/sprint/progress.ts'
import type { Lack, NotReady, Readiness } from '#domain/sprint/readiness.ts'
import type { ObjectiveLine } from '#domain/sprint/types.ts'
import { context, header, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, plural, safe } from '#platform/blocks/text.ts'
import { timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { objectiveLine } from '#subjects/objectives/index.ts'
import { amount, number } from '#wording/amounts.ts'

interface Meeting {
  title: string
  sprint: string
  /** IANA; the team's. */
  zone: string
  opensAt: Date
  closesAt: Date
  late: boolean
  goals: string[]
}

interface Named {
  key: string
  title: string
}

export interface PlanningMeeting extends Meeting {
  progress: Progress
  capacity: [low: number | null, high: number | null]
  capacityUnit: string | null
  readiness: Readiness
  carriedOver: Named[]
  risksWithoutPlan: string[]
}

export interface RefinementMeeting extends Meeting {
  /** Where was looked, in the order of what comes first: this sprint, the next one, the backlog. */
  places: { name: string; readiness: Readiness }[]
}

export interface ReviewMeeting extends Meeting {
  progress: Progress
  finished: Named[]
  unfinished: Named[]
  objectives: ObjectiveLine[]
}

const shownItems = 12
const lackWords: Record<Lack, string> = {
  estimate: 'no estimate',
  acceptance: 'no acceptance criteria',
  owner: 'no owner',
}

/** Planning: what the sprint would take on against what the team can, what is left over, and what is not ready. */
export function planningReminder(meeting: PlanningMeeting): Content {
  const { readiness, carriedOver, risksWithoutPlan } = meeting
  return reminder(meeting, 'planning', [
    ...goalBlocks(meeting.goals),
    section(plannedText(meeting)),
    ...listed('Not finished in the sprint before', carriedOver.map(named)),
    ...listed('Not ready yet', readiness.notReady.map(lacking)),
    ...listed(
      'Risks without a mitigation',
      risksWithoutPlan.map((title) => `• ${safe(oneLine(title), 200)}`),
    ),
    ...(readiness.waiting && !readiness.notReady.length ? [context(allReady(readiness.waiting))] : []),
  ])
}

function plannedText({ progress, capacity, capacityUnit }: PlanningMeeting): string {
  const { committed, unit } = progress
  const [low, high] = capacity
  const canUnit = safe(capacityUnit ?? 'points', 20)
  const can =
    high === null
      ? null
      : `${low === null || low === high ? '' : `${number(low)}–`}${number(high)} ${canUnit}`
  if (committed.items === 0)
    return `The plan has no items for this sprint yet${can ? `; its capacity is *${can}*` : ''}.`
  const total = unit ? amount(committed.value, unit) : amount(committed.items, 'items')
  const over = high !== null && unit === capacityUnit && committed.value > high
  const within = unit ? ` in ${plural(committed.items, 'item')}` : ''
  return `${over ? '⚠️ ' : ''}Planned: *${total}*${within}${can ? ` against a capacity of *${can}*` : ''}.`
}

const allReady = (waiting: number): string =>
  waiting === 1
    ? 'The one item that waits to begin has an estimate, acceptance criteria and an owner.'
    : `Each of the ${waiting} items that wait to begin has an estimate, acceptance criteria and an owner.`

/** Refinement: the items that are not ready, by name and place, with what each lacks. */
export function refinementReminder(meeting: RefinementMeeting): Content {
  const { places } = meeting
  const waiting = places.reduce((sum, { readiness }) => sum + readiness.waiting, 0)
  const lacks = places.filter(({ readiness }) => readiness.notReady.length > 0)
  const names = places.map(({ name }) => safe(oneLine(name), 80))
  const where = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('')
  if (waiting === 0)
    return reminder(meeting, 'nothing', [section(`Nothing to refine: no item of ${where} waits to begin.`)])
  if (lacks.length === 0)
    return reminder(meeting, 'refinement', [section(`${allReady(waiting)} I looked in ${where}. 🎉`)])
  const count = lacks.reduce((sum, { readiness }) => sum + readiness.notReady.length, 0)
  return reminder(meeting, 'refinement', [
    section(
      `*${count} of ${plural(waiting, 'item')}* that ${waiting === 1 ? 'waits' : 'wait'} to begin ${count === 1 ? 'is' : 'are'} not ready:`,
    ),
    ...lacks.flatMap(({ name, readiness }) =>
      listed(safe(oneLine(name), 80), readiness.notReady.map(lacking)),
    ),
  ])
}

/** Review: what can be shown, what is not done, and the objectives to speak about. */
export function reviewReminder(meeting: ReviewMeeting): Content {
  const { progress, finished, unfinished, objectives, zone } = meeting
  const { unit, done, committed } = progress
  const reached = unit
    ? `${number(done.value)} of ${amount(committed.value, unit)}`
    : `${done.items} of ${amount(committed.items, 'items')}`
  return reminder(meeting, 'review', [
    ...goalBlocks(meeting.goals),
    section(`Done: *${reached}*.`),
    ...listed('To show', finished.map(named)),
    ...listed('Not done', unfinished.map(named)),
    ...listed(
      'Objectives',
      objectives.map((each) => objectiveLine(each, zone)),
    ),
  ])
}

function reminder(meeting: Meeting, what: string, blocks: KnownBlock[]): Content {
  const { title, sprint, zone, opensAt, closesAt, late } = meeting
  const times = `${timeText(opensAt, zone)} – ${timeText(closesAt, zone)}`
  return message(`${safe(title, 100)} of ${safe(sprint, 100)} (${times})`, [
    header(`${title} · ${sprint}`),
    context(`${times}${late ? ' · this reminder is late' : ''}`),
    ...blocks,
    ...(hints[what] ? [context(hints[what])] : []),
  ])
}

const hints: Record<string, string> = {
  planning: '`/sprint plan` shows the whole plan.',
  refinement:
    'Change the plan’s file, and the next import tells what changed. `/sprint item KEY` shows an item.',
  review: '`/sprint digest` has it in the form for stakeholders.',
}

function goalBlocks(goals: string[]): KnownBlock[] {
  if (goals.length === 0) return [section('🎯 *No sprint goal is stated.*')]
  return [
    section(
      goals
        .slice(0, 5)
        .map((goal) => `🎯 ${safe(oneLine(goal), 400)}`)
        .join('\n'),
    ),
  ]
}

function listed(title: string | null, lines: string[]): KnownBlock[] {
  if (lines.length === 0) return []
  const left = lines.length - shownItems
  const all = [
    ...(title ? [`*${title}*`] : []),
    ...lines.slice(0, shownItems),
    ...(left > 0 ? [`_and ${left} more_`] : []),
  ]
  return [section(all.join('\n'))]
}

const named = ({ key, title }: Named) => `• *${safe(key, 60)}* ${safe(oneLine(title), 140)}`
const lacking = (item: NotReady) => `${named(item)} — ${item.lacks.map((lack) => lackWords[lack]).join(', ')}`
