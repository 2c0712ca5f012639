// Plans for tests, built from what a test cares about.
import type { Item, Plan, PlanFile, Sprint } from '#domain/plan-file.ts'

export function item(key: string, title: string, fields: Partial<Item> = {}): Item {
  return {
    key,
    keyStated: true,
    title,
    epic: null,
    kind: null,
    estimate: null,
    stretch: false,
    status: null,
    priority: null,
    assignees: [],
    labels: [],
    acceptance: [],
    tasks: [],
    description: null,
    links: [],
    dependsOn: [],
    line: 1,
    endLine: 1,
    ...fields,
  }
}

export const points = (value: number): Item['estimate'] => ({ value, unit: 'points' })

export function sprint(name: string, items: Item[], fields: Partial<Sprint> = {}): Sprint {
  return {
    name,
    number: null,
    theme: null,
    status: null,
    start: null,
    end: null,
    datesFrom: null,
    lengthDays: null,
    goals: [],
    objectives: [],
    capacity: { points: null, committed: null, unit: null },
    items,
    risks: [],
    dependencies: [],
    ceremonies: [],
    experiments: [],
    definitionOfReady: [],
    definitionOfDone: [],
    line: 1,
    ...fields,
  }
}

export function plan(sprints: Sprint[], fields: Partial<Plan> = {}): Plan {
  return {
    title: 'Plan',
    side: null,
    team: { name: 'Orchard', timeZone: 'Europe/Lisbon', channels: [], roles: [] },
    sprints,
    backlog: [],
    risks: [],
    dependencies: [],
    ceremonies: [],
    ...fields,
  }
}

let files = 0

/** A file of these plans; each has content of its own unless `sha256` is given. */
export function planFile(plans: Plan[], sha256 = `content-${++files}`): PlanFile {
  return {
    version: 1,
    source: { path: 'plans/orchard.md', sha256, lines: 1, repairedFrom: null },
    plans,
    diagnostics: [],
    blocks: [],
    coverage: { contentLines: 1, understood: 1, unmapped: [] },
  }
}
