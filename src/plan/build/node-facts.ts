/** What a node's first line says, read once a node: its head, its field, whether a key begins it. */
import { type Head, parseHead } from '../head.ts'
import { keyPrefix } from '../key.ts'
import type { Node } from '../outline.ts'
import { headingText } from '../section.ts'
import { clip } from '../text.ts'
import { type Field, fieldOf } from './field.ts'

const heads = new WeakMap<Node, Head>()
const fields = new WeakMap<Node, Field | null>()
const keys = new WeakMap<Node, boolean>()

/** Of a heading or label, without the colon at its end. The caller must not change it. */
export function nodeHead(node: Node): Head {
  let head = heads.get(node)
  if (!head) {
    head = parseHead(clip(node.texts.join(' '), 600).replace(/[:：]\s*$/, ''))
    heads.set(node, head)
  }
  return head
}

/** Whether the line starts with a key; far cheaper than its whole head. */
export function startsWithKey(node: Node): boolean {
  let starts = keys.get(node)
  if (starts === undefined) {
    const text = headingText(clip(node.texts[0] ?? '', 200)).replace(/^\d{1,3}[.)]\s+/, '')
    starts = keyPrefix(text) !== null || /[[(][A-Z][A-Z0-9]{0,9}-\d{1,6}[\])]/.test(text)
    keys.set(node, starts)
  }
  return starts
}

export function nodeField(node: Node): Field | null {
  let field = fields.get(node)
  if (field === undefined) {
    field = fieldOf(node.texts[0] ?? '')
    fields.set(node, field)
  }
  return field
}
