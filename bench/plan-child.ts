/** Reads the plan on its standard input, in a heap that is limited by who starts it. */
import { readFileSync } from 'node:fs'
import { parsePlan } from '#plan/parse.ts'

parsePlan(new Uint8Array(readFileSync(0)), { path: 'bench.md', referenceDate: '2026-11-21' })
