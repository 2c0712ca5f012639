// Every part of the product that speaks in Slack. One line a feature file; /sprint help lists them in this order.
import type { Feature } from './feature.ts'
import { retroFeature } from './retro.ts'

export const features: Feature[] = [retroFeature]
