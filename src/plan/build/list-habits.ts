/** What most entries of a list do alike: end with a name, carry a bare number in brackets. */

import { type Head, parseHead } from '../head.ts'
import { isPersonName } from '../head-facts.ts'
import type { Node } from '../outline.ts'
import { peopleOf } from '../people.ts'
import { clip, fold, plain, squeeze } from '../text.ts'

const bracketLists = new WeakMap<readonly Node[], boolean>()

const BARE_NUMBER =
  /\s*(?:[(（[](\d{1,3}(?:\.\d)?)[)）\]]\s*(?=$|[([（—–])|[—–]\s(\d{1,3}(?:\.\d)?)(?=\s[—–]|\s*$))/

/** "Login (5)": bare numbers in brackets are points where most entries of a list carry one. */
export function pointsInBrackets(head: Head, siblings: readonly Node[]): void {
  if (head.estimate !== null || !BARE_NUMBER.test(head.title)) return
  let most = bracketLists.get(siblings)
  if (most === undefined) {
    const sample = siblings.slice(0, 60)
    most =
      sample.length > 1 &&
      sample.filter((node) => BARE_NUMBER.test(plain(clip(node.texts[0] ?? '', 400)))).length >=
        sample.length * 0.6
    bracketLists.set(siblings, most)
  }
  const keyed = head.key !== null && /[—–]\s\d{1,2}(?=\s[—–]|\s*$)/.test(head.title)
  if (!most && !keyed) return
  head.title = squeeze(
    head.title.replace(BARE_NUMBER, (_whole, bracketed: string | undefined, dashed: string | undefined) => {
      head.estimate = { value: Number(bracketed ?? dashed), unit: 'points' }
      return ' '
    }),
  )
  const owner = keyed && head.assignees.length === 0 ? TRAILING_NAME.exec(head.title) : null
  if (owner?.[1]) {
    head.assignees = peopleOf(owner[1])
    head.title = head.title.slice(0, owner.index)
  }
}

/** Heads of a list's first entries, read once a list. */
const sampledHeads = new WeakMap<readonly Node[], readonly Head[]>()

/** Whether other entries of the list name their owners for sure, and the word is no thing that a title speaks of. */
function hasOwners(siblings: readonly Node[], name: string): boolean {
  let heads = sampledHeads.get(siblings)
  if (!heads) {
    heads = siblings.slice(0, 40).map((node) => parseHead(clip(node.texts.join(' '), 400)))
    sampledHeads.set(siblings, heads)
  }
  const word = fold(name)
  return (
    heads.some((head) => head.assignees.length > 0) &&
    !heads.some((head) => fold(head.title.replace(TRAILING_NAME, '')).split(' ').includes(word))
  )
}

const nameLists = new WeakMap<readonly Node[], boolean>()

const TRAILING_NAME =
  /\s*(?:(?:—|–|-|,|:)\s+|[[(（])((?:\p{Lu}[\p{L}.'’-]*)(?:\s\p{Lu}[\p{L}.'’-]*){0,2})[\])）]?\s*$/u

/** "Rate limiting - Bob": a name at the end is the owner where most entries of a list end so. */
export function ownerAtEnd(head: Head, siblings: readonly Node[], isMember: (name: string) => boolean): void {
  if (head.assignees.length > 0) return
  const match = TRAILING_NAME.exec(head.title)
  if (!match?.[1] || match.index < 3) return
  if (
    isMember(match[1]) ||
    (isPersonName(match[1]) && !match[1].includes(' ') && hasOwners(siblings, match[1]))
  ) {
    head.assignees = peopleOf(match[1])
    head.title = head.title.slice(0, match.index)
    return
  }
  if (siblings.length < 2) return
  let most = nameLists.get(siblings)
  if (most === undefined) {
    const sample = siblings.slice(0, 40)
    const named = sample.filter((node) =>
      TRAILING_NAME.test(parseHead(clip(node.texts.join(' '), 400)).title),
    )
    most = named.length >= sample.length * 0.6
    nameLists.set(siblings, most)
  }
  if (!most) return
  head.assignees = peopleOf(match[1])
  head.title = head.title.slice(0, match.index)
}
