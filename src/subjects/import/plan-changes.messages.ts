// What changed between two revisions of a plan, a line each.
import type { ItemStatus } from '#domain/plan-file.ts'
import type { PlanChange } from '#plan/diff.ts'
import { oneLine, plural } from '#platform/blocks/text.ts'
import { statusWords } from '#wording/amounts.ts'

const listed = (words: string[]): string => (words.length ? words.join(', ') : 'nobody')
const status = (value: ItemStatus | null): string => (value ? statusWords[value].words : 'none')
const span = ({ start, end }: { start: string | null; end: string | null }): string =>
  start || end ? `${start ?? '?'} to ${end ?? '?'}` : 'no dates'

/** Plain text of one line, as written in the plan: escape it before it goes to Slack. */
export function changeText(change: PlanChange): string {
  switch (change.type) {
    case 'item added':
      return `+ ${item(change)}${bracketed([change.estimate, change.sprint ?? 'backlog'])}`
    case 'item removed':
      return `− ${item(change)}${bracketed([change.estimate, change.sprint ?? 'backlog'])}`
    case 'item renamed':
      return `~ ${change.key} renamed: “${oneLine(change.from)}” → “${oneLine(change.to)}”`
    case 'item rekeyed':
      return `~ ${change.from} is ${change.to} now: ${oneLine(change.title)}`
    case 'item moved':
      return `~ ${item(change)} moved: ${change.from ?? 'backlog'} → ${change.to ?? 'backlog'}`
    case 'item estimated':
      return `~ ${item(change)} estimated: ${change.from ?? 'nothing'} → ${change.to ?? 'nothing'}`
    case 'item reowned':
      return `~ ${item(change)} owned: ${listed(change.from)} → ${listed(change.to)}`
    case 'item status':
      return `~ ${item(change)} status: ${status(change.from)} → ${status(change.to)}`
    case 'item stretch':
      return `~ ${item(change)} is ${change.to ? 'stretch now' : 'committed now'}`
    case 'sprint added':
      return `+ ${change.sprint} (${plural(change.items, 'item')})`
    case 'sprint removed':
      return `− ${change.sprint} (${plural(change.items, 'item')})`
    case 'sprint renamed':
      return `~ ${change.from} is ${change.to} now`
    case 'goals':
      return `~ ${change.sprint} goals: ${goals(change.from)} → ${goals(change.to)}`
    case 'dates':
      return `~ ${change.sprint} dates: ${span(change.from)} → ${span(change.to)}`
  }
}

const item = ({ key, title }: { key: string; title: string }): string => `${key} ${oneLine(title)}`

const bracketed = (facts: (string | null)[]): string => {
  const told = facts.filter((fact) => fact !== null)
  return told.length ? ` (${told.join(', ')})` : ''
}

const goals = (texts: string[]): string =>
  texts.length ? texts.map((text) => `“${oneLine(text)}”`).join(' ') : 'none'
