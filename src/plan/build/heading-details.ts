/** What the boxes below a heading say of it. */
import type { Node } from '../outline.ts'
import type { Candidate } from './draft.ts'

/** All boxes right below an item checked, and nothing else said: it is done. */
export function settleStatus(node: Node, candidate: Candidate): void {
  if (candidate.item.status !== null) return
  let boxes = 0
  let checked = 0
  const look = (parent: Node, depth: number) => {
    for (const child of parent.children) {
      if (child.box) {
        boxes++
        if (child.box.checked) checked++
      } else if (child.kind === 'label' || child.kind === 'heading') {
        if (depth < 2) look(child, depth + 1)
      }
    }
  }
  look(node, 0)
  if (boxes > 0 && boxes === checked) candidate.item.status = 'done'
}
