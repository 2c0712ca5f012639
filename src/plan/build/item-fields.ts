/** Fields, lists and prose below an item: what each adds to it. */

import type { Item } from '#domain/plan-file.ts'
import { estimateOf, unitOfLabel } from '../estimate.ts'
import { keyPrefix } from '../key.ts'
import type { Node } from '../outline.ts'
import { isNobody, peopleOf } from '../people.ts'
import { exactStatus, statusOf } from '../status.ts'
import { clip, fold, linksOf, plain, splitOutside, squeeze, withoutEmoji } from '../text.ts'
import { type Role, rolesOf } from '../vocabulary/index.ts'
import { KINDS } from '../vocabulary/levels.ts'
import type { Draft } from './draft.ts'
import { type Field, ITEM_TOTAL } from './field.ts'

/** Marks, inside a draft, the item that another one is a part of. */
export const PART_OF = '\u0000part of '

/** Key references of a text: "IG-241, 1.1 and Sprint 1". */
export function referencesOf(text: string): string[] {
  if (/^(?:none|no|n\/a|-|—|–|keine?|ninguna?|нет|无|なし|없음|✅|yes)\.?$/i.test(text.trim())) return []
  return splitOutside(plain(text), ',;，、&')
    .flatMap((part) => part.split(/ and | y | und | et | и /))
    .map((part) => squeeze(part))
    .filter((part) => part !== '' && part.length < 80 && !isNobody(part))
}

/** Applies a field to an item; false when its label says nothing about items. */
export function takeItemField(draft: Draft, item: Item, field: Field, line: number): boolean {
  const value = clip(field.value, 2000)
  const text = squeeze(withoutEmoji(plain(value)))
  const claim = (what: string) => {
    draft.claims.add('item.detail', line, line, `items[${item.title}].${what}`)
    return true
  }
  const label = fold(field.label)
  const parent = /^(?:user )?stor(?:y|ies)$|^parent$|^us$/.test(label)
    ? keyPrefix(text.split(/[,;]/)[0]?.trim() ?? '')
    : null
  if (parent?.rest === '') item.dependsOn.push(`${PART_OF}${parent.key}`)
  for (const role of ordered(field.roles, label)) {
    if (role === 'title') {
      if (text !== '' && item.title === '') item.title = text
      else if (text !== '' && /title|título|titel|titre|标题/.test(label))
        item.description = item.description ? `${text}\n${item.description}` : text
      else item.description = joined(item.description, text)
      return claim('title')
    }
    if (role === 'estimate') {
      if (/complex/.test(label)) return claim('(complexity)')
      item.estimate ??= estimateOf(value, unitOfLabel(field.label) ?? 'points') ?? firstEstimate(text)
      return claim('estimate')
    }
    if (role === 'total' && ITEM_TOTAL.test(field.label)) {
      item.estimate ??= estimateOf(value, unitOfLabel(field.label))
      return claim('estimate')
    }
    if (role === 'status') {
      item.status = statusOf(value) ?? item.status
      return claim('status')
    }
    if (role === 'assignee') {
      const names = peopleOf(value)
      if (rolesOf(field.label).length === 0 && !names.some((name) => /^(?!\p{Ll})/u.test(name))) return false
      for (const name of names) if (!item.assignees.includes(name)) item.assignees.push(name)
      return claim('assignees')
    }
    if (role === 'priority') {
      item.priority ??= text === '' ? null : text
      return claim('priority')
    }
    if (role === 'kind') {
      item.kind = KINDS.get(fold(text.split(/[/,(]/)[0] ?? '')) ?? item.kind
      return claim('kind')
    }
    if (role === 'labels') {
      for (const part of splitOutside(value.replaceAll('`', ' ').replace(/\s+\/\s+/g, ','), ',;，、'))
        item.labels.push(squeeze(plain(part)))
      return claim('labels')
    }
    if (role === 'epic') {
      item.epic = text || item.epic
      return claim('epic')
    }
    if (role === 'acceptance' || role === 'dod') {
      item.acceptance.push(...criteriaOf(value))
      return claim('acceptance')
    }
    if (role === 'subtasks' || role === 'work') {
      for (const part of splitOutside(text, ';；')) item.tasks.push({ text: part, done: false })
      return claim('tasks')
    }
    if (role === 'dependsOn' || role === 'dependencies') {
      item.dependsOn.push(...referencesOf(value))
      return claim('dependsOn')
    }
    if (role === 'description') {
      item.description = joined(item.description, text)
      return claim('description')
    }
    if (role === 'links') {
      item.links.push(...linksOf(value))
      return claim('links')
    }
    if (role === 'stretch') {
      item.stretch = !/^(?:no|false|-|нет|否)$/i.test(text)
      return claim('stretch')
    }
  }
  return false
}

/** Roles of an ambiguous label as items mean them. */
function ordered(roles: readonly Role[], label: string): Role[] {
  const list = [...roles]
  if (/^(?:tasks?|tareas|tarefas|taches|aufgaben|задачи|任务|タスク|작업|uppgifter)$/.test(label))
    return ['subtasks', ...list]
  if (list.includes('acceptance')) return ['acceptance', ...list]
  if (list.includes('dod')) return ['dod', ...list]
  if (list.includes('dependencies') || list.includes('dependsOn')) return ['dependsOn', ...list]
  return list
}

function firstEstimate(text: string): Item['estimate'] {
  const match =
    /(\d{1,3}(?:[.,]\d)?(?:\s?[-–—]\s?\d{1,3})?\s?(?:pts?|points?|sp|h|hrs?|hours?|d|days?|дн\p{L}*|ч\p{L}*|小时|天|時間|日|시간|일|weeks?|min\p{L}*))(?!\p{L})/iu.exec(
      text,
    )
  return match?.[1] ? estimateOf(match[1]) : null
}

/** Criteria in one text: parted by <br>, bullets or semicolons. */
export function criteriaOf(markdown: string): string[] {
  const parts = markdown
    .split(/<br ?\/?>/i)
    .flatMap((part) => (part.includes(';') && !/[;]\s*$/.test(part) ? splitOutside(part, ';') : [part]))
  return parts
    .map((part) =>
      squeeze(plain(part))
        .replace(/^[•·\-–*]\s*/, '')
        .replace(/^\[[ xX]\]\s*/, ''),
    )
    .filter((part) => part !== '')
}

export function joined(before: string | null, text: string): string | null {
  if (text === '') return before
  const all = before === null || before === '' ? text : `${before}\n${text}`
  return all.length > 8000 ? all.slice(0, 8000) : all
}

/** Entries below an entry, indented, for a description. */
function belowLines(node: Node, depth: number): string[] {
  if (depth > 5) return []
  return node.children
    .slice(0, 100)
    .flatMap((child) => [
      `${'  '.repeat(depth)}- ${squeeze(plain(clip(child.texts.join(' '), 1000)))}`,
      ...belowLines(child, depth + 1),
    ])
}

/** An entry of a list that stands under a detail of an item. */
export function takeDetailEntry(draft: Draft, item: Item, role: Role | null, node: Node): void {
  const raw = node.texts.join(' ')
  const text = squeeze(plain(clip(raw)))
  const what =
    role === 'acceptance' || role === 'dod'
      ? 'acceptance'
      : role === 'subtasks' || role === 'work'
        ? 'tasks'
        : 'description'
  draft.claims.add('item.detail', node.line, node.endLine, `items[${item.title}].${what}`)
  if (text === '') return
  if (what === 'acceptance') item.acceptance.push(text)
  else if (what === 'tasks')
    item.tasks.push({
      text,
      done: node.box?.checked === true || (node.box === undefined && exactStatus(raw.slice(-2)) === 'done'),
    })
  else if (role === 'dependencies' || role === 'dependsOn') item.dependsOn.push(...referencesOf(raw))
  else if (role === 'assignee' || role === 'team') item.assignees.push(...peopleOf(raw))
  else if (role === 'labels') item.labels.push(...splitOutside(text, ','))
  else if (role === 'links') item.links.push(...linksOf(raw))
  else item.description = joined(item.description, [`- ${text}`, ...belowLines(node, 1)].join('\n'))
  for (const link of linksOf(raw)) if (!item.links.includes(link)) item.links.push(link)
}
