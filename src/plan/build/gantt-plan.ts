/** A document whose only plan is a Gantt chart: its tasks are the items, its sections sprints or epics, its milestones key dates. */
import { type Box, boxOf } from '../box.ts'
import { type GanttSection, type GanttTask, ganttOf } from '../gantt.ts'
import { parseHead } from '../head.ts'
import type { Node } from '../outline.ts'
import { addCandidate } from './candidates.ts'
import { addCeremony } from './ceremonies/add.ts'
import {
  addSprint,
  type Context,
  type Draft,
  emptyItem,
  emptySprint,
  NOWHERE,
  noDates,
  type SprintDraft,
} from './draft.ts'
import { takeDates } from './sprint-field.ts'

/** Reads the charts of a document in which no item was found; of another one their milestones alone. */
export function readGantts(draft: Draft, root: Node): boolean {
  if (draft.loose.length > 0 || draft.sprints.some((sprint) => sprint.candidates.length > 0)) {
    readMilestones(draft, root)
    return false
  }
  let read = false
  for (const fence of fencesBelow(root)) {
    if (!/^mermaid/i.test(fence.lang)) continue
    const gantt = ganttOf(fence.texts, fence.line + 1)
    const only = onlySprint(draft)
    if (gantt && only && !only.dates.range)
      takeSpan(draft, only, { title: '', line: fence.line, tasks: gantt.sections.flatMap((s) => s.tasks) })
    const sections = (gantt?.sections ?? []).filter((section) => section.tasks.length > 0)
    const boxes = sections.some((section) => sectionBox(section) !== null)
    for (const section of sections) {
      readGanttSection(draft, section, boxes)
      read = true
    }
  }
  return read
}

function readMilestones(draft: Draft, root: Node): void {
  const context = { ...NOWHERE, scope: onlySprint(draft) }
  for (const fence of fencesBelow(root)) {
    if (!/^mermaid/i.test(fence.lang)) continue
    const tasks = ganttOf(fence.texts, fence.line + 1)?.sections.flatMap((section) => section.tasks) ?? []
    for (const task of tasks) if (task.milestone) addMilestone(draft, context, task)
  }
}

function addMilestone(draft: Draft, context: Context, task: GanttTask): void {
  addCeremony(draft, context, `${task.title}: ${task.start ?? ''}`, task.line, {
    title: task.title,
    kind: 'milestone',
    loose: true,
  })
}

function fencesBelow(node: Node): Node[] {
  return node.children.flatMap((child) => (child.kind === 'fence' ? [child] : fencesBelow(child)))
}

function readGanttSection(draft: Draft, section: GanttSection, boxes: boolean): void {
  const scope = boxes && section.title !== '' ? sprintOf(draft, section) : null
  const context: Context = {
    ...NOWHERE,
    scope: scope ?? onlySprint(draft),
    epic: scope ? null : section.title || null,
  }
  for (const task of section.tasks) {
    if (task.milestone) {
      addMilestone(draft, context, task)
      continue
    }
    const head = parseHead(task.title)
    if (head.title === '' && head.key === null) continue
    const item = emptyItem(task.line)
    item.key = head.key ?? ''
    item.keyStated = head.key !== null
    item.title = head.title || (head.key ?? '')
    item.status = task.status ?? head.status
    item.epic = context.epic
    addCandidate(draft, context, item, { onlyJoins: false, rule: 'item.fence', node: null, future: false })
    draft.claims.add('item.fence', task.line, task.line, `items: ${item.title}`)
  }
}

function sectionBox(section: GanttSection): Box | null {
  const box = boxOf(section.title)
  return box?.kind === 'day' ? null : box
}

/** The sprint that a section is, with the days of its tasks: where one section names a box, those beside it are boxes too. */
function sprintOf(draft: Draft, section: GanttSection): SprintDraft {
  const box = sectionBox(section)
  const id = box ? `${box.kind}:${box.number}` : `section:${section.title}`
  const known = draft.byId.get(id)
  if (known) return known
  const sprint = emptySprint(box?.name ?? section.title, section.line)
  sprint.number = box && /^\d+$/.test(box.number) ? Number(box.number) : null
  const opened: SprintDraft = {
    sprint,
    id,
    heading: section.title,
    level: 9,
    dates: noDates(),
    candidates: [],
    totals: [],
    endLine: section.tasks.at(-1)?.line ?? section.line,
  }
  takeSpan(draft, opened, section)
  addSprint(draft, opened)
  draft.claims.add('sprint.heading', section.line, section.line, `sprints: ${sprint.name}`)
  return opened
}

function takeSpan(draft: Draft, opened: SprintDraft, section: GanttSection): void {
  const days = section.tasks.flatMap((task) => [task.start, task.end]).filter((day) => day !== null)
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (first && last) takeDates(draft, opened.dates, `${first} – ${last}`, section.line, 'range')
}

function onlySprint(draft: Draft): SprintDraft | null {
  const [only, other] = draft.sprints
  return only && !other ? only : null
}
