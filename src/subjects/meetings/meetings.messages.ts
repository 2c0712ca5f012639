// Reminders of planning, refinement and review.
import type { KnownBlock } from '@slack/types'
import type { Progress } from '#domain/sprint/progress.ts'
import type { Lack, NotReady } from '#domain/sprint/readiness.ts'
import { context, header, message, section } from '#platform/blocks/blocks.ts'
import { oneLine, plural, safe } from '#platform/blocks/text.ts'
import { timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
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
  notReady: NotReady[]
  carriedOver: Named[]
  risksWithoutPlan: string[]
}

export interface RefinementMeeting extends Meeting {
  notReady: NotReady[]
  /** Items that were looked at. */
  looked: number
}

export interface ReviewMeeting extends Meeting {
  progress: Progress
  finished: Named[]
  unfinished: Named[]
  objectives: {
    text: string
    baseline: string | null
    target: string | null
    latest: { value: string } | null
  }[]
}

const shownItems = 12
const lackWords: Record<Lack, string> = {
  estimate: 'no estimate',
  acceptance: 'no acceptance criteria',
  owner: 'no owner',
}

/** Planning: what the sprint would take on against what the team can, what is left over, and what is not ready. */
export function planningReminder(meeting: PlanningMeeting): Content {
  const { progress, capacity, capacityUnit, notReady, carriedOver, risksWithoutPlan } = meeting
  const { committed, unit } = progress
  const [low, high] = capacity
  const total = unit ? amount(committed.value, unit) : amount(committed.items, 'items')
  const can =
    high === null
      ? ''
      : ` against a capacity of *${low === null || low === high ? '' : `${number(low)}–`}${number(high)} ${safe(capacityUnit ?? 'points', 20)}*`
  const over = high !== null && unit === capacityUnit && committed.value > high
  return reminder(meeting, 'planning', [
    ...goalBlocks(meeting.goals),
    section(
      `${over ? '⚠️ ' : ''}Planned: *${total}*${unit ? ` in ${plural(committed.items, 'item')}` : ''}${can}.`,
    ),
    ...listed('Not finished in the sprint before', carriedOver.map(named)),
    ...listed('Not ready yet', notReady.map(lacking)),
    ...listed(
      'Risks without a mitigation',
      risksWithoutPlan.map((title) => `• ${safe(oneLine(title), 200)}`),
    ),
    ...(notReady.length ? [] : [context('Every item has an estimate, acceptance criteria and an owner.')]),
  ])
}

/** Refinement: the items that are not ready, by name, with what each lacks. */
export function refinementReminder(meeting: RefinementMeeting): Content {
  const { notReady, looked } = meeting
  const summary = notReady.length
    ? `*${plural(notReady.length, 'item')}* of ${looked} ${notReady.length === 1 ? 'is' : 'are'} not ready:`
    : `All ${plural(looked, 'item')} that have not begun are ready: estimated, with acceptance criteria and an owner. 🎉`
  return reminder(meeting, 'refinement', [section(summary), ...listed(null, notReady.map(lacking))])
}

/** Review: what can be shown, what is not done, and the objectives to speak about. */
export function reviewReminder(meeting: ReviewMeeting): Content {
  const { progress, finished, unfinished, objectives } = meeting
  const { unit, done, committed } = progress
  const reached = unit
    ? `${number(done.value)} of ${amount(committed.value, unit)}`
    : `${done.items} of ${amount(committed.items, 'items')}`
  return reminder(meeting, 'review', [
    ...goalBlocks(meeting.goals),
    section(`Done: *${reached}*.`),
    ...listed('To show', finished.map(named)),
    ...listed('Not done', unfinished.map(named)),
    ...listed('Objectives', objectives.map(objectiveLine)),
  ])
}

function reminder(meeting: Meeting, what: string, blocks: KnownBlock[]): Content {
  const { title, sprint, zone, opensAt, closesAt, late } = meeting
  const times = `${timeText(opensAt, zone)} – ${timeText(closesAt, zone)}`
  return message(`${safe(title, 100)} of ${safe(sprint, 100)} (${times})`, [
    header(`${title} · ${sprint}`),
    context(`${times}${late ? ' · this reminder is late' : ''}`),
    ...blocks,
    context(hints[what] ?? ''),
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

function objectiveLine({ text, baseline, target, latest }: ReviewMeeting['objectives'][number]): string {
  const facts = [
    latest ? `now ${safe(latest.value, 60)}` : 'not reported yet',
    ...(baseline ? [`was ${safe(baseline, 60)}`] : []),
    ...(target ? [`target ${safe(target, 60)}`] : []),
  ]
  return `• ${safe(oneLine(text), 160)} (${facts.join(', ')})`
}
