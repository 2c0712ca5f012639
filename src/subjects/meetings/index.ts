// Reminders of planning, refinement and review, with what each needs to look at.
import type { Subject } from '#subjects/subject.ts'
import { meetings as steps } from './meetings.steps.ts'

export const meetings: Subject = { name: 'meetings', needs: ['objectives'], ceremonies: [steps] }
