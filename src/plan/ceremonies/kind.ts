/** The kind of meeting, update or key date that words name. */

import type { CeremonyKind } from '#domain/plan-file.ts'
import { clip, fold, splitOutside } from '../text.ts'
import { CEREMONY_WORDS, DAILY_THINGS, MEETING_FILLERS, NO_EVENT_AFTER } from '../vocabulary/ceremonies.ts'

/** Letters of writings without blanks between words. */
export const GLUED_LETTERS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/

/** Word or phrase → kind; phrases of languages without blanks stand apart. */
const KIND_OF = new Map<string, CeremonyKind>()
const GLUED: { word: string; kind: CeremonyKind }[] = []
for (const { kind, words } of CEREMONY_WORDS)
  for (const word of words) {
    if (!KIND_OF.has(word)) KIND_OF.set(word, kind)
    if (GLUED_LETTERS.test(word)) GLUED.push({ word, kind })
  }
const LONGEST = 5

/** First words of phrases: where none stands, no phrase does. */
const OPENING: ReadonlySet<string> = new Set(
  [...KIND_OF.keys()].map((phrase) => phrase.split(' ')[0] as string),
)

/** The kind that the words of a text name; null when it names none. */
export function ceremonyKind(text: string): CeremonyKind | null {
  const folded = fold(clip(text, 300))
  if (folded === '') return null
  let best: { kind: CeremonyKind; at: number; length: number } | null = null
  const offer = (kind: CeremonyKind, at: number, length: number) => {
    if (best === null || outranks(kind, at, length, best)) best = { kind, at, length }
  }
  const tokens = folded.split(' ')
  let at = 0
  tokens.forEach((token, i) => {
    let phrase = token
    for (let n = 1; n <= (OPENING.has(token) ? LONGEST : 0); n++) {
      const kind = KIND_OF.get(phrase)
      const next = tokens[i + n]
      if (kind && !(phrase === 'daily' && DAILY_THINGS.has(next ?? ''))) offer(kind, at, phrase.length)
      if (next === undefined) break
      phrase = `${phrase} ${next}`
    }
    at += token.length + 1
  })
  if (GLUED_LETTERS.test(folded))
    for (const { word, kind } of GLUED)
      if (folded.includes(word)) offer(kind, folded.indexOf(word), word.length)
  return (best as { kind: CeremonyKind } | null)?.kind ?? null
}

/** Meetings outrank milestones and syncs wherever they stand; else the earlier word wins, of two near each other the longer. */
function outranks(
  kind: CeremonyKind,
  at: number,
  length: number,
  best: { kind: CeremonyKind; at: number; length: number },
): boolean {
  if (best.kind === 'milestone' && kind !== 'milestone') return true
  if (kind === 'milestone') return false
  if (best.kind === 'sync' && kind !== 'sync' && kind !== 'release') return true
  if (at < best.at - 12) return true
  return at < best.at + 12 && length > best.length && (kind !== 'sync' || best.kind === 'sync')
}

/** The meetings that Scrum and its like know by name. */
export const MEETINGS: ReadonlySet<CeremonyKind> = new Set<CeremonyKind>([
  'planning',
  'standup',
  'refinement',
  'review',
  'retro',
])

/** The kind of which a text is the bare name: "Milestone", "Sprint review". */
export function exactKind(text: string): CeremonyKind | null {
  return KIND_OF.get(fold(text)) ?? null
}

/** Whether a name is made of a meeting's words and of such that stand beside them everywhere. */
export function isMeetingName(name: string): boolean {
  const tokens = fold(name).split(' ')
  if (GLUED_LETTERS.test(name)) return isGluedName(fold(name))
  let at = 0
  let meetings = 0
  while (at < tokens.length) {
    let taken = 0
    for (let n = Math.min(4, tokens.length - at); n > 0 && taken === 0; n--)
      if (exactKind(tokens.slice(at, at + n).join(' ')) !== null) taken = n
    if (taken > 0) meetings++
    else if (!MEETING_FILLERS.has(tokens[at] as string) && !/^\d{1,3}$/.test(tokens[at] as string))
      return false
    at += taken || 1
  }
  return meetings > 0
}

/** Where blanks part no words, hardly a letter may stand beside the meeting's word. */
function isGluedName(folded: string): boolean {
  const letters = [...folded].filter((letter) => GLUED_LETTERS.test(letter)).length
  let longest = 0
  for (const { word } of GLUED) if (folded.includes(word)) longest = Math.max(longest, word.length)
  if (longest > 0) return folded.length <= 24 && letters - longest <= 5
  return letters <= 2 && ceremonyKind(folded) !== null
}

/** Whether the first name of a meeting stands before a thing: "retro actions", "release notes". */
export function isOfThing(name: string): boolean {
  const tokens = fold(name).split(' ')
  const at = tokens.findIndex((token) => KIND_OF.has(token))
  return at >= 0 && NO_EVENT_AFTER.has(tokens[at + 1] ?? '')
}

/** Labels of the document's own history, which name no meeting. */
export const NO_MEETING =
  /^(?:revision|next review|last review|last updated?|version|reviewed|updated|created|release notes?|reviewers?|due|due date|status|trigger|completed|done)$/i

const TASK =
  /^(?:review|plan|update|check|audit|revisit|demo|release|ship|launch|publish|deploy|triage|groom|refine)\s(?:the|an?|all|any|our|your|their|this|that|these|those|each|every|what|how|whether|progress|yesterday['’]?s?|code|prs?|pull|open|new|existing|and)\s/i

/** "Review the open pull requests": a thing to do, not a meeting. */
export function isTask(text: string): boolean {
  return TASK.test(`${text} `)
}

interface Index {
  /** The first words of all phrases. */
  openings: ReadonlySet<string>
  /** Words of writings without blanks. */
  glued: readonly string[]
}

const indices = new WeakMap<ReadonlySet<string>, Index>()

function indexOf(words: ReadonlySet<string>): Index {
  let index = indices.get(words)
  if (!index) {
    const all = [...words]
    index = {
      openings: new Set(all.map((phrase) => phrase.split(' ', 1)[0] as string)),
      glued: all.filter((word) => GLUED_LETTERS.test(word)),
    }
    indices.set(words, index)
  }
  return index
}

/** Whether a folded text holds one of the words or phrases of up to four words. */
export function says(folded: string, words: ReadonlySet<string>): boolean {
  const { openings, glued } = indexOf(words)
  const tokens = folded.split(' ')
  for (let i = 0; i < tokens.length; i++) {
    let phrase = tokens[i] as string
    if (!openings.has(phrase)) continue
    for (let n = 1; ; n++) {
      if (words.has(phrase)) return true
      if (n === 4 || i + n >= tokens.length) break
      phrase = `${phrase} ${tokens[i + n]}`
    }
  }
  return GLUED_LETTERS.test(folded) && glued.some((word) => folded.includes(word))
}

/** Sentences of a text that tells of several meetings. */
export function sentencesOf(text: string): string[] {
  const parts = text.split(/(?<=[.;。；])\s+/).filter((part) => part.trim() !== '')
  if (parts.length > 1 && parts.filter((part) => ceremonyKind(part) !== null).length > 1) return parts
  const listed = splitOutside(text, ',;，、')
  return listed.length > 1 && listed.every((part) => ceremonyKind(part) !== null) ? listed : [text]
}
