/** Which of the roles that fields and tables gave a team are roles of people, and which name their items. */

import type { Role as TeamRole } from '#domain/plan-file.ts'
import { keyPrefix } from '../key.ts'
import { peopleOf } from '../people.ts'
import { fold } from '../text.ts'
import { rolesOf } from '../vocabulary/index.ts'
import { bareKey } from './candidates.ts'
import type { Candidate } from './draft.ts'

/** Labels of work, sizes, dates and measures that stand in sections about a team. */
const NO_ROLE =
  /^(?:xxs|xs|s|m|l|xl|xxl|success|data|duration|goal|purpose)$|^(?:actions?|deadline|define|for|target|due|date|metrics?|size|buffer|available|para|für|pour)(?:\s|$)|(?:overhead|attendance|deadline|satisfaction|health|time|rate|hours|week)$/iu

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

/** "2 people", "3人 - writes the service", "2명": how many, and no name. */
export const HEAD_COUNT =
  /^(\d{1,3})\s?(?:人|名|명|người|(?:x\s)?(?:people|persons?|members|devs?|developers?|engineers?|fte|personas?|pessoas?|personnes?|personen|leute|человека?|чел)(?!\p{L}))/iu

/** Whether a label under a team's heading names a role and its value people: no size, target or date. */
export function mayBePeople(label: string, value: string): boolean {
  if (NO_ROLE.test(fold(label))) return false
  if (value === '' || HEAD_COUNT.test(value)) return true
  const names = peopleOf(value)
  return (
    names.length === 0 ||
    names.some(
      (name) => !/[%<>=≤≥]|\d{4}/.test(name) && !isItemReference(name) && name.split(' ').length <= 8,
    )
  )
}

/** "User story 1": a key and nothing else. */
export const isItemReference = (name: string) => /\d/.test(name) && keyPrefix(name)?.rest === ''

const PERSON_ROLE =
  /(?:^|\s)(?:owner|master|lead|manager|engineer|engineers|developer|developers|designer|analyst|po|sm|em|pm|tl|qa|devops|sre|architect|tester|dev|frontend|backend|stakeholders|ux|ops|security|data)$/

export function isPersonRole(label: string): boolean {
  const folded = fold(label)
  return folded.split(' ').length <= 4 && folded !== 'data' && PERSON_ROLE.test(folded)
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
