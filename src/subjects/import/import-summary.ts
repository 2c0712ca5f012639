// What came of an import, as JSON for pipelines and the CLI.

import type { Diagnostic } from '#domain/plan-file.ts'
import type { PlanChange } from '#plan/diff.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { ImportResult } from './import.ts'

export interface ImportSummary {
  unchanged: boolean
  plans: {
    team: string
    /** The team was made by this import. */
    made: boolean
    /** Whose public holidays its ceremonies observe, "DE"; null: nobody's. /sprint team changes it. */
    country: string | null
    /** From 1. */
    revision: number
    unchanged: boolean
    sprints: { name: string; start: string | null; end: string | null; state: string }[]
    changes: PlanChange[]
  }[]
  diagnostics: Diagnostic[]
}

export function summaryOf({ unchanged, plans, file }: ImportResult): ImportSummary {
  return {
    unchanged,
    plans: plans.map(({ team, made, revision, sprints, changes, ...plan }) => ({
      team: team.slug,
      made,
      country: team.country,
      revision: revision.number,
      unchanged: plan.unchanged,
      sprints: sprints.map(({ name, start, end, state }) => ({
        name,
        start: start && fromDateColumn(start),
        end: end && fromDateColumn(end),
        state,
      })),
      changes,
    })),
    diagnostics: file.diagnostics,
  }
}
