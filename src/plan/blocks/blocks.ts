/** Units → blocks with all their features. */
import type { Unit } from '../facts/unit.ts'
import type { Block, Blocks, Features } from './block.ts'
import { entryFeatures } from './entry-features.ts'
import { type Group, groupsOf, type SeriesFacts, seriesOf, wordsOnly } from './group.ts'
import { isLead, nearestRole, type Place, placeFeatures, tableFeatures } from './place-features.ts'
import { compareRivals } from './rivals.ts'
import { seriesFeatures } from './series-features.ts'
import { type Member, repeatsOf, sharedTitles } from './told-twice.ts'
import { wordsAround } from './words.ts'

export function blocksOf(units: readonly Unit[], lines: number): Blocks {
  const title = units.findIndex((unit) => unit.kind === 'heading')
  const isBox = (at: number) => {
    const unit = units[at] as Unit
    return at !== title && (unit.kind === 'heading' || unit.kind === 'label') && unit.section.box !== null
  }
  const groups = groupsOf(units, title)
  const children = childrenOf(units)
  const facts: SeriesFacts = { units, title, isBox, repeats: repeatedHeadings(units, isBox) }
  const owner = new Map<number, number>()
  groups.forEach((group, i) => {
    for (const at of group.members) owner.set(at, i)
  })
  const uses = new Map<string, number>()
  for (const { kind, text } of units)
    if (kind === 'heading' || kind === 'label' || kind === 'bold')
      uses.set(text.toLowerCase(), (uses.get(text.toLowerCase()) ?? 0) + 1)
  const boxInTitle = title >= 0 && (units[title] as Unit).section.box !== null
  const inside = groups.map((): number[] => [])
  const drafts = groups.map((group, index) => {
    const around = aroundOf(units, group.members[0] as number)
    const scope = around.find(isBox) ?? -1
    const place: Place = { units, around, title, scope, isBox, uses, boxInTitle }
    const features = blockFeatures(group, place, children, lines)
    const above = [...new Set(around.flatMap((at) => owner.get(at) ?? []))]
    for (const other of above) inside[other]?.push(index)
    const series = seriesOf(group, around, features.depth ?? 0, nearestRole(place, true), facts)
    return {
      index,
      group,
      around,
      scope,
      series,
      above,
      features,
      units: group.members.map((at) => units[at] as Unit),
    }
  })
  const series = new Map<string, typeof drafts>()
  const sizes = new Map<string, number>()
  for (const draft of drafts) {
    const list = series.get(draft.series)
    if (list) list.push(draft)
    else series.set(draft.series, [draft])
    sizes.set(draft.series, (sizes.get(draft.series) ?? 0) + draft.units.length)
  }
  const scopes = new Set(drafts.map((draft) => draft.scope))
  scopes.delete(-1)
  const entries = drafts.reduce((sum, draft) => sum + draft.units.length, 0)
  seriesFeatures(series, Math.max(1, entries), scopes.size)
  compareRivals(drafts.map((draft) => ({ ...draft, inside: inside[draft.index] as number[] })))
  const members: Member[] = drafts.flatMap((draft) =>
    draft.units.map((unit) => ({ block: draft.index, series: draft.series, unit })),
  )
  const repeats = repeatsOf(members, sizes)
  const shared = sharedTitles(members, drafts.length)
  const blocks = drafts.map((draft): Block => {
    const features = draft.features
    features['told again by'] = repeats.told.get(draft.series) ?? 0
    features['tells again'] = repeats.tells.get(draft.series) ?? 0
    features['titles elsewhere'] = shared[draft.index] ?? 0
    return {
      index: draft.index,
      kind: draft.group.kind,
      members: draft.group.members,
      around: draft.around,
      scope: draft.scope,
      series: draft.series,
      above: draft.above,
      inside: inside[draft.index] as number[],
      toldBy: repeats.toldBy.get(draft.series) ?? new Set(),
      features,
      words: wordsAround(units, draft.around, draft.units[0] as Unit),
    }
  })
  return { units, blocks, sizes }
}

function childrenOf(units: readonly Unit[]): number[][] {
  const children = units.map((): number[] => [])
  units.forEach((unit, at) => {
    if (unit.parent >= 0) children[unit.parent]?.push(at)
  })
  return children
}

/** Units around a unit, the nearest first, without the table that holds a row. */
function aroundOf(units: readonly Unit[], at: number): number[] {
  const around: number[] = []
  for (let up = (units[at] as Unit).parent; up >= 0; up = (units[up] as Unit).parent)
    if ((units[up] as Unit).kind !== 'table') around.push(up)
  return around
}

function repeatedHeadings(units: readonly Unit[], isBox: (at: number) => boolean): Map<string, number> {
  const repeats = new Map<string, number>()
  units.forEach((unit, at) => {
    if (!isLead(unit) || isBox(at) || unit.shape !== '') return
    const words = wordsOnly(unit.text)
    repeats.set(words, (repeats.get(words) ?? 0) + 1)
  })
  return repeats
}

function blockFeatures(
  group: Group,
  place: Place,
  children: readonly (readonly number[])[],
  lines: number,
): Features {
  const { units } = place
  const members = group.members.map((at) => units[at] as Unit)
  const first = members[0] as Unit
  const f: Features = {}
  for (const at of group.members) {
    const below = children[at] as readonly number[]
    const deeper = below.some((child) => (children[child] as readonly number[]).length > 0)
    const own = entryFeatures(
      units[at] as Unit,
      below.map((child) => units[child] as Unit),
      deeper,
    )
    for (const name in own) if (own[name] !== 0) f[name] = (f[name] ?? 0) + (own[name] as number)
  }
  for (const name in f) f[name] = (f[name] as number) / members.length
  f[`kind.${group.kind}`] = 1
  f.level = group.kind === 'heading' ? first.level : 0
  placeFeatures(f, place)
  if (group.kind === 'row') tableFeatures(f, units[first.parent] as Unit, members)
  f.size = Math.log1p(members.length)
  f.single = Number(members.length === 1)
  f.position = first.line / Math.max(1, lines)
  f.ascending = ascending(members)
  return f
}

/** How many of the members' leading numbers are greater than the one before. */
function ascending(members: readonly Unit[]): number {
  const numbers = members.flatMap((unit) => {
    const found = unit.text.slice(0, 14).match(/\d+/g)
    return found ? [Number(found.at(-1))] : []
  })
  if (numbers.length < 2) return 0
  let up = 0
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] as number) > (numbers[i - 1] as number)) up++
  return up / Math.max(1, members.length - 1)
}
