/** What a heading or label is: a box of time, a part with a role, an item, or a theme. */

import { type Box, boxOf, normal } from './box.ts'
import { fold, plain, squeeze, withoutEmoji } from './text.ts'
import { CONTAINERS, type ContainerKind } from './vocabulary/containers.ts'
import { cjkRole, longestFrom, type Role, rolesOfFolded } from './vocabulary/index.ts'

export interface Section {
  /** Plain text without pictures. */
  text: string
  box: Box | null
  /** A box that is only mentioned: "Definition of Done (Sprint 1)". */
  mention: { kind: ContainerKind; number: string; name: string } | null
  role: Role | null
  roles: readonly Role[]
  /** The role is the whole heading and not one word of it. */
  exact: boolean
}

const SECTION_ROLES: ReadonlySet<Role> = new Set<Role>([
  'work',
  'stretch',
  'future',
  'excluded',
  'goal',
  'objectives',
  'risks',
  'dependencies',
  'ceremonies',
  'capacity',
  'team',
  'experiments',
  'dor',
  'dod',
  'acceptance',
  'subtasks',
  'description',
  'context',
  'softContext',
  'window',
  'status',
  'assignee',
  'priority',
  'estimate',
  'labels',
  'links',
  'due',
])

const ORDER: readonly Role[] = [
  'goal',
  'objectives',
  'work',
  'stretch',
  'future',
  'excluded',
  'risks',
  'dependencies',
  'ceremonies',
  'capacity',
  'team',
  'experiments',
  'dor',
  'dod',
  'acceptance',
  'subtasks',
  'window',
  'context',
  'softContext',
  'description',
  'status',
  'assignee',
  'priority',
  'estimate',
  'labels',
  'links',
  'due',
]

const RANK: ReadonlyMap<Role, number> = new Map(ORDER.map((role, i) => [role, i]))

export function sectionRole(folded: string): readonly Role[] {
  const roles = rolesOfFolded(folded)
  let known = ranked.get(roles)
  if (!known) {
    known = roles.filter((role) => RANK.has(role)).sort((a, b) => (RANK.get(a) ?? 0) - (RANK.get(b) ?? 0))
    ranked.set(roles, known)
  }
  return known
}

/** The roles of each word of the vocabulary, as a section prefers them. */
const ranked = new WeakMap<readonly Role[], readonly Role[]>()

const NUMBERING =
  /^(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[A-Z][.)]|[A-Z](?=\s?[—–]\s)|[IVX]{1,5}[.)]|§\s?\d+|[A-Z]\/[A-Z](?=\s?[—–]))\s*(?:[—–:-]\s*)?(?=\S)/

/** Heading text without pictures, outer numbering and emphasis. */
export function headingText(markdown: string): string {
  return squeeze(withoutEmoji(plain(markdown)).replace(/^[\s:—–-]+/, ''))
}

export function withoutNumbering(text: string): string {
  const match = NUMBERING.exec(text)
  if (!match) return text
  const rest = text.slice(match[0].length)
  return /^\p{L}/u.test(rest) || /^["'“«`(]/.test(rest) ? rest : text
}

const PARENS = /[(（[【][^()（）[\]【】]{0,200}[)）\]】]/g

const CONNECT =
  /\s+(?:&|and|y|e|et|und|и|та|i|oraz|ve|en|och|og|和|与|與|及|と|và|dan|\+|\/|or)\s+|\s*[&/／]\s*/u

/** The role of a heading's words. */
export function roleOf(text: string): { role: Role | null; roles: readonly Role[]; exact: boolean } {
  const unnumbered = withoutNumbering(text)
  const bare = (/[(（[【]/.test(unnumbered) ? unnumbered.replace(PARENS, ' ') : unnumbered)
    .replace(/[:：]\s*$/, '')
    .trim()
  const folded = fold(bare)
  if (folded === '') return { role: null, roles: [], exact: false }
  const whole = sectionRole(folded)
  if (whole[0]) return { role: whole[0], roles: whole, exact: true }
  const words = bare.split(CONNECT)
  const parts = words.length > 1 ? words.map((part) => sectionRole(fold(part))) : []
  if (parts.length > 1 && parts.every((roles) => roles.length > 0)) {
    const roles = [...new Set(parts.map((list) => list[0] as Role))]
    return { role: preferred(roles), roles, exact: true }
  }
  const led = LED_WORK.exec(folded)?.[1]
  const lead = led === undefined || WEAK_WORDS.has(led) ? [] : sectionRole(led)
  if (lead[0] === 'work') return { role: 'work', roles: lead, exact: false }
  const tokens = folded.split(' ')
  const head = /^[^:：—–|]+/.exec(bare)?.[0]
  if (head && head.length < bare.length) {
    const before = sectionRole(fold(head))
    if (before[0]) return { role: before[0], roles: before, exact: before[0] !== 'softContext' }
    const after = sectionRole(fold(bare.slice(head.length)))
    if (after[0]) return { role: after[0], roles: after, exact: false }
  }
  for (let n = Math.min(5, tokens.length - 1); n > 0 && tokens.length <= n + 6; n--) {
    for (const from of [tokens.length - n, 0]) {
      if (longestFrom(tokens[from] as string) < n) continue
      const phrase = tokens.slice(from, from + n).join(' ')
      const roles = sectionRole(phrase).filter(() => n > 1 || !WEAK_WORDS.has(phrase))
      const role = roles[0]
      if (n === 1 && tokens.length > 3 && from > 0 && role && FIELD_ROLES.has(role)) continue
      if (role && role !== 'description' && SECTION_ROLES.has(role)) return { role, roles, exact: false }
    }
  }
  const cjk = cjkRole(folded, SECTION_ROLES)
  if (cjk)
    return {
      role: cjk.role,
      roles: [cjk.role],
      exact: cjk.word.length >= folded.replaceAll(' ', '').length - 2,
    }
  return { role: null, roles: [], exact: false }
}

/** What only a field says: one such word at the end of a long heading ("Remaining before the v0.1 tag") says nothing. */
const FIELD_ROLES: ReadonlySet<Role> = new Set<Role>(['labels', 'links', 'due', 'priority', 'status'])

/** Single words that lead or end themes too often to say a role there. */
const WEAK_WORDS: ReadonlySet<string> = new Set(
  'review design testing setup configuration security performance quality deployment infrastructure documentation monitoring migration features feature issues items events event schedule calendar channel resources output result results impact strategy approach log progress status summary overview milestones communication meeting demo done order template example sequence people who owners stakeholders length when period priority labels links meta but mal taken is ma state stage agent by lead developer engineer type kind art area module stream track theme topic target targets metrics goals later future ideas bonus optional completed validation verification criteria tools environment workflow board tests test epic epics component components'.split(
    ' ',
  ),
)

function preferred(roles: readonly Role[]): Role | null {
  for (const role of ['risks', 'dependencies', 'work', 'ceremonies', 'capacity', 'team'] as const)
    if (roles.includes(role)) return role
  return roles[0] ?? null
}

/** "Tasks for the payment gateway: retries that …": a word for work leads a heading of any length. */
const LED_WORK = /^(\S+(?: \S+)?) (?:for|para|fur|pour|для|por|per|voor|dla|pro|untuk) \S/u

const MENTIONED =
  /(?:^|[^\p{L}])(sprint|спринт|スプリント|冲刺|스프린트|week|semana|iteration)\s?[-#]?\s?(\d{1,4}(?:\.\d)?)(?!\d|\s?[-–]\s?\d)/iu

export function readSection(markdown: string): Section {
  const text = headingText(markdown)
  const unnumbered = withoutNumbering(text)
  const box = boxOf(unnumbered) ?? (unnumbered === text ? null : boxOf(text))
  let mention: Section['mention'] = null
  if (box && !box.parted && !box.range) {
    const after = box.rest === '' ? null : roleOf(box.rest)
    if (
      after?.role &&
      after.exact &&
      !['work', 'context', 'description', 'window', 'softContext'].includes(after.role)
    ) {
      return {
        text,
        box: null,
        mention: { kind: box.kind, number: box.number, name: box.name ?? text },
        role: after.role,
        roles: after.roles,
        exact: true,
      }
    }
  }
  const bare = box ? box.rest : text
  const named = box ? { role: null, roles: [], exact: false } : roleOf(bare)
  if (!box && /\d/.test(text)) {
    const match = MENTIONED.exec(text)
    const kind = match?.[1] ? CONTAINERS.get(fold(match[1])) : undefined
    if (match?.[2] && kind)
      mention = { kind, number: normal(match[2]), name: match[0].replace(/^[^\p{L}]+/u, '') }
  }
  if (!box && named.role === null && mention) {
    const without = roleOf(text.replace(/[\s—–-]*(?:sprint|week|спринт)\s?\d+\s*/iu, ' ').trim())
    if (without.role) return { text, box, mention, ...without }
  }
  return { text, box, mention, ...named }
}
