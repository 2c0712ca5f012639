/** Rules for single kinds of headings: lanes of a board, numbered risks, headings that repeat an item. */

import type { ItemStatus } from '#domain/plan-file.ts'
import type { Node } from '../outline.ts'
import type { Section } from '../section.ts'
import { exactStatus } from '../status.ts'
import { fold, squeeze } from '../text.ts'
import { isRole } from '../vocabulary/index.ts'
import type { Context, Draft } from './draft.ts'
import type { fieldOf } from './field.ts'
import { addRisk } from './registers.ts'
import { applySprintField } from './sprint-field.ts'
import { sectionOf, walk } from './walk.ts'

/** A heading that is a lane of a board: "In progress", "Done". A word with other meanings ("Review") needs a lane beside it. */
export function laneOf(draft: Draft, node: Node): ItemStatus | null {
  const status = laneStatus(sectionOf(draft, node).text)
  if (status === null || !node.children.some((child) => child.kind === 'item' || child.kind === 'table'))
    return null
  const lanes = (node.parent?.children ?? [])
    .slice(0, 60)
    .filter((child) => child.kind === node.kind && laneStatus(sectionOf(draft, child).text) !== null).length
  return lanes > 1 || SURE_LANE.test(fold(sectionOf(draft, node).text)) ? status : null
}

const SURE_LANE =
  /^(?:in progress|to do|todo|done|blocked|en progreso|en curso|em andamento|en cours|in arbeit|in bearbeitung|в процессе|в работе|a fazer|por hacer|a faire|进行中|進行中|待办|進行中項目|進行中|진행 중)(?:\s|$)/

/** Words for a state that head chapters as often. */
const NOT_LANES = /^(?:next|later|new|open|planned|live|cut|ok|lista|listo|pronto|completo)$/i

/** Words around a state that say only what is in it, folded. */
const LANE_NOUNS =
  /(?:^| )(?:already|all|items?|stor(?:y|ies)|user stor(?:y|ies)|tasks?|tickets?|issues?|cards?|ya|historias?|tareas?|tarefas?|itens|taches|recits|bereits|schon|aufgaben|gia|attivita|taken|uppgifter|уже|задачи|zadania|任务|タスク|작업)(?= |$)/g

/** Of two states in one lane ("In progress / carry over") the first counts. */
function laneStatus(title: string): ItemStatus | null {
  const bare = title.replace(/\s*[:：]\s*$/, '').replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
  if (NOT_LANES.test(bare) || bare.length > 60) return null
  const first = bare.split(/\s*[/／|]\s*/)[0] ?? ''
  if (first.split(/\s+/).length > 3) return null
  const whole = exactStatus(first)
  if (whole !== null) return first === bare || isLaneTail(bare.slice(first.length)) ? whole : null
  const state = squeeze(fold(first).replace(LANE_NOUNS, ' '))
  if (state === '' || state === fold(first) || NOT_LANES.test(state) || isRole(first, 'work')) return null
  const told = exactStatus(state)
  return told === 'backlog' ? null : told
}

/** What follows the slash of a lane: another state, or what is carried over. */
const isLaneTail = (tail: string) =>
  exactStatus(tail.replace(/^[\s/／|]+/, '')) !== null ||
  /^(?:carry|carried|carryover|arrastre|übertrag|report|перенос)/iu.test(tail.replace(/^[\s/／|]+/, ''))

/** "### Date: 17.11.2022 - 08.12.2022", "**Sprint goal:** …" as a heading. */
export function applyHeadingField(
  draft: Draft,
  context: Context,
  node: Node,
  field: NonNullable<ReturnType<typeof fieldOf>>,
): boolean {
  if (
    field.roles.some((role) =>
      ['work', 'risks', 'title', 'id', 'dependencies', 'ceremonies', 'description', 'context'].includes(role),
    )
  )
    return false
  return applySprintField(draft, context, field, node.line)
}

/** "### Week 1: Cold start (dates)" below a sprint keeps its words as the epic of its items. */
export function epicName(title: string): string {
  return squeeze(title.replace(/[:：]\s*$/, '').replace(/^\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, ''))
}

/** A heading that repeats the title of an item of a table or list: what stands below tells more of that item. */
export function detailsOfItem(draft: Draft, node: Node, title: string, context: Context): boolean {
  if (node.kind !== 'heading' || (context.role !== null && context.role !== 'work')) return false
  const known = draft.titles.get(fold(epicName(title)).slice(0, 80))
  if (!known || (known.scope !== context.scope && context.scope !== null) || node.children.length === 0)
    return false
  draft.claims.add('item.repeat', node.line, node.endLine, `items: ${known.item.title}`)
  walk(draft, node, {
    ...context,
    item: known.item,
    candidate: known,
    outer: context,
    role: 'subtasks',
    roles: ['subtasks'],
    heading: title,
  })
  return true
}

/** "### Risk 1: Performance" with its mitigation below. */
export function riskHeading(draft: Draft, context: Context, node: Node, section: Section): boolean {
  const isRisk =
    /^(?:risk|riesgo|risco|risque|risiko|rischio|риск|风险|リスク|위험|rủi ro)\s?#?\d+/iu.test(
      section.text,
    ) || /^R\d{1,3}\b/.test(section.text)
  if (!isRisk) return false
  const title = section.text.replace(/^(?:\p{L}+(?:\sro)?\s?#?\d+|R\d{1,3})\s*[:.—–)-]*\s*/iu, '')
  const risk = addRisk(draft, context, title || section.text, node.line)
  if (!risk) return false
  walk(draft, node, { ...context, role: 'risks', risk, heading: section.text })
  return true
}
