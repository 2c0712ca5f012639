// Every part of the product that speaks in Slack. One line a feature file; /sprint help lists them in this order.
import { deltaFeature } from './delta.ts'
import type { Feature } from './feature.ts'
import { retroFeature } from './retro.ts'
import { standUpFeature } from './standup.ts'
import { statusFeature } from './status.ts'

export const features: Feature[] = [statusFeature, standUpFeature, deltaFeature, retroFeature]
