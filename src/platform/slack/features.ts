// Every part of the product that speaks in Slack. One line a feature file; /sprint help lists them in this order.

import { beginFeature } from '#subjects/begin/begin.slack.ts'
import { blockersFeature } from '#subjects/blockers/blockers.slack.ts'
import { deltaFeature } from '#subjects/changes/delta.slack.ts'
import { decisionsFeature } from '#subjects/decisions/decisions.slack.ts'
import { digestFeature } from '#subjects/digests/digest.slack.ts'
import { helpFeature } from '#subjects/help/help.slack.ts'
import { homeFeature } from '#subjects/home/home.slack.ts'
import { importFeature } from '#subjects/import/import.slack.ts'
import { itemsFeature } from '#subjects/items/items.slack.ts'
import { objectivesFeature } from '#subjects/objectives/objectives.slack.ts'
import { awayFeature } from '#subjects/presence/away.slack.ts'
import { hoursFeature } from '#subjects/presence/hours.slack.ts'
import { remindersFeature } from '#subjects/reminders/reminders.slack.ts'
import { retroFeature } from '#subjects/retro/retro.slack.ts'
import { risksFeature } from '#subjects/risks/risks.slack.ts'
import { planFeature } from '#subjects/sprint-plan/sprint-plan.slack.ts'
import { standUpFeature } from '#subjects/standup/standup.slack.ts'
import { statusFeature } from '#subjects/status/status.slack.ts'
import { teamFeature } from '#subjects/team/team.slack.ts'
import type { Feature } from './feature.ts'

export const features: Feature[] = [
  statusFeature,
  standUpFeature,
  awayFeature,
  hoursFeature,
  itemsFeature,
  blockersFeature,
  planFeature,
  deltaFeature,
  risksFeature,
  digestFeature,
  objectivesFeature,
  decisionsFeature,
  remindersFeature,
  retroFeature,
  beginFeature,
  importFeature,
  teamFeature,
  homeFeature,
  helpFeature,
]
