// The modal of /sprint admin.
import { carriedNothing, modalOf } from '#platform/blocks/carried.ts'

export const limitsForm = modalOf('workspace.limits', carriedNothing('limits'), '/sprint admin', [
  'creators',
  'people',
  'closed',
])
/** The callback id of what stands in the form's place afterwards. */
export const limitsSaved = 'workspace.saved'
