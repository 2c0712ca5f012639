/** What a directive states of a block outweighs all evidence. */
import type { Block, Blocks } from '../blocks/block.ts'
import { directiveRole } from '../directives.ts'
import type { Unit } from '../facts/unit.ts'
import type { Node } from '../outline.ts'

const STATED = 0.999

const WORK: ReadonlySet<string> = new Set(['work', 'stretch', 'future'])

/** Chances with those of directed blocks and of tables of labels and values set: the outermost below a directive of work are cards, below another none are. */
export function withDirectives({ units, blocks }: Blocks, chances: readonly number[]): number[] {
  const roles = blocks.map((block) => roleAround(units[block.members[0] as number] as Unit))
  return chances.map((chance, i) => {
    const stated = roles[i]
    if (!stated) return (blocks[i] as Block).features['columns.pairs'] ? 0 : chance
    if (!WORK.has(stated.role)) return 0
    const holder = (blocks[i] as Block).above.some((other) => roles[other]?.node === stated.node)
    return holder ? Math.min(chance, 0.5) : STATED
  })
}

export function isDirected({ units }: Blocks, block: Block): boolean {
  return roleAround(units[block.members[0] as number] as Unit) !== null
}

/** The nearest directive at or above a unit; one of a sprint speaks of its heading alone. */
export function roleAround(unit: Unit): { role: string; node: Node } | null {
  for (let node: Node | null = unit.node; node; node = node.parent) {
    const role = directiveRole(node.directive)
    if (role !== null && (role !== 'sprint' || node === unit.node)) return { role, node }
  }
  return null
}
