/** List entries that are no work: objectives, risks, people. */
import type { Node } from '../outline.ts'
import { peopleOf } from '../people.ts'
import { clip, plain, squeeze } from '../text.ts'
import { type Context, type Draft, home } from './draft.ts'
import { fieldOf, fieldsOf } from './field.ts'
import { addObjective, addRisk, riskFromText, takeRiskFacts } from './registers.ts'
import { applySprintField } from './sprint-field.ts'
import { isItemReference } from './team-roles.ts'
import { lastLine } from './walk.ts'

export function claim(draft: Draft, node: Node, context: Context): void {
  draft.claims.add('context.list', node.line, lastLine(node), `under ${context.heading}`)
}

export const below = (node: Node): string[] =>
  node.children
    .filter((child) => child.kind === 'item')
    .slice(0, 50)
    .map((child) => plain(clip(child.texts.join(' '))))

export function objectiveEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  const children = node.children.filter((child) => child.kind === 'item')
  addObjective(draft, context, raw, node.line)
  for (const child of children) addObjective(draft, context, child.texts.join(' '), child.line)
  claim(draft, node, context)
}

export function riskEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  const field = fieldOf(raw)
  if (field?.roles.includes('mitigation')) {
    const last = home(draft, context).risks.at(-1)
    if (last) last.mitigation ??= plain(field.value)
    draft.claims.add('risk.field', node.line, lastLine(node), 'mitigation')
    return
  }
  if (
    /mitigation|mitigaci|mitigaç|massnahm|缓解/i.test(context.heading) &&
    !/risk[s]?\s*(?:&|and|\/)/i.test(context.heading) &&
    node.children.length === 0 &&
    riskFromText(raw, node.line)?.mitigation === null
  ) {
    claim(draft, node, context)
    return
  }
  const risk = addRisk(draft, context, raw, node.line)
  for (const child of node.children) {
    if (!risk || child.kind !== 'item') continue
    const text = child.texts.join(' ')
    const inner = fieldOf(text)
    if (inner?.roles.includes('mitigation')) risk.mitigation = plain(inner.value)
    else if (inner?.roles.includes('assignee')) risk.owner ??= peopleOf(inner.value)[0] ?? null
    else if (!takeRiskFacts(risk, plain(text))) risk.mitigation ??= plain(text)
  }
  claim(draft, node, context)
}

export function teamEntry(draft: Draft, context: Context, node: Node, raw: string): void {
  const fields = fieldsOf(raw)
  const before = draft.team.roles.length
  for (const field of fields)
    applySprintField(
      draft,
      context,
      {
        ...field,
        roles: field.roles.includes('channel') || field.roles.includes('timeZone') ? field.roles : ['team'],
      },
      node.line,
    )
  if (fields.length === 0) {
    const text = plain(raw)
    const named =
      /^([\p{Lu}][\p{L}.'-]+(?:\s[\p{Lu}d][\p{L}.'-]*){0,3})\s*(?:[—–(:-]|-\s)\s*([^()]{2,60})\)?$/u.exec(
        text,
      )
    if (named?.[1] && named[2])
      draft.team.roles.push({
        role: squeeze(named[2]),
        names: [named[1]],
        headcount: null,
        effectiveDays: null,
      })
    else if (/^[\p{Lu}][\p{L}.'-]+(?:\s[\p{Lu}][\p{L}.'-]+){1,2}$/u.test(text))
      draft.team.roles.push({ role: '', names: [text], headcount: null, effectiveDays: null })
  }
  const role = draft.team.roles[before]
  const told =
    role && isItemReference(role.role)
      ? `items[${role.role}].assignees: ${role.names.join(', ')}`
      : 'team.roles'
  draft.claims.add('team.entry', node.line, lastLine(node), told)
}
