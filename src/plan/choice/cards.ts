/** Which blocks hold the cards: the set with the most expected F1 among those that neither hold nor repeat one another. */
import type { Block, Blocks } from '../blocks/block.ts'

export interface CardChoice {
  /** Indices of blocks. */
  readonly blocks: ReadonlySet<number>
  /** Expected F1 of the choice, 0 to 1. */
  readonly expected: number
}

/** What stands right below a heading of later work needs no more than this chance. */
const LATER = 0.2

/** What carries codes like those of chosen cards, in the same form, needs hardly any. */
const CODED = 0.05

/** A series that tells more than another, and is nearly as likely, is the one that tells it all. */
const NEARLY = 0.8

/** A document whose likeliest block is less likely than this holds no cards. */
const LEAST = 0.12

/** @param chances of each block that its entries are cards. */
export function chooseCards(all: Blocks, chances: readonly number[]): CardChoice {
  const kept = compatible(all, chances)
  const size = (block: Block) => block.members.length
  const chance = (block: Block) => chances[block.index] as number
  const wanted = kept.reduce((sum, block) => sum + chance(block) * size(block), 0)
  let [hit, found, best, most] = [0, 0, 0, 0]
  kept.forEach((block, i) => {
    hit += chance(block) * size(block)
    found += size(block)
    const expected = (2 * hit) / (found + wanted)
    if (expected > most) [most, best] = [expected, i + 1]
  })
  if (kept[0] === undefined || chance(kept[0]) < LEAST) return { blocks: new Set(), expected: 0 }
  const chosen = new Set(kept.slice(0, best).map((block) => block.index))
  const codes = new Set(kept.slice(0, best).flatMap((block) => codeOf(block) ?? []))
  for (const block of kept.slice(best)) {
    const code = codeOf(block)
    const continues = code !== null && codes.has(code) && chance(block) >= CODED
    if (continues || (isLater(block) && chance(block) >= LATER)) chosen.add(block.index)
  }
  return { blocks: chosen, expected: most }
}

/** Kind and shape of headings and lines that start with letters and a number: "bold c:bp-0". */
function codeOf({ series }: Block): string | null {
  const [kind, , shape = ''] = series.split('|')
  return /^c:[a-z]{2,}-0/.test(shape) ? `${kind} ${shape}` : null
}

/** "Backlog", "Stretch" as a whole heading right above: work for later, which is rare and so thought unlikely. */
function isLater({ features }: Block): boolean {
  return Boolean(features['lead.exact'] && (features['lead.is.future'] || features['lead.is.stretch']))
}

/** Blocks from the likeliest down, each unless a likelier one holds it, stands in it or tells the same. */
function compatible({ blocks, sizes }: Blocks, chances: readonly number[]): Block[] {
  const sizeOf = (series: string) => sizes.get(series) ?? 0
  const tellers = new Map<string, Set<string>>()
  for (const block of blocks)
    for (const other of block.toldBy) tellers.set(other, (tellers.get(other) ?? new Set()).add(block.series))
  const order = [...blocks].sort((a, b) => (chances[b.index] as number) - (chances[a.index] as number))
  const out = new Set<number>()
  const gone = new Set<string>()
  const kept: Block[] = []
  const dropped = new Set<Block>()
  // What is kept, by the series that tell it too: looked at once a series, so that work grows with length.
  const toldIn = new Map<string, Block[]>()
  const best = new Map<string, number>()
  for (const block of order)
    if (!best.has(block.series)) best.set(block.series, chances[block.index] as number)
  const isShareOfAnother = (block: Block) =>
    [...block.toldBy].some(
      (other) =>
        sizeOf(other) > sizeOf(block.series) &&
        (best.get(other) ?? 0) >= NEARLY * (chances[block.index] as number),
    )
  for (const block of order) {
    if (out.has(block.index) || gone.has(block.series) || isShareOfAnother(block)) continue
    kept.push(block)
    for (const other of [...block.above, ...block.inside]) out.add(other)
    const own = sizeOf(block.series)
    for (const other of block.toldBy) if (other !== block.series && sizeOf(other) <= 2 * own) gone.add(other)
    for (const other of tellers.get(block.series) ?? []) gone.add(other)
    for (const known of toldIn.get(block.series) ?? []) if (own > 2 * sizeOf(known.series)) dropped.add(known)
    toldIn.delete(block.series)
    for (const series of block.toldBy) {
      const told = toldIn.get(series)
      if (told) told.push(block)
      else toldIn.set(series, [block])
    }
  }
  return kept.filter((block) => !dropped.has(block))
}
