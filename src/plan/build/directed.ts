/** Blocks whose part the document states outright: what they are is not asked again. */
import { directiveRole } from '../directives.ts'
import type { Node } from '../outline.ts'
import type { Section } from '../section.ts'
import type { Context, Draft } from './draft.ts'
import { lastLine } from './walk.ts'

/** The context that a directive before a node makes; null where none stands, "ignore" where nothing is to be read. */
export function directedContext(context: Context, node: Node): Context | 'ignore' | null {
  const role = directiveRole(node.directive)
  if (role === null || role === 'sprint') return null
  if (role === 'ignore') return 'ignore'
  const below =
    role === 'description' || role === 'context' ? {} : { item: null, candidate: null, outer: null }
  return {
    ...context,
    ...below,
    role,
    roles: [role],
    exact: true,
    risk: null,
    lane: null,
    stretch: role === 'stretch',
  }
}

/** Keeps a block out of the plan, with all below it. */
export function ignoreBlock(draft: Draft, node: Node): void {
  draft.claims.add('context.directive', node.line, lastLine(node), 'ignored')
}

/** Makes headings sprints that a directive calls so; each without a number of its own has a place of its own. */
export function directSprints(sections: ReadonlyMap<Node, Section>): void {
  let count = 0
  for (const [node, section] of sections) {
    if (directiveRole(node.directive) !== 'sprint') continue
    const box = section.box
    section.role = null
    section.roles = []
    section.box = {
      kind: 'sprint',
      name: box?.name ?? null,
      number: box?.number ?? `D${++count}`,
      rest: box?.rest ?? '',
      before: '',
      parted: true,
      range: false,
    }
    if (node.kind === 'label') node.level = 7
  }
}
