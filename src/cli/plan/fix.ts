/** `plan check --fix`: repairs that need no judgement. */
import { writeFileSync } from 'node:fs'
import { createTwoFilesPatch } from 'diff'
import { repairMojibake } from '#plan/decode.ts'

/** The repaired text of a file, or null when nothing is to repair. A file that is no UTF-8 is left alone. */
export function repair(bytes: Uint8Array): { before: string; after: string } | null {
  let before: string
  try {
    before = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
  const bare = before.startsWith('\ufeff') ? before.slice(1) : before
  const after = repairMojibake(bare)?.text ?? bare
  return after === before ? null : { before, after }
}

/** Writes the repaired file, or with `dryRun` changes nothing; returns the unified diff. */
export function fixFile(path: string, bytes: Uint8Array, dryRun: boolean): string {
  const repaired = repair(bytes)
  if (!repaired) return ''
  if (!dryRun) writeFileSync(path, repaired.after)
  return createTwoFilesPatch(
    `a/${path}`,
    `b/${path}`,
    repaired.before,
    repaired.after,
    undefined,
    undefined,
    { context: 3 },
  )
}
