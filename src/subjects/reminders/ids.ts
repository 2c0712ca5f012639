// The button that marks a dependency done.
import { z } from 'zod'
import { carriedWords, clickable, rowId } from '#platform/blocks/carried.ts'

/** Carries also the sprint and the local date of the reminder that it may stand in. */
export const finishDependencyButton = clickable(
  'dependency.done',
  carriedWords(z.object({ dependencyId: rowId, sprintId: rowId, date: z.iso.date() })),
  '/sprint risks',
)
