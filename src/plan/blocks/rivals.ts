/** A block beside its rivals: the best in the same sprint, the best other series, what holds it and what it holds. */
import type { Features } from './block.ts'

const COMPARED = [
  'code',
  'key',
  'meeting',
  'estimate',
  'owner',
  'status',
  'checkbox',
  'below.details',
  'below.acceptance',
  'near.is.work',
  'verb',
  'number',
  'lead.is.work',
  'ascending',
  'parent.box',
  'bold',
  'words',
] as const

const COMPARISONS = COMPARED.map((name) => ({
  name,
  inSeries: `series.${name}`,
  rival: `rival.${name}`,
  others: `others.${name}`,
  above: `above.${name}`,
  inside: `inside.${name}`,
}))

export interface Rival {
  readonly features: Features
  readonly scope: number
  readonly series: string
  readonly above: readonly number[]
  readonly inside: readonly number[]
}

/** The two largest values with different holders. */
interface Top {
  holder: string | number
  best: number
  second: number
}

function tops<T extends string | number>(
  blocks: readonly Rival[],
  holderOf: (block: Rival, at: number) => T,
  measure: (block: Rival) => number,
): Top {
  const byHolder = new Map<T, number>()
  blocks.forEach((block, at) => {
    const holder = holderOf(block, at)
    byHolder.set(holder, Math.max(byHolder.get(holder) ?? Number.NEGATIVE_INFINITY, measure(block)))
  })
  const top: Top = { holder: -1, best: 0, second: 0 }
  let [best, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const [holder, value] of byHolder)
    if (value > best) {
      second = best
      best = value
      top.holder = holder
    } else if (value > second) second = value
  top.best = Number.isFinite(best) ? best : 0
  top.second = Number.isFinite(second) ? second : 0
  return top
}

export function compareRivals(blocks: readonly Rival[]): void {
  const scopes = new Map<number, Rival[]>()
  for (const block of blocks) {
    const list = scopes.get(block.scope)
    if (list) list.push(block)
    else scopes.set(block.scope, [block])
  }
  const results = blocks.map(() => ({}) as Features)
  const at = new Map(blocks.map((block, i) => [block, i]))
  for (const { name, inSeries, rival, others, above, inside } of COMPARISONS) {
    const own = (block: Rival) => block.features[name] ?? 0
    const ofSeries = (block: Rival) => block.features[inSeries] ?? own(block)
    for (const peers of scopes.values()) {
      const top = tops(peers, (block) => at.get(block) as number, own)
      for (const block of peers) {
        const i = at.get(block) as number
        ;(results[i] as Features)[rival] = own(block) - (top.holder === i ? top.second : top.best)
      }
    }
    const top = tops(blocks, (block) => block.series, ofSeries)
    blocks.forEach((block, i) => {
      const f = results[i] as Features
      f[others] = ofSeries(block) - (top.holder === block.series ? top.second : top.best)
      const most = (list: readonly number[]) =>
        list.reduce((max, x) => Math.max(max, own(blocks[x] as Rival)), -0.2)
      f[above] = most(block.above)
      f[inside] = most(block.inside)
    })
  }
  blocks.forEach((block, i) => {
    const peers = (scopes.get(block.scope) as Rival[]).length - 1
    Object.assign(block.features, results[i], {
      only: Number(peers === 0),
      'nearly only': Number(peers <= 1),
    })
  })
}
