/** Units → groups of parallel siblings, and the series that groups of one shape form. */
import { MAY_BE_CARD, type Unit } from '../facts/unit.ts'
import type { Role } from '../vocabulary/index.ts'

export interface Group {
  readonly kind: Unit['kind']
  readonly members: number[]
  /** What sort of heading the members are: a shape, "box", "role", "field" or "theme"; "" for others. */
  readonly sort: string
}

const TASK_LINE = /^[-*]?\s*\[[ xX]\]/

/** Groups in the order of their first lines. */
export function groupsOf(units: readonly Unit[], title: number): Group[] {
  const groups = new Map<string, Group>()
  /** How many directives part the entries below a unit. */
  const parts = new Map<number, number>()
  const titleLine = title < 0 ? 0 : (units[title] as Unit).line
  units.forEach((unit, at) => {
    if (!MAY_BE_CARD.has(unit.kind) && !isKeyedLine(unit)) return
    if (!/[\p{L}\p{N}]/u.test(unit.text) && unit.kind !== 'row') return
    if (unit.kind === 'code' && !TASK_LINE.test(unit.text) && unit.shape === '') return
    if (unit.kind === 'heading' && unit.line <= titleLine) return
    const sort = sortOf(unit)
    if (unit.kind === 'item' && unit.node.directive !== null)
      parts.set(unit.parent, (parts.get(unit.parent) ?? 0) + 1)
    const part = unit.kind === 'item' ? (parts.get(unit.parent) ?? 0) : 0
    const key = `${unit.kind} ${part} ${unit.parent} ${sort === '' ? '' : unit.level} ${sort}`
    const group = groups.get(key)
    if (group) group.members.push(at)
    else groups.set(key, { kind: unit.kind, members: [at], sort })
  })
  return [...groups.values()]
}

/** "US-1: As a user …" as a line of prose: a code, a mark, and words. */
function isKeyedLine(unit: Unit): boolean {
  if (unit.kind !== 'para' || !unit.startsWithKey || !unit.shape.startsWith('c:')) return false
  return /^[^\s:：|—–]+(?:\s\d[\d.]*)?\s*(?:[:：|—–]|-\s)\s*\S/u.test(unit.text)
}

function sortOf(unit: Unit): string {
  if (unit.kind === 'item' || unit.kind === 'row') return ''
  if (unit.kind === 'code') return unit.shape || 'line'
  if (unit.shape !== '') return unit.shape
  if (unit.kind === 'bold' && unit.field) return 'field'
  if (unit.section.box) return 'box'
  return (unit.section.role && unit.section.exact) || unit.section.mention ? 'role' : 'theme'
}

export interface SeriesFacts {
  readonly units: readonly Unit[]
  readonly title: number
  readonly isBox: (unit: number) => boolean
  /** How often the words of each heading without numbers stand in the document. */
  readonly repeats: ReadonlyMap<string, number>
}

/** A heading's words without digits and marks. */
export const wordsOnly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .slice(0, 40)

/** The name of a group's series: its shape, and the shapes of what stands around it. */
export function seriesOf(
  group: Group,
  around: readonly number[],
  depth: number,
  exact: Role | null,
  facts: SeriesFacts,
): string {
  const first = facts.units[group.members[0] as number] as Unit
  if (group.kind === 'row') {
    const header = (facts.units[first.parent] as Unit).columns?.header ?? []
    return ['row', ...header.map((cell) => cell.toLowerCase()), exact].join('|')
  }
  const members = group.members.map((at) => facts.units[at] as Unit)
  const most = (test: (unit: Unit) => boolean) => members.filter(test).length * 2 > members.length
  const lead = around.find((at) => {
    const { kind } = facts.units[at] as Unit
    return kind === 'heading' || kind === 'label' || kind === 'bold' || kind === 'para'
  })
  return [
    group.kind,
    depth,
    group.sort,
    group.kind === 'heading' || group.kind === 'label' ? first.level : 0,
    most((unit) => unit.shape.startsWith('c:')) ? 'coded' : '',
    signature(around[0], facts),
    depth > 0 ? signature(lead, facts) : '',
    exact,
  ].join('|')
}

function signature(at: number | undefined, { units, title, isBox, repeats }: SeriesFacts): string {
  if (at === undefined) return 'root'
  const unit = units[at] as Unit
  if (unit.kind === 'item' || unit.kind === 'row' || unit.kind === 'fence') return unit.kind
  const kind = unit.kind === 'para' ? 'bold' : unit.kind
  if (isBox(at)) return `${kind} ${unit.level} box`
  const role = unit.section.role && at !== title ? unit.section.role : ''
  const words = wordsOnly(unit.text)
  const repeated = words !== '' && (repeats.get(words) ?? 0) > 1 ? words : ''
  return `${kind} ${unit.level} ${repeated}${role || (unit.shape.startsWith('c:') ? 'c' : 't')}`
}
