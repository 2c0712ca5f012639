/** How honest the reader's confidence is, and what answers to its questions would give, by authors held out. */
import type { Block, BlockRole, PlanFile } from '#domain/plan-file.ts'
import { parsePlan } from '../parse.ts'
import type { LabelledDocument } from './document.ts'
import { foldsOf } from './folds.ts'
import type { Labelled } from './labels.ts'
import { learnTables } from './tables.ts'

interface Share {
  /** Of labelled lines in such blocks, those whose role is the label's. */
  readonly right: number
  /** The same, where cards that no label knows count as wrong. */
  readonly strict: number
  /** Of all labelled lines, those in such blocks. */
  readonly share: number
}

export interface Checked {
  readonly sure: Share
  readonly likely: Share
  /** Items F1 after 0, 2 and 5 questions. */
  readonly answered: readonly [number, number, number]
}

interface LineTold {
  readonly role: BlockRole
  readonly confidence: Block['confidence'] | null
  readonly label: BlockRole | 'again' | null
}

const isCard = (role: BlockRole | 'again' | null) => role === 'items' || role === 'backlog'

function labelsByLine(labels: Labelled): Map<number, BlockRole | 'again'> {
  const told = new Map<number, BlockRole | 'again'>()
  const set = (role: BlockRole | 'again', lines: readonly number[]) => {
    for (const line of lines) told.set(line, role)
  }
  set(
    'sprint',
    labels.sprints.map(({ line }) => line),
  )
  set('goals', labels.goals)
  set('objectives', labels.objectives ?? [])
  set('risks', labels.risks)
  set('ceremonies', labels.ceremonies)
  set(
    'again',
    labels.items.flatMap((lines) => lines.slice(1)),
  )
  set(
    'items',
    labels.items.flatMap((lines) => lines.slice(0, 1)),
  )
  return told
}

/** Whether a line's role is what its label says; items and backlog are one here, as is where a card told twice was taken. */
function isRight({ role, label }: LineTold): boolean {
  if (label === 'again') return isCard(role) || role === 'details' || role === 'sprint'
  return role === label || (isCard(role) && isCard(label))
}

function linesTold(file: PlanFile, labels: Labelled): LineTold[] {
  const cards = cardLines(file)
  const told = labelsByLine(labels)
  const at = new Map<number, Block>()
  for (const block of file.blocks)
    for (let line = block.line; line <= block.endLine; line++) at.set(line, block)
  return [...new Set([...told.keys(), ...cards])].map((line) => {
    const block = at.get(line)
    const role = block && isCard(block.role) && !cards.has(line) ? 'details' : (block?.role ?? 'context')
    return { role, confidence: block?.confidence ?? null, label: told.get(line) ?? null }
  })
}

function cardLines(file: PlanFile): Set<number> {
  return new Set(
    file.plans.flatMap((plan) =>
      [...plan.backlog, ...plan.sprints.flatMap(({ items }) => items)].map(({ line }) => line),
    ),
  )
}

/** The blocks that are asked about first: unsure before likely, the longest first. */
function questions({ blocks }: PlanFile): Block[] {
  const length = ({ line, endLine }: Block) => endLine - line
  return blocks
    .filter(({ confidence, instead }) => confidence === 'unsure' && instead !== null)
    .sort((a, b) => length(b) - length(a))
}

/** Cards found, wanted and hit, after so many questions were answered from the labels. */
function afterAnswers(file: PlanFile, labels: Labelled, count: number): [number, number, number] {
  const found = cardLines(file)
  const wanted = new Set(labels.items.map(([line]) => line as number))
  for (const { line, endLine } of questions(file).slice(0, count))
    for (let at = line; at <= endLine; at++)
      if (wanted.has(at)) found.add(at)
      else found.delete(at)
  let hit = 0
  for (const lines of labels.items) if (lines.some((line) => found.has(line))) hit++
  return [found.size, labels.items.length, hit]
}

function shareOf(lines: readonly LineTold[], confidence: Block['confidence']): Share {
  const all = lines.filter((line) => line.label !== null)
  const labelled = all.filter((line) => line.confidence === confidence)
  const strict = lines.filter((line) => line.confidence === confidence)
  const rightOf = (list: readonly LineTold[]) => list.filter(isRight).length / Math.max(1, list.length)
  return {
    right: rightOf(labelled),
    strict: rightOf(strict),
    share: labelled.length / Math.max(1, all.length),
  }
}

export function checkReadings(documents: readonly LabelledDocument[], folds: number): Checked {
  const lines: LineTold[] = []
  const counts = [0, 2, 5].map(() => [0, 0, 0])
  for (const { held, rest } of foldsOf(documents, folds)) {
    const tables = learnTables(rest)
    for (const { bytes, labels } of held) {
      const file = parsePlan(bytes, { path: labels.name, tables })
      lines.push(...linesTold(file, labels))
      for (const [i, count] of [0, 2, 5].entries())
        for (const [j, n] of afterAnswers(file, labels, count).entries())
          (counts[i] as number[])[j] = (counts[i]?.[j] ?? 0) + n
    }
  }
  const f1 = counts.map(([found = 0, wanted = 0, hit = 0]) => (2 * hit) / Math.max(1, found + wanted))
  return {
    sure: shareOf(lines, 'sure'),
    likely: shareOf(lines, 'likely'),
    answered: [f1[0] as number, f1[1] as number, f1[2] as number],
  }
}
