/** Bytes of a plan → plan JSON. Pure; never throws on what a file holds. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Diagnostic, Plan, PlanFile } from '#domain/plan-file.ts'
import { readSide, type Side } from './build/side.ts'
import { LEARNT, type Tables } from './choice/roles.ts'
import { type Claims, makeClaims } from './claims.ts'
import { splitSides } from './conflict.ts'
import { coverageOf } from './coverage.ts'
import { decode } from './decode.ts'
import { diagnose } from './diagnostics/index.ts'
import { outcomeOf } from './outcome/blocks.ts'

export interface ParseOptions {
  /** As it is to stand in `source.path`. */
  path: string
  /** ISO date near which a year is inferred where neither weekdays nor other dates decide; none: mid-2025 is assumed. */
  referenceDate?: string
  /** What is judged by; left out: the tables that were learnt and committed. */
  tables?: Tables
}

/** A plan with what `plan explain` and `plan check` need beside it. */
export interface ParsedPlan {
  file: PlanFile
  claims: Claims
  /** Lines as read, mojibake repaired. */
  lines: string[]
}

export function parsePlan(bytes: Uint8Array, options: ParseOptions): PlanFile {
  return parse(bytes, options, makeClaims(false)).file
}

export function parseWithClaims(bytes: Uint8Array, options: ParseOptions): ParsedPlan {
  return parse(bytes, options, makeClaims(true))
}

function parse(bytes: Uint8Array, options: ParseOptions, claims: Claims): ParsedPlan {
  const digest = bytesToHex(sha256(bytes))
  const decoded = decode(bytes)
  const diagnostics: Diagnostic[] = [...decoded.diagnostics]
  const text = decoded.text ?? ''
  const lines = linesOf(text)
  const source = {
    path: options.path,
    sha256: digest,
    lines: lines.length,
    repairedFrom: decoded.repairedFrom,
  }
  if (decoded.text === null || text.trim() === '') {
    if (decoded.text !== null)
      diagnostics.push({
        severity: 'error',
        code: 'empty',
        message: 'The file holds no text.',
        line: 1,
        column: 1,
        endLine: 1,
        hint: 'Write a plan into it: docs/plan-format.md shows a small one.',
      })
    return {
      file: {
        version: 1,
        source,
        plans: [],
        diagnostics,
        blocks: [],
        coverage: { contentLines: 0, understood: 0, unmapped: [] },
      },
      claims,
      lines: [],
    }
  }
  const split = splitSides(lines)
  diagnostics.push(...split.diagnostics)
  for (const mark of split.marks) claims.add('document.decoration', mark, mark, 'merge marker')
  const reference = options.referenceDate ?? null
  const judging = { referenceDate: reference, path: options.path, tables: options.tables ?? LEARNT }
  const ours = readSide(split.ours, lines, claims, diagnostics, judging)
  const sides: Side[] = [ours]
  if (split.theirs) {
    const theirs = readSide(split.theirs, lines, claims, [], judging)
    if (ownPlan(ours.plan, theirs.plan)) sides.push(theirs)
  }
  const plans = sides.map(
    (side, i): Plan => ({ ...side.plan, side: split.theirs === null ? null : i === 0 ? 'ours' : 'theirs' }),
  )
  const blocks = outcomeOf(
    sides.map(({ plan, draft }) => ({ plan, cards: draft.cards })),
    lines,
    claims,
  )
  const coverage = coverageOf(lines, claims, blocks)
  const file: PlanFile = { version: 1, source, plans, diagnostics, blocks, coverage }
  file.diagnostics = diagnose(file, sides, lines, reference)
  return { file, claims, lines }
}

/** The lines without their ends; an end after the last one starts no other. */
function linesOf(text: string): string[] {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Whether the other side of a conflict is another plan and not another wording of the same one. */
function ownPlan(ours: Plan, theirs: Plan): boolean {
  const keys = (plan: Plan) =>
    new Set([...plan.sprints.flatMap((s) => s.items), ...plan.backlog].map((item) => item.key))
  const [a, b] = [keys(ours), keys(theirs)]
  if (b.size === 0) return false
  const shared = [...b].filter((key) => a.has(key)).length
  return shared < b.size / 2
}
