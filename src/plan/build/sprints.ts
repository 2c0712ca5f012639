/** Headings that open sprints, and which kind of box the document's sprints are. */
import type { Node } from '../outline.ts'
import type { Section } from '../section.ts'
import { exactStatus, markOf } from '../status.ts'
import { fold, squeeze, withoutEmoji } from '../text.ts'
import { BOX_PREFIXES, CONTAINER_KINDS } from '../vocabulary/containers.ts'
import { addSprint, type Context, type Draft, emptySprint, noDates, type SprintDraft } from './draft.ts'
import { lengthOf, sprintStatusOf, takeDates } from './sprint-field.ts'

/** The kind of box that stands for a sprint: the most telling one that the document has; weeks and phases inside sprints are themes. */
export function chooseBoxKind(sections: ReadonlyMap<Node, Section>): string | null {
  const kind = tellingKind(sections)
  return kind !== null && kind !== 'sprint' && isOneSprint(sections, kind) ? null : kind
}

/** A title that names one sprint makes its weeks and phases parts of it; so do weeks that are parted into days. */
function isOneSprint(sections: ReadonlyMap<Node, Section>, kind: string): boolean {
  const [title] = sections.values()
  if (!title) return false
  if (
    /^(?:(?:current|active|this)\s)?sprint\b(?!s)(?!\s*(?:plans?\b|roadmap|planning))/i.test(title.text) &&
    !/\d[\s-]?weeks?/i.test(title.text)
  )
    return true
  if (
    kind !== 'week' ||
    !/sprint|спринт|スプリント|冲刺|스프린트/i.test(title.text) ||
    /roadmap|\d[\s-]?week/i.test(title.text)
  )
    return false
  let days = 0
  for (const [node, section] of sections) if (section.box?.kind === 'day' && node.level > 2) days++
  return days >= 3
}

function tellingKind(sections: ReadonlyMap<Node, Section>): string | null {
  const numbers = new Map<string, Set<string>>()
  const labels = new Map<string, Set<string>>()
  let titleKind: string | null = null
  for (const [node, section] of sections) {
    const box = section.box
    if (!box || (node.kind === 'label' && node.level !== 7)) continue
    const name = box.range ? `${box.kind}s` : box.kind
    const into = node.kind === 'label' ? labels : numbers
    into.set(name, (into.get(name) ?? new Set()).add(box.number))
    if (node.level === 1 && !box.range) titleKind ??= box.kind
  }
  for (const [name, found] of labels)
    if (found.size > 1) numbers.set(name, new Set([...(numbers.get(name) ?? []), ...found]))
  if (numbers.has('sprint')) return 'sprint'
  for (const kind of CONTAINER_KINDS) {
    if (kind === 'day') continue
    const single = numbers.get(kind)?.size ?? 0
    if (single >= 2 || (single === 1 && (titleKind === kind || kind === 'iteration' || kind === 'cycle')))
      return kind
  }
  for (const kind of CONTAINER_KINDS)
    if (kind !== 'day' && (numbers.get(`${kind}s`)?.size ?? 0) >= 2) return `${kind}s`
  return null
}

/** A box of another kind beside the sprints, with work of its own: "Month 5-6" after twelve weeks. */
function standsAlone(draft: Draft, node: Node, context: Context): boolean {
  if (
    context.scope !== null ||
    context.item !== null ||
    draft.mapped ||
    node.kind !== 'heading' ||
    (context.role !== null && context.role !== 'future' && context.role !== 'work')
  )
    return false
  if (draft.sections.get(node)?.box?.kind === 'day') return false
  let below = false
  const look = (parent: Node) => {
    for (const child of parent.children) {
      const box = draft.sections.get(child)?.box
      if (box && (box.range ? `${box.kind}s` : box.kind) === draft.boxKind) below = true
      if (child.kind === 'heading' || child.kind === 'label') look(child)
    }
  }
  look(node)
  return (
    !below &&
    node.children.some((child) => child.kind === 'item' || child.kind === 'table') &&
    node.parent !== null &&
    boxesBelow(draft, node.parent) > 1
  )
}

const boxCounts = new WeakMap<Node, number>()

/** How many boxes stand right below a node, counted once a node. */
function boxesBelow(draft: Draft, node: Node): number {
  const known = boxCounts.get(node)
  if (known !== undefined) return known
  const count = node.children.filter((child) => draft.sections.get(child)?.box).length
  boxCounts.set(node, count)
  return count
}

const WEEK_OF =
  /(?:week (?:of|commencing|starting|beginning)|w\/c|semana del?|woche vom|semaine du|settimana del|week van|неделя с|周起)\s/iu

/** The dates that a heading states: a range, a deadline, or the first day of a week. */
export function takeTitleDates(draft: Draft, opened: SprintDraft, text: string, line: number): void {
  if (takeDates(draft, opened.dates, text, line, 'range')) return
  if (DUE.test(text)) takeDates(draft, opened.dates, text, line, 'end')
  else if (WEEK_OF.test(text) && takeDates(draft, opened.dates, text, line, 'start'))
    opened.sprint.lengthDays ??= 7
}

/** A single date in a heading that bounds the box. */
const DUE =
  /(?:due|by|until|deadline|target|eta|bis|fällig|vence|para|antes de|échéance|avant|до|срок|截止|期限|마감)[:\s]/iu

/** The sprint that a heading opens or continues; null when it is none. */
export function openSprint(draft: Draft, node: Node, section: Section, context: Context): SprintDraft | null {
  const box = section.box
  if (!box || draft.boxKind === null) return null
  if (node.kind === 'label' && node.level !== 7) return null
  const kind = box.range ? `${box.kind}s` : box.kind
  if (kind !== draft.boxKind && !standsAlone(draft, node, context)) return null
  const id = `${box.kind}:${box.number}`
  const known = draft.byId.get(id)
  if (known) {
    const same = fold(known.heading) === fold(section.text)
    const repeats = known.level === node.level && known.candidates.length > 0 && !same && box.rest !== ''
    if (!repeats) {
      draft.claims.add('sprint.heading', node.line, node.endLine, `sprints: ${known.sprint.name}, continued`)
      return known
    }
  }
  if (context.item || draft.mapped) return null
  const sprint = emptySprint(box.name ?? nameOf(section.text), node.line)
  sprint.number = /^\d+$/.test(box.number) ? Number(box.number) : null
  sprint.theme = themeOf(box.rest)
  const opened: SprintDraft = {
    sprint,
    id,
    heading: section.text,
    level: node.level,
    dates: noDates(),
    candidates: [],
    totals: [],
    endLine: node.endLine,
  }
  takeTitleDates(draft, opened, section.text, node.line)
  const inBrackets = /[(（[]([^()（）[\]]{1,60})[)）\]]/.exec(section.text)?.[1]
  if (inBrackets && !opened.dates.range && !/(?:week|semana|неделя|周|hafta)\s?\d/i.test(inBrackets))
    sprint.lengthDays = lengthOf(inBrackets)
  sprint.status = statusInHeading(node.texts.join(' '), section.text)
  addSprint(draft, opened)
  if (
    box.before !== '' &&
    node.level === 1 &&
    !/\b(?:sprint|plan|planning|backlog|roadmap)\b|^(?:product|project|scrum|agile|our|the)$/i.test(
      box.before,
    ) &&
    !BOX_PREFIXES.has(fold(box.before))
  )
    draft.teamGuess ??= box.before
  draft.claims.add('sprint.heading', node.line, node.endLine, `sprints: ${sprint.name}`)
  return opened
}

function nameOf(text: string): string {
  return squeeze(text.replace(/^\d{1,2}[.)]\s+/, ''))
}

function themeOf(rest: string): string | null {
  const theme = squeeze(withoutEmoji(rest).replace(/[(（[][^()（）[\]]*[)）\]]/g, ' '))
    .replace(/[\s:—–-]+$/, '')
    .replace(/^[\s:—–-]+/, '')
  return theme === '' || /^(?:plan|planning|backlog|execution plan|sprint plan)$/i.test(theme) ? null : theme
}

function statusInHeading(raw: string, text: string): SprintDraft['sprint']['status'] {
  for (const match of text.matchAll(/[(（[]([^()（）[\]]{2,30})[)）\]]/g)) {
    const status = exactStatus(match[1] as string)
    if (status) return sprintStatusOf(match[1] as string)
  }
  const tail = /[—–-]\s*([A-Za-z\s]{4,20})$/.exec(text)?.[1] ?? /\s([A-Z]{4,12})$/.exec(text)?.[1]
  if (tail && exactStatus(tail)) return sprintStatusOf(tail)
  if (/^(?:current|active|текущий|当前|현재)\b/i.test(text)) return 'active'
  return markOf(raw, true) === 'done' ? 'closed' : markOf(raw, true) === 'in_progress' ? 'active' : null
}
