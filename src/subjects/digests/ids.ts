// The button that posts the preview of a digest.
import { z } from 'zod'
import { carriedWords, clickable, rowId } from '#platform/blocks/carried.ts'

/** Carries the sprint, and what is new with each preview, so that one is posted once. */
export const postDigestButton = clickable(
  'digest.post',
  carriedWords(z.object({ sprintId: rowId, nonce: z.string().min(1) })),
  '/sprint digest',
)
