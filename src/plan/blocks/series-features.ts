/** Features that a block shares with its series. */
import type { Unit } from '../facts/unit.ts'
import type { Features } from './block.ts'

const AVERAGED = [
  'code',
  'number',
  'key',
  'meeting',
  'estimate',
  'owner',
  'status',
  'checkbox',
  'done',
  'bold',
  'verb',
  'below.details',
  'below.acceptance',
  'below',
  'below.entries',
  'words',
  'dates',
  'labelled',
  'ascending',
  'lead.is.work',
  'near.is.work',
  'near.is.goal',
  'in sprint',
  'ordered',
  'parent.box',
] as const

const NAMES = AVERAGED.map((name) => `series.${name}`)

export interface SeriesMember {
  readonly features: Features
  readonly scope: number
  readonly units: readonly Unit[]
}

/** Adds to each block's features those of its series. @param scopes how many boxes of time hold blocks. */
export function seriesFeatures(
  series: ReadonlyMap<string, readonly SeriesMember[]>,
  entries: number,
  scopes: number,
): void {
  for (const blocks of series.values()) {
    const size = blocks.reduce((sum, block) => sum + block.units.length, 0)
    const held = new Set(blocks.map((block) => block.scope))
    const outside = held.delete(-1)
    const titles = new Set(
      blocks.flatMap((block) => block.units.map((unit) => unit.text.toLowerCase().slice(0, 60))),
    )
    const shared: Features = {
      'series.size': Math.log1p(size),
      'series.share': size / entries,
      'series.blocks': Math.log1p(blocks.length),
      'series.sprints': held.size / Math.max(1, scopes),
      'series.outside': Number(outside),
      'series.same titles': 1 - titles.size / size,
      sprints: Math.log1p(scopes),
    }
    AVERAGED.forEach((name, i) => {
      let sum = 0
      for (const block of blocks) sum += (block.features[name] ?? 0) * block.units.length
      if (sum !== 0) shared[NAMES[i] as string] = sum / size
    })
    for (const block of blocks) Object.assign(block.features, shared)
  }
}
