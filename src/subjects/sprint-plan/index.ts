// /sprint plan: the sprint as planned.
import type { Subject } from '#subjects/subject.ts'
import { planFeature } from './sprint-plan.slack.ts'

export const sprintPlan: Subject = { name: 'sprint-plan', needs: [], slack: [planFeature] }
