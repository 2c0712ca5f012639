/** Look-ups over the vocabularies: which role a heading, label, field or column header has. */
import { fold } from '../text.ts'
import { ROLE_WORDS, type Role } from './roles.ts'
import { words } from './words.ts'

export type { Role } from './roles.ts'

const BY_WORD = new Map<string, Role[]>()
const CJK: { word: string; role: Role }[] = []
const HAS_CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/

for (const role of Object.keys(ROLE_WORDS) as Role[])
  for (const word of words(ROLE_WORDS[role])) {
    const known = BY_WORD.get(word)
    if (known) {
      if (!known.includes(role)) known.push(role)
    } else BY_WORD.set(word, [role])
    if (HAS_CJK.test(word) && word.length > 1) CJK.push({ word, role })
  }
CJK.sort((a, b) => b.word.length - a.word.length)

/** Roles that a word or phrase has, in the order of the table; the phrase is folded here. */
export function rolesOf(text: string): readonly Role[] {
  return BY_WORD.get(fold(text)) ?? NONE
}

export function rolesOfFolded(folded: string): readonly Role[] {
  return BY_WORD.get(folded) ?? NONE
}

const NONE: readonly Role[] = []

const LONGEST = new Map<string, number>()
for (const phrase of BY_WORD.keys()) {
  const tokens = phrase.split(' ')
  const first = tokens[0] as string
  LONGEST.set(first, Math.max(LONGEST.get(first) ?? 0, tokens.length))
}

/** How many words the longest phrase of the vocabulary has that starts with a folded word; 0: none starts so. */
export function longestFrom(word: string): number {
  return LONGEST.get(word) ?? 0
}

export function isRole(text: string, role: Role): boolean {
  return rolesOf(text).includes(role)
}

/** First role whose word stands in a text without blanks between words (Chinese, Japanese, Korean, Thai). */
export function cjkRole(folded: string, allowed: ReadonlySet<Role>): { role: Role; word: string } | null {
  if (!HAS_CJK.test(folded)) return null
  const found = CJK.find((entry) => folded.includes(entry.word) && allowed.has(entry.role))
  return found ?? null
}

/** Folded labels that head a detail of an item and end with it. */
export const DETAIL_LABELS: ReadonlySet<string> = new Set(
  (
    [
      'acceptance',
      'subtasks',
      'description',
      'assignee',
      'estimate',
      'priority',
      'status',
      'labels',
      'links',
      'dependsOn',
      'due',
      'dod',
      'kind',
    ] as const
  )
    .flatMap((role) => words(ROLE_WORDS[role]))
    .concat(
      words(
        'tasks; files; files to create; files to modify; files to create modify; tareas; tarefas; taches; aufgaben; задачи; 任务; タスク; 작업; uppgifter; files touched; code; example; tests; test; testing; output; input files; output files; key requirements; requirements; success criteria; deliverables; dependencies; technical details; technical implementation; user story; as a; steps to reproduce; commands; verification; commit; commits',
      ),
    ),
)
