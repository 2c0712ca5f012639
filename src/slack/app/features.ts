// Every part of the product that speaks in Slack. One line a feature file; /sprint help lists them in this order.

import { blockersFeature } from '../blockers/blockers.ts'
import { helpFeature } from '../home/help.ts'
import { homeFeature } from '../home/home.ts'
import { importFeature } from '../import/import.ts'
import { itemsFeature } from '../items/items.ts'
import { planFeature } from '../items/plan.ts'
import { decisionsFeature } from '../reports/decisions.ts'
import { deltaFeature } from '../reports/delta.ts'
import { digestFeature } from '../reports/digest.ts'
import { objectivesFeature } from '../reports/objectives.ts'
import { remindersFeature } from '../reports/reminders.ts'
import { risksFeature } from '../reports/risks.ts'
import { statusFeature } from '../reports/status.ts'
import { retroFeature } from '../retro/retro.ts'
import { awayFeature } from '../standup/away.ts'
import { hoursFeature } from '../standup/hours.ts'
import { standUpFeature } from '../standup/standup.ts'
import { beginFeature } from '../team/begin.ts'
import { teamFeature } from '../team/team.ts'
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
