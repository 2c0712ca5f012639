// Every part of the product that speaks in Slack. One line a feature file; /sprint help lists them in this order.
import { awayFeature } from './away.ts'
import { beginFeature } from './begin.ts'
import { blockersFeature } from './blockers.ts'
import { decisionsFeature } from './decisions.ts'
import { deltaFeature } from './delta.ts'
import { digestFeature } from './digest.ts'
import type { Feature } from './feature.ts'
import { helpFeature } from './help.ts'
import { homeFeature } from './home.ts'
import { hoursFeature } from './hours.ts'
import { importFeature } from './import.ts'
import { itemsFeature } from './items.ts'
import { objectivesFeature } from './objectives.ts'
import { planFeature } from './plan.ts'
import { remindersFeature } from './reminders.ts'
import { retroFeature } from './retro.ts'
import { risksFeature } from './risks.ts'
import { standUpFeature } from './standup.ts'
import { statusFeature } from './status.ts'

import { teamFeature } from './team.ts'

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
