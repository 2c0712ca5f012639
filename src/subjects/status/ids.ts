// The button that posts a status.
import { z } from 'zod'
import { carriedWords, clickable, rowId } from '#platform/blocks/carried.ts'

/** Carries the sprint, and what is new with each answer, so that one is posted once. */
export const postStatusButton = clickable(
  'status.post',
  carriedWords(z.object({ sprintId: rowId, nonce: z.string().min(1) })),
  '/sprint status',
)
