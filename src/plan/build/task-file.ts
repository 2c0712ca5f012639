/** A file that is one card, as Backlog.md keeps them: its frontmatter states key, title and state, its text tells more of it. */
import type { Node } from '../outline.ts'
import { isNobody, peopleOf } from '../people.ts'
import { statusOf } from '../status.ts'
import { fold, squeeze } from '../text.ts'
import { KINDS } from '../vocabulary/levels.ts'
import { addCandidate } from './candidates.ts'
import { type Context, type Draft, emptyItem } from './draft.ts'
import { type FrontmatterEntry, frontmatterEntries } from './frontmatter.ts'

/** Keys of a plan: a file that has one is no single card. */
const OF_PLAN =
  /^(?:sprint|iteration|start|end|start[ _-]?date|end[ _-]?date|dates|goal|goals|capacity|team|standup)$/i

/** The entries of the frontmatter where they make the file a card: an id with a number, a title and a state. */
export function taskFileEntries(
  draft: Draft,
  frontmatter: Node | null,
): Map<string, FrontmatterEntry> | null {
  if (!frontmatter?.texts.some((text) => /^id\s?:/i.test(text))) return null
  const entries = new Map(
    frontmatterEntries({ ...draft, diagnostics: [] }, frontmatter).map((entry) => [
      entry.key.toLowerCase(),
      entry,
    ]),
  )
  const value = (key: string) => entries.get(key)?.value ?? ''
  if (!/\d/.test(value('id')) || value('title') === '' || value('status') === '') return null
  return [...entries.keys()].some((key) => OF_PLAN.test(key)) ? null : entries
}

/** Adds the card; the context in which the rest of the file is read. */
export function readTaskFile(
  draft: Draft,
  context: Context,
  frontmatter: Node,
  entries: ReadonlyMap<string, FrontmatterEntry>,
  endLine: number,
): Context {
  const value = (key: string) => entries.get(key)?.value ?? ''
  const list = (key: string) =>
    value(key)
      .split(',')
      .map((part) => squeeze(part))
      .filter((part) => part !== '' && !isNobody(part))
  const item = emptyItem(entries.get('title')?.line ?? frontmatter.line, endLine)
  item.key = value('id')
  item.keyStated = true
  item.title = squeeze(value('title'))
  item.status = statusOf(value('status'))
  item.assignees = peopleOf(value('assignee') || value('assignees') || value('owner')).map((name) =>
    name.replace(/^@/, ''),
  )
  item.labels = list(entries.has('labels') ? 'labels' : 'tags')
  item.dependsOn = list(entries.has('dependencies') ? 'dependencies' : 'depends_on')
  item.priority = value('priority') || null
  item.kind = KINDS.get(fold(value('type') || value('kind'))) ?? null
  item.epic = value('milestone') || value('epic') || null
  draft.claims.add('document.frontmatter', frontmatter.line, frontmatter.endLine, 'a card’s fields')
  draft.claims.add('item.heading', item.line, item.line, `items: ${item.title}`)
  const candidate = addCandidate(draft, context, item, {
    onlyJoins: false,
    rule: 'item.heading',
    node: null,
    future: true,
  })
  return { ...context, item, candidate, role: 'description', roles: ['description'] }
}
