// An item's card, with what can be done about it.
import type { Button, KnownBlock, StaticSelect } from '@slack/types'
import type { ItemFacts, ItemStatus, Level } from '#domain/sprint/types.ts'
import { context, fields, message, option, section } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { openBlockerForm, resolveBlocker } from '#subjects/blockers/index.ts'
import { statusWords } from '#wording/amounts.ts'
import { listed } from '#wording/lines.ts'
import { ageText, estimateText, severityMarks, statusLabel, statusOrder } from '#wording/marks.ts'
import { cardBlockOf, moveItemButton, statusChoice } from './ids.ts'

export interface ItemBlocker {
  id: string
  number: number
  text: string
  severity: Level
  ageDays: number
}

/** An item as it is shown. People are Slack user ids; names that nobody is known by stand apart. */
export interface ItemCard {
  item: ItemFacts
  sprintName: string | null
  owners: { people: string[]; unknown: string[] }
  /** Not resolved. */
  blockers: ItemBlocker[]
  /** `status` null: no item of the team has that key. */
  dependsOn: { key: string; title: string | null; status: ItemStatus | null }[]
  tasks: { text: string; done: boolean }[]
  /** "Tue 17 Nov": since when it has its status, in the team's zone; `days` in working days. */
  since: { date: string; days: number }
  /** The last change of its status: by a person (Slack user id) or a revision of the plan; null: it followed from another. */
  lastMove: { from: string | null; by: string | 'the plan' | null } | null
}

const shownCriteria = 12
const shownTasks = 10

export function itemCard(card: ItemCard): Content {
  const { item } = card
  const title = `*${safe(item.key, 80)}*  ${safe(oneLine(item.title), 400)}`
  const blocks: KnownBlock[] = [section(title), fields(facts(card))]
  if (card.blockers.length) blocks.push(section(listed('⛔ *Blocked by*', card.blockers.map(blockerLine), 5)))
  if (item.description) blocks.push(section(safe(item.description, 700)))
  if (item.acceptance.length)
    blocks.push(section(listed('*Acceptance*', item.acceptance.map(bullet), shownCriteria)))
  if (card.tasks.length) blocks.push(section(taskLines(card)))
  if (card.dependsOn.length) blocks.push(section(listed('*Depends on*', card.dependsOn.map(dependency), 6)))
  const links = item.links.flatMap((link) => linkText(link) ?? [])
  if (links.length) blocks.push(section(listed('*Links*', links, 8)))
  blocks.push(context(history(card)))
  blocks.push({
    type: 'actions',
    block_id: cardBlockOf(item.id),
    elements: [...moveButtons(card), blockButton(item), statusSelect(item, 'Move to…')],
  })
  return message(
    `${safe(item.key, 80)} ${safe(oneLine(item.title), 200)}: ${statusWords[item.status].words}`,
    blocks,
  )
}

/** A select of all statuses, with the item's own chosen. */
export function statusSelect(item: Pick<ItemFacts, 'id' | 'status'>, placeholder: string): StaticSelect {
  const options = statusOrder
    .filter((status) => status !== 'blocked' || item.status === 'blocked')
    .map((status) => option(statusLabel(status), statusChoice.encode({ to: status, itemId: item.id })))
  const own = options.find(({ value }) => value === statusChoice.encode({ to: item.status, itemId: item.id }))
  return {
    type: 'static_select',
    action_id: statusChoice.id,
    placeholder: { type: 'plain_text', text: placeholder, emoji: true },
    options,
    ...(own ? { initial_option: own } : {}),
  }
}

/** The steps that come next for the item's status, the likeliest first and green. */
function moveButtons({ item: { id, status }, blockers }: ItemCard): Button[] {
  const start = moveItemButton.button('Start', id, { part: 'in_progress', style: 'primary' })
  const review = moveItemButton.button('To review', id, { part: 'in_review' })
  const done = moveItemButton.button('Done', id, { part: 'done', style: 'primary' })
  if (status === 'backlog' || status === 'ready') return [start]
  if (status === 'in_progress') return [done, review]
  if (status === 'in_review') return [done]
  if (status === 'blocked')
    return blockers.length
      ? blockers
          .slice(0, 3)
          .map(({ id: blocker, number }) =>
            resolveBlocker.button(`Resolve B-${number}…`, blocker, { part: number }),
          )
      : [moveItemButton.button('Resume', id, { part: 'in_progress', style: 'primary' })]
  return [moveItemButton.button('Reopen', id, { part: 'in_progress' })]
}

const blockButton = (item: ItemFacts): Button =>
  openBlockerForm.button('Block…', { teamId: item.teamId, itemId: item.id })

function facts({ item, owners, sprintName }: ItemCard): string[] {
  const people = [...owners.people.map(mention), ...owners.unknown.map((name) => `_${safe(name, 80)}_`)]
  return [
    `*Status*\n${statusLabel(item.status)}`,
    `*Owner*\n${people.slice(0, 6).join(', ') || 'nobody yet'}`,
    `*Estimate*\n${estimateText(item) ?? 'none yet'}${item.stretch ? ' · stretch' : ''}`,
    `*Sprint*\n${sprintName === null ? 'backlog' : safe(oneLine(sprintName), 150)}`,
    ...(item.epic ? [`*Epic*\n${safe(oneLine(item.epic), 200)}`] : []),
    ...(item.priority ? [`*Priority*\n${safe(oneLine(item.priority), 100)}`] : []),
    ...(item.labels.length ? [`*Labels*\n${safe(oneLine(item.labels.join(', ')), 300)}`] : []),
  ]
}

function taskLines({ tasks }: ItemCard): string {
  const done = tasks.filter((task) => task.done).length
  const lines = tasks.map((task) => `${task.done ? '☑' : '☐'} ${safe(oneLine(task.text), 250)}`)
  return listed(`*Tasks* (${done} of ${tasks.length} done)`, lines, shownTasks)
}

function dependency({ key, title, status }: ItemCard['dependsOn'][number]): string {
  if (status === null) return `• ${safe(oneLine(key), 200)}`
  return `${statusWords[status].mark} *${safe(key, 80)}* ${safe(oneLine(title ?? ''), 150)}`
}

const bullet = (text: string): string => `• ${safe(oneLine(text), 300)}`

/** "🔴 *B-3* text · 2 working days". */
export const blockerLine = ({ number, severity, text, ageDays }: ItemBlocker): string =>
  `${severityMarks[severity]} *B-${number}* ${safe(oneLine(text), 200)} · ${ageText(ageDays)}`

/** A web address as a link, another text as text; null for nothing. */
function linkText(link: string): string | null {
  const shown = safe(oneLine(link), 300)
  return shown === '' ? null : `• ${shown}`
}

function history({ item, since, lastMove }: ItemCard): string {
  const age = since.days === 0 ? '' : ` (${plural(since.days, 'working day')})`
  const by = lastMove?.by
    ? `, moved by ${lastMove.by === 'the plan' ? lastMove.by : mention(lastMove.by)}`
    : ''
  const before = lastMove?.from && lastMove.from in statusWords ? lastMove.from.replace('_', ' ') : null
  const from = before ? (by ? ` from ${before}` : `, before that ${before}`) : ''
  return `${statusLabel(item.status)} since ${since.date}${age}${by}${from}  ·  line ${item.line} of the plan`
}
