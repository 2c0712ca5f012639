/** Which of the roles that fields and tables gave a team are roles of people, and which name their items. */
import { keyPrefix } from '../key.ts'
import { fold } from '../text.ts'
import type { Role as TeamRole } from '../types.ts'
import { rolesOf } from '../vocabulary/index.ts'
import { bareKey } from './candidates.ts'
import type { Candidate } from './draft.ts'
import { isPersonRole } from './sprint-field.ts'

/** Labels of work, sizes, dates and measures that stand in sections about a team. */
const NO_ROLE =
  /^(?:xs|s|m|l|xl|xxl)$|^(?:action|deadline|define|for|target|due|date|size|buffer|available|para|für|pour)(?:\s|$)|(?:overhead|attendance|satisfaction|time|rate|hours|week)$/iu

/** One word of a sentence, a number or a sign makes a text no name. */
export function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length <= 4 &&
    !/[\d%<>=:]/.test(text) &&
    (/^@?\p{Lu}/u.test(text) || /^@?\P{Script=Latin}/u.test(text) || words.length === 1)
  )
}

/** The keys that a role is made of: "User story 1, Build the index" of "Ann: User story 1, Build the index". */
function keysOf(role: TeamRole): string[] {
  return role.role
    .split(/[,;]/)
    .map((part) => keyPrefix(part.trim()))
    .flatMap((prefix) => (prefix?.rest === '' && /\d/.test(prefix.key) ? [bareKey(prefix.key)] : []))
}

/** Gives the items that a list of people names by key to those people; a stated owner stays. */
export function assignByKey(roles: readonly TeamRole[], all: readonly Candidate[]): void {
  const owners = new Map<string, readonly string[]>()
  for (const role of roles) for (const key of keysOf(role)) owners.set(key, role.names)
  if (owners.size === 0) return
  for (const { item, bareKey: key } of all)
    if (key !== null && item.assignees.length === 0) item.assignees = [...(owners.get(key) ?? [])]
}

/** Roles with people, with a size, or with a label that says what somebody does. */
export function rolesOfPeople(roles: readonly TeamRole[]): TeamRole[] {
  return roles.filter((role) => {
    if (NO_ROLE.test(fold(role.role)) || keysOf(role).length > 0) return false
    if (role.headcount !== null || role.effectiveDays !== null) return true
    if (role.names.length > 0)
      return role.names.some(looksLikeName) || /^\d+\s?\p{Lo}/u.test(role.names[0] ?? '')
    return (
      isPersonRole(role.role) ||
      /^\P{Script=Latin}/u.test(role.role) ||
      rolesOf(role.role).some((known) => known === 'team' || known === 'assignee')
    )
  })
}
