// The rules held against the imports: what breaks one, and the circles of files that import each other.
import type { Import } from './imports.ts'
import { isTest, type Rule } from './rules.ts'

/** A line that says where, what and why. */
export type Violation = string

/** The imports that a rule forbids. Tests may import whatever they try. */
export function forbidden(imports: readonly Import[], rules: readonly Rule[]): Violation[] {
  return imports
    .filter(({ from }) => !isTest(from))
    .flatMap(({ from, to, line }) => {
      const rule = rules.find((one) => one.from.test(from) && one.to.test(to) && !one.but?.test(to))
      return rule ? [`${from}:${line} imports ${to}\n  ${rule.name}: ${rule.why}`] : []
    })
}

export interface Declared {
  name: string
  needs: readonly string[]
}

const subjectOf = (path: string): string | null => /^src\/subjects\/([^/]+)\//.exec(path)?.[1] ?? null

/** Subjects that import another without saying so, past its index.ts, or say so and do not. */
export function undeclared(imports: readonly Import[], subjects: readonly Declared[]): Violation[] {
  const found: Violation[] = []
  const used = new Map<string, Set<string>>(subjects.map(({ name }) => [name, new Set()]))
  for (const { from, to, line } of imports) {
    if (isTest(from)) continue
    const [own, other] = [subjectOf(from), subjectOf(to)]
    if (other === null || own === other) continue
    if (to !== `src/subjects/${other}/index.ts`)
      found.push(
        `${from}:${line} imports ${to}\n  Outside of it, only the index.ts of a subject is imported.`,
      )
    if (own === null) continue
    used.get(own)?.add(other)
    if (!subjects.find(({ name }) => name === own)?.needs.includes(other))
      found.push(`${from}:${line} imports ${other}, which ${own} does not name among its needs.`)
  }
  for (const { name, needs } of subjects)
    for (const need of needs)
      if (!used.get(name)?.has(need))
        found.push(`src/subjects/${name} needs ${need} and imports nothing of it.`)
  return found
}

/** The circles of files, each as the files in it; types count. */
export function circles(imports: readonly Import[], within: (path: string) => boolean): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to } of imports)
    if (within(from) && within(to)) next.set(from, [...(next.get(from) ?? []), to])
  return components(next).filter((files) => files.length > 1)
}

/** Tarjan's strongly connected components. */
function components(next: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (at: string): void => {
    order.set(at, order.size)
    low.set(at, order.get(at) ?? 0)
    stack.push(at)
    for (const to of next.get(at) ?? []) {
      if (!order.has(to)) visit(to)
      else if (!stack.includes(to)) continue
      low.set(at, Math.min(low.get(at) ?? 0, low.get(to) ?? 0))
    }
    if (low.get(at) !== order.get(at)) return
    found.push(stack.splice(stack.indexOf(at)).sort())
  }
  for (const at of next.keys()) if (!order.has(at)) visit(at)
  return found
}
