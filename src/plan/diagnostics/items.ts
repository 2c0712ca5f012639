/** Items: what they lack that their neighbours have, keys used twice, dependencies on nothing. */

import type { Diagnostic, Item } from '#domain/plan-file.ts'
import { bareKey } from '../build/candidates.ts'
import { keyPrefix } from '../key.ts'
import { type Checked, type Family, nameOf, report } from './report.ts'

const LACKS: readonly { code: string; has: (item: Item) => boolean; what: string; hint: string }[] = [
  {
    code: 'no-estimate',
    has: (item) => item.estimate !== null,
    what: 'an estimate',
    hint: 'Add one as its neighbours have it: “(3 pts)”, “4h”, or a value in the column.',
  },
  {
    code: 'no-owner',
    has: (item) => item.assignees.length > 0,
    what: 'an owner',
    hint: 'Name who takes it: “@name”, “Owner: name”, or a value in the column.',
  },
  {
    code: 'no-acceptance',
    has: (item) => item.acceptance.length > 0,
    what: 'acceptance criteria',
    hint: 'Add “Acceptance criteria:” with one line each.',
  },
]

export const items: Family = (checked) => {
  const { plan } = checked.side
  const found: Diagnostic[] = []
  for (const sprint of plan.sprints)
    for (const lack of LACKS) found.push(...lacking(checked, sprint.items, lack))
  const all = [...plan.sprints.flatMap((sprint) => sprint.items), ...plan.backlog]
  found.push(...duplicates(checked, all), ...unknownDependencies(checked, all))
  return found
}

/** Where most items of a sprint have something, those that don't are named. */
function lacking(checked: Checked, list: readonly Item[], lack: (typeof LACKS)[number]): Diagnostic[] {
  const open = list.filter((item) => item.status !== 'done' && item.status !== 'dropped' && !item.stretch)
  const without = open.filter((item) => !lack.has(item))
  const having = list.filter(lack.has).length
  if (list.length < 3 || having < list.length * 0.6 || without.length === 0) return []
  return without.map((item) =>
    report(
      checked,
      'warning',
      lack.code,
      item.line,
      firstWords(item),
      `“${nameOf(item)}” has no ${lack.what.replace(/^an? /, '')}; ${having} of its ${list.length - 1} neighbours have ${lack.what}.`,
      lack.hint,
    ),
  )
}

const firstWords = (item: Item) => item.title.split(' ')[0] ?? ''

function duplicates(checked: Checked, all: readonly Item[]): Diagnostic[] {
  const first = new Map<string, Item>()
  const found: Diagnostic[] = []
  for (const item of all) {
    if (!item.keyStated || !/\p{L}/u.test(bareKey(item.key))) continue
    const known = first.get(item.key)
    if (known)
      found.push(
        report(
          checked,
          'warning',
          'duplicate-key',
          item.line,
          item.key,
          `The key ${item.key} stands for two items: “${nameOf(known)}” in line ${known.line} too.`,
          'Give each item a key of its own.',
        ),
      )
    else first.set(item.key, item)
  }
  return found
}

/** Dependencies written as a key of the document's own series that no item has. */
function unknownDependencies(checked: Checked, all: readonly Item[]): Diagnostic[] {
  const keys = new Set(all.filter((item) => item.keyStated).map((item) => bareKey(item.key)))
  const series = new Set(
    all.flatMap((item) => (item.keyStated ? (/^(.+)[-_]\d+$/.exec(item.key)?.[1]?.toLowerCase() ?? []) : [])),
  )
  const found: Diagnostic[] = []
  for (const item of all)
    for (const reference of item.dependsOn) {
      const prefix = keyPrefix(reference)
      const own = prefix ? /^(.+)[-_]\d+$/.exec(prefix.key)?.[1]?.toLowerCase() : undefined
      if (!prefix || own === undefined || !series.has(own) || keys.has(bareKey(prefix.key))) continue
      found.push(
        report(
          checked,
          'warning',
          'unknown-dependency',
          item.line,
          prefix.key,
          `“${nameOf(item)}” depends on ${prefix.key}, which no item here has as its key.`,
          'Mend the key, or add the item.',
        ),
      )
    }
  return found
}
