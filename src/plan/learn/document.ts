/** A labelled document as examples: each block with what the labels say of it. */
import type { Blocks } from '../blocks/block.ts'
import { blocksOf } from '../blocks/blocks.ts'
import { dateOrderOf } from '../date-order.ts'
import { decode } from '../decode.ts'
import type { Unit } from '../facts/unit.ts'
import { unitsOf } from '../facts/units.ts'
import { outline } from '../outline.ts'
import type { Labelled } from './labels.ts'
import type { Example } from './table.ts'

export interface LabelledDocument {
  readonly bytes: Uint8Array
  readonly labels: Labelled
  readonly blocks: Blocks
  /** Documents by one author are held out together. */
  readonly group: string
}

/** A block that only tells cards again is a weak example of what is none. */
const TOLD_AGAIN = 0.15

export function labelledDocument(bytes: Uint8Array, labels: Labelled, group: string): LabelledDocument {
  const text = decode(bytes).text ?? ''
  const lines = text.split(/\r\n|\n|\r/)
  const { root } = outline(lines.map((line, i) => ({ text: line, number: i + 1 })))
  return { bytes, labels, blocks: blocksOf(unitsOf(root, dateOrderOf(text).order), lines.length), group }
}

/** Examples of the cards. */
export function cardExamples({ labels, blocks, group }: LabelledDocument): Example[] {
  const cards = new Set(labels.items.map(([line]) => line))
  const again = new Set(labels.items.flatMap((lines) => lines.slice(1)))
  return blocks.blocks.map((block) => {
    const lines = block.members.map((at) => (blocks.units[at] as Unit).line)
    const most = (set: ReadonlySet<number | undefined>) =>
      lines.filter((line) => set.has(line)).length * 2 > lines.length
    return {
      block,
      wanted: Number(most(cards)),
      weight: (most(again) ? TOLD_AGAIN : 1) * Math.sqrt(lines.length),
      group,
    }
  })
}

/** Examples of what the given lines are. */
export function lineExamples({ blocks, group }: LabelledDocument, labelled: readonly number[]): Example[] {
  const wanted = new Set(labelled)
  return blocks.blocks.map((block) => {
    const lines = block.members.map((at) => (blocks.units[at] as Unit).line)
    const hits = lines.filter((line) => wanted.has(line)).length
    return { block, wanted: Number(hits * 2 > lines.length), weight: Math.sqrt(lines.length), group }
  })
}
