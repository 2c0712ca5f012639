/** Which of a sprint's candidates are its items: those at the level that the document plans at. */
import type { Node } from '../outline.ts'
import { statusOf } from '../status.ts'
import { plain } from '../text.ts'
import type { Candidate } from './draft.ts'
import { nodeRole } from './node-facts.ts'

/** Of a sprint's candidates those at its richest level; candidates of strength 0 only add to others. */
export function choose(candidates: readonly Candidate[]): { kept: Candidate[]; left: Candidate[] } {
  const strongest = candidates.reduce((most, c) => (c.item.stretch ? most : Math.max(most, c.strength)), 0)
  const least = strongest >= 3 ? 3 : strongest > 0 ? strongest : 9
  const kept: Candidate[] = []
  const left: Candidate[] = []
  const themes = new Set<Node>()
  if (least === 3)
    for (const c of candidates) {
      const around = c.strength >= 3 ? themesAround(c) : null
      if (around) themes.add(around)
    }
  for (const c of candidates) {
    const beside = c.strength === 2 && themes.size > 0 ? themesAround(c) : null
    const isKept = c.strength >= least || c.item.stretch || (beside !== null && themes.has(beside))
    ;(c.strength > 0 && isKept ? kept : left).push(c)
  }
  return { kept, left }
}

/** Of a box in a list below a theme, what stands around that theme: boxes of themes beside each other are one level, but for what is done and told again. */
function themesAround(c: Candidate): Node | null {
  const theme = c.node?.kind === 'item' && c.node.box ? c.node.parent : undefined
  if (theme?.kind !== 'heading' || nodeRole(theme).role !== null) return null
  if (statusOf(plain(theme.texts[0] ?? '')) === 'done') return null
  return theme.parent ?? null
}
