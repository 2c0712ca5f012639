/** Which series tell the entries of another one again: by title, by cell, by code. */
import { codeOf } from '../facts/shape.ts'
import type { Unit } from '../facts/unit.ts'

export interface Member {
  readonly block: number
  readonly series: string
  readonly unit: Unit
}

export interface Repeats {
  /** For each series, those that tell more than 60 % of its entries. */
  readonly toldBy: ReadonlyMap<string, ReadonlySet<string>>
  /** The largest share of a series' entries that another one tells. */
  readonly told: ReadonlyMap<string, number>
  /** The largest share of another series' entries that this one tells. */
  readonly tells: ReadonlyMap<string, number>
}

/** A code tells a card again only together with one of so many words of its title, or where it stands alone. */
const CODE_WORDS = 6
const ALONE = '\u0000alone'
const SPOKEN = '\u0000spoken'
const MOST_SERIES = 5
const MOST_PLACES = 60
const ENOUGH = 0.6

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)

const LEAD_WORD = /^(?:user story|story|task|ticket|us|step|checkpoint|issue|item|feature)/
const AFTER_NUMBER = /^.{0,14}?\d+[.:)\-–— ]+/

/** What an entry could be told again by. */
function namesOf({ text, title, cells }: Unit): Set<string> {
  const names = new Set<string>()
  for (const part of [title, text, text.replace(AFTER_NUMBER, '')]) {
    const name = normal(part)
    if (name.length > 7) names.add(name)
  }
  for (const cell of cells) {
    const name = normal(cell)
    if (name.length > 11) names.add(name)
  }
  for (const part of [text, ...cells.slice(0, 2)]) {
    const code = codeOf(part.replace(/^[[(#\s]+/, ''))
    if (code !== null && /[A-Za-z]/.test(code)) {
      const bare = `#${code
        .toLowerCase()
        .replace(/[\s:#_-]/g, '')
        .replace(LEAD_WORD, '')}`
      const words = normal(title)
        .split(' ')
        .filter((word) => word.length > 3)
      for (const word of words.slice(0, CODE_WORDS)) names.add(`${bare} ${word}`)
      names.add(words.length === 0 ? `${bare}${ALONE}` : `${bare}${SPOKEN}`)
    }
  }
  return names
}

export function repeatsOf(members: readonly Member[], sizes: ReadonlyMap<string, number>): Repeats {
  const places = new Map<string, Map<string, number[]>>()
  members.forEach((member, at) => {
    for (const name of namesOf(member.unit)) {
      const by = places.get(name) ?? new Map<string, number[]>()
      places.set(name, by)
      const list = by.get(member.series)
      if (!list) by.set(member.series, [at])
      else if (list.length < MOST_PLACES) list.push(at)
    }
  })
  const pairs = new Map<string, Map<string, Set<number>>>()
  const pair = (one: string, other: string, list: readonly number[]) => {
    if (one === other) return
    const others = pairs.get(one) ?? new Map<string, Set<number>>()
    pairs.set(one, others)
    const both = others.get(other) ?? new Set<number>()
    others.set(other, both)
    for (const at of list) both.add(at)
  }
  for (const [name, by] of places) {
    if (name.endsWith(SPOKEN) || by.size > MOST_SERIES) continue
    for (const [one, list] of by) for (const other of by.keys()) pair(one, other, list)
    const spoken = name.endsWith(ALONE) ? places.get(name.replace(ALONE, SPOKEN)) : undefined
    if (!spoken || spoken.size > MOST_SERIES) continue
    for (const [one, list] of by)
      for (const [other, told] of spoken) {
        pair(one, other, list)
        pair(other, one, told)
      }
  }
  const toldBy = new Map<string, Set<string>>()
  const told = new Map<string, number>()
  const tells = new Map<string, number>()
  for (const [one, others] of pairs) {
    const size = sizes.get(one) ?? 1
    for (const [other, both] of others) {
      const share = both.size / size
      told.set(one, Math.max(told.get(one) ?? 0, share))
      tells.set(other, Math.max(tells.get(other) ?? 0, share))
      if (share > ENOUGH) toldBy.set(one, (toldBy.get(one) ?? new Set()).add(other))
    }
  }
  return { toldBy, told, tells }
}

/** The share of each block's entries whose title or key stands in another block too. */
export function sharedTitles(members: readonly Member[], count: number): number[] {
  const holders = new Map<string, Set<number>>()
  const namesOfMember = members.map(({ block, unit }) => {
    const title = normal(unit.title)
    const names = [title.length > 6 ? title : null, unit.key === null ? null : `#${unit.key.toLowerCase()}`]
    const kept = names.filter((name): name is string => name !== null)
    for (const name of kept) holders.set(name, (holders.get(name) ?? new Set()).add(block))
    return kept
  })
  const shared = new Array<number>(count).fill(0)
  const sizes = new Array<number>(count).fill(0)
  members.forEach(({ block }, i) => {
    sizes[block] = (sizes[block] as number) + 1
    if ((namesOfMember[i] as string[]).some((name) => (holders.get(name)?.size ?? 0) > 1))
      shared[block] = (shared[block] as number) + 1
  })
  return shared.map((n, i) => n / Math.max(1, sizes[i] as number))
}
