/** Bold labels of a list's entries, told by their neighbours. */
import type { Node } from '../outline.ts'
import { fold } from '../text.ts'
import { rolesOf } from '../vocabulary/index.ts'
import type { Field } from './field.ts'
import { nodeField } from './node-facts.ts'

/** "**Module reporting:** …" beside "**Module stock:** …": a label that only ends in a known word is a name like its neighbours'. */
export function namesOneOfMany(field: Field, siblings: readonly Node[]): boolean {
  const [first, second] = fold(field.label).split(' ')
  if (!field.bold || second === undefined || rolesOf(field.label).length > 0) return false
  const alike = siblings.slice(0, 40).filter((node) => {
    const other = nodeField(node)
    return other?.bold && other.roles.length === 0 && fold(other.label).startsWith(`${first} `)
  })
  return alike.length > 1
}
