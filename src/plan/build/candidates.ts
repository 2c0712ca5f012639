/** Candidates for items: adding them, and joining repeats. */

import type { Item, Role as TeamRole } from '#domain/plan-file.ts'
import type { Node } from '../outline.ts'
import type { RuleName } from '../rules.ts'
import { fold } from '../text.ts'
import { placesOfKeys, sameBlock, tablesOf } from './candidate-places.ts'
import type { Candidate, Context, Draft } from './draft.ts'
import { PART_OF } from './item-fields.ts'

/** "and S1-QA-02", "→ US-3": a list of other items and no title. */
const ONLY_KEYS =
  /^(?:(?:and|e|y|et|und|i|и|ve|,|\+|&|→|-|to|a|bis|[A-Z][A-Z0-9]{0,6}(?:[-_][A-Z0-9]{1,6}){0,3}[-_]?\d{1,4}(?:\.\d+)*)\s*)+$/

/** An issue's number: a card that is told by it alone. */
const ISSUE_KEY = /(?:^|\/[\w.-]+)#\d+$/

export interface CandidateFacts {
  /** Only adds to an item that stands elsewhere. */
  onlyJoins: boolean
  rule: RuleName
  node: Node | null
  future: boolean
}

/** Takes the note "part of" out of an item. */
function takePartOf(item: Item): string | null {
  const at = item.dependsOn.findIndex((text) => text.startsWith(PART_OF))
  return at < 0 ? null : bareKey((item.dependsOn.splice(at, 1)[0] as string).slice(PART_OF.length))
}

/** Items that name another one as their story become its tasks. */
export function foldParts(draft: Draft, all: Candidate[]): Candidate[] {
  const byKey = new Map<string, Candidate>()
  for (const c of all) c.partOf = takePartOf(c.item)
  for (const c of all) if (c.bareKey && c.partOf === null && !byKey.has(c.bareKey)) byKey.set(c.bareKey, c)
  const parents = new Map<Candidate, Candidate>()
  const series = new Map<string, { parts: number; all: number }>()
  if (all.every((c) => c.partOf === null)) return all
  for (const c of all) {
    const parent = c.partOf === null ? undefined : byKey.get(c.partOf)
    const isPart =
      parent !== undefined &&
      parent !== c &&
      !(parent.item.estimate === null && c.item.estimate !== null && parent.rule !== 'item.heading')
    if (isPart) parents.set(c, parent)
    const count = series.get(seriesOf(c)) ?? { parts: 0, all: 0 }
    series.set(seriesOf(c), { parts: count.parts + Number(isPart), all: count.all + 1 })
  }
  return all.filter((c) => {
    const parent = parents.get(c)
    const count = series.get(seriesOf(c))
    if (!parent && !(count && seriesOf(c) !== '' && count.parts > 2 && count.parts > count.all / 2))
      return true
    parent?.item.tasks.push({ text: c.item.title, done: c.item.status === 'done' })
    draft.claims.add(
      'item.repeat',
      c.item.line,
      c.item.line,
      parent ? `items: ${parent.item.title}.tasks` : 'a task like the others of its series',
    )
    return false
  })
}

const seriesOf = (c: Candidate) => (c.item.keyStated ? (/^(.*?)[-_ ]?\d+$/.exec(c.item.key)?.[1] ?? '') : '')

export function bareKey(key: string): string {
  return fold(key)
    .replace(
      /^(?:user story|story|task|ticket|issue|item|epic|card|us|hu|aufgabe|tarea|tarefa|tache|задача) (?=\d)/,
      '',
    )
    .replace(/[#\s]/g, '')
}

/** A heading that is a member's name gives the work below it to that member. */
export function isMember(draft: Draft, name: string): boolean {
  if (name.length >= 40) return false
  const { roles } = draft.team
  const known = members.get(roles) ?? { read: 0, names: new Set<string>() }
  members.set(roles, known)
  for (; known.read < roles.length; known.read++)
    for (const member of roles[known.read]?.names ?? []) {
      known.names.add(member)
      known.names.add(member.split(' ')[0] as string)
    }
  return known.names.has(name)
}

/** Names of each list of roles, which only grows while the document is read. */
const members = new WeakMap<readonly TeamRole[], { read: number; names: Set<string> }>()

export function addCandidate(draft: Draft, context: Context, item: Item, facts: CandidateFacts): Candidate {
  if (item.status === null && context.lane !== null) item.status = context.lane
  const says = /\p{L}/u.test(item.title) && !ONLY_KEYS.test(item.title)
  const candidate: Candidate = {
    item,
    scope: context.scope,
    toBacklog: facts.future || context.role === 'future',
    onlyJoins:
      facts.onlyJoins ||
      !(
        says ||
        (item.keyStated &&
          (facts.rule === 'item.row' || facts.rule === 'item.heading' || ISSUE_KEY.test(item.key)))
      ),
    rule: facts.rule,
    node: facts.node,
    bareKey: item.keyStated ? bareKey(item.key) : null,
    partOf: null,
    named: null,
  }
  if (item.assignees.length === 0 && item.epic !== null && isMember(draft, item.epic)) {
    item.assignees = [item.epic]
    item.epic = null
  }
  ;(context.scope ? context.scope.candidates : draft.loose).push(candidate)
  if (!candidate.onlyJoins && facts.rule !== 'item.heading') draft.titles.set(titleKey(candidate), candidate)
  return candidate
}

/** The folded beginning of a title, computed once a title. */
function titleKey(candidate: Candidate): string {
  const { title } = candidate.item
  if (candidate.named?.title !== title)
    candidate.named = { title, key: fold(title.slice(0, 120)).slice(0, 80) }
  return candidate.named.key
}

/** How much a candidate tells about its item. */
function weight(candidate: Candidate): number {
  const { item } = candidate
  const detail =
    item.acceptance.length + item.tasks.length + (item.description ? 1 : 0) + (item.endLine - item.line)
  return (
    (candidate.node?.kind === 'heading' || candidate.node?.kind === 'label'
      ? 1000
      : candidate.rule === 'item.row'
        ? 100
        : 0) + Math.min(99, detail)
  )
}

/** Fills what the kept one leaves open with what its repeat says. */
function join(kept: Item, other: Item): void {
  kept.estimate ??= other.estimate
  kept.status ??= other.status
  kept.priority ??= other.priority
  kept.epic ??= other.epic
  kept.kind ??= other.kind
  kept.description ??= other.description
  if (kept.assignees.length === 0) kept.assignees = other.assignees
  if (kept.labels.length === 0) kept.labels = other.labels
  if (kept.dependsOn.length === 0) kept.dependsOn = other.dependsOn
  if (kept.acceptance.length === 0) kept.acceptance = other.acceptance
  if (kept.tasks.length === 0) kept.tasks = other.tasks
  if (fold(kept.title) === fold(kept.key)) kept.title = other.title
  kept.stretch ||= other.stretch
  for (const link of other.links) if (!kept.links.includes(link)) kept.links.push(link)
}

/** Candidates that state the same key, or in one sprint the same title, become one. */
export function joinRepeats(draft: Draft, all: Candidate[]): Candidate[] {
  const byName = new Map<string, Candidate>()
  const dropped = new Set<Candidate>()
  const usesOfKey = new Map<string, Set<string>>()
  for (const c of all)
    if (c.bareKey) usesOfKey.set(c.bareKey, (usesOfKey.get(c.bareKey) ?? new Set()).add(titleKey(c)))
  const scopes = new Map<unknown, number>()
  const scopeNumber = (c: Candidate) => {
    const scope = scopes.get(c.scope) ?? scopes.size
    scopes.set(c.scope, scope)
    return scope
  }
  const tables = tablesOf(all)
  const visit = (c: Candidate, name: string) => {
    const known = byName.get(name)
    if (!known || known === c || dropped.has(known)) {
      byName.set(name, c)
      return
    }
    if (
      c.rule === known.rule &&
      c.rule === 'item.row' &&
      c.bareKey &&
      /^\d+$/.test(c.bareKey) &&
      !/^us/i.test(c.item.key) &&
      c.scope === known.scope &&
      titleKey(c) !== titleKey(known)
    )
      return
    if (name.startsWith('title') && sameBlock(tables, c, known)) return
    const [kept, other] = weight(c) > weight(known) ? [c, known] : [known, c]
    join(kept.item, other.item)
    if (kept.scope === null && other.scope !== null) kept.scope = other.scope
    kept.toBacklog &&= other.toBacklog
    kept.onlyJoins &&= other.onlyJoins
    dropped.add(other)
    byName.set(name, kept)
    draft.claims.add(
      'item.repeat',
      other.item.line,
      other.item.line,
      `items: ${kept.item.title}, line ${kept.item.line}`,
    )
  }
  const places = placesOfKeys(all)
  const oneThing = new Map<string, boolean>()
  for (const c of all) {
    if (!c.bareKey) continue
    const one = oneThing.get(c.bareKey) ?? sameThing(c.bareKey, usesOfKey.get(c.bareKey))
    oneThing.set(c.bareKey, one)
    if (one) visit(c, `key ${c.bareKey}`)
    else if (places.get(c.scope)?.get(c.bareKey) === 'row heading ')
      visit(c, `both ${scopeNumber(c)} ${c.bareKey}`)
  }
  for (const c of all) {
    if (dropped.has(c)) continue
    const key = titleKey(c)
    if (key.length < 4) continue
    const name = `title ${scopeNumber(c)} ${key}`
    if (c.bareKey === null || c.onlyJoins) visit(c, name)
    else if (!byName.has(name)) byName.set(name, c)
  }
  return all.filter((c) => !dropped.has(c))
}

/** Whether the titles that use one key name one thing: each shares most of its words with the first. */
export function sameThing(key: string, titles: ReadonlySet<string> | undefined): boolean {
  if (!titles || titles.size <= 1) return true
  const named = [...titles].filter((title) => bareKey(title) !== key)
  const [first, ...rest] = named.map((title) => new Set(title.split(' ')))
  if (!first) return true
  return rest.every((words) => {
    const both = [...words].filter((word) => first.has(word)).length
    return both >= Math.min(words.size, first.size) * (/^\d+$/.test(key) ? 0.75 : 0.34)
  })
}
