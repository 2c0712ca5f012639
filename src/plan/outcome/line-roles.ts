/** What each line was taken for: by the plan that came of it, else by the rule that took it. */
import type { BlockRole, Plan } from '#domain/plan-file.ts'
import type { Claims } from '../claims.ts'
import type { RuleName } from '../rules.ts'

/** Rules that make a line part of something; of the others a line is context. */
const ROLE_OF_RULE: Partial<Record<RuleName, BlockRole>> = {
  'sprint.heading': 'sprint',
  'sprint.table-row': 'sprint',
  'sprint.field': 'sprint',
  'sprint.goal': 'goals',
  'item.heading': 'details',
  'item.row': 'details',
  'item.list': 'details',
  'item.box': 'details',
  'item.bullet': 'details',
  'item.fence': 'details',
  'item.repeat': 'details',
  'item.detail': 'details',
  'risk.entry': 'risks',
  'risk.field': 'risks',
  'dependency.entry': 'dependencies',
  'ceremony.entry': 'ceremonies',
  'ceremony.heading': 'ceremonies',
  'ceremony.calendar': 'ceremonies',
  'ceremony.row': 'ceremonies',
  'ceremony.hour': 'ceremonies',
  'ceremony.sentence': 'ceremonies',
  'objective.entry': 'objectives',
  'capacity.entry': 'capacity',
  'total.stated': 'capacity',
  'team.entry': 'team',
  'experiment.entry': 'experiments',
  'definition.ready': 'ready',
  'definition.done': 'done',
}

/** The part of each line by its number; a line that no rule took has none. */
export function lineRoles(plans: readonly Plan[], claims: Claims, lines: number): Map<number, BlockRole> {
  const roles = new Map<number, BlockRole>()
  for (let line = 1; line <= lines; line++) {
    const rules = claims.rules(line)
    if (rules.length === 0) continue
    const told = rules.map((rule) => ROLE_OF_RULE[rule]).filter((role) => role !== undefined)
    roles.set(line, told.find((role) => role !== 'details') ?? told[0] ?? 'context')
  }
  for (const plan of plans) {
    const set = (role: BlockRole, list: readonly { line: number }[]) => {
      for (const { line } of list) roles.set(line, role)
    }
    for (const part of [plan, ...plan.sprints]) {
      set('dependencies', part.dependencies)
      set('risks', part.risks)
      set('ceremonies', part.ceremonies)
    }
    set('sprint', plan.sprints)
    for (const sprint of plan.sprints) {
      set('experiments', sprint.experiments)
      set('objectives', sprint.objectives)
      set('items', sprint.items)
    }
    set('backlog', plan.backlog)
  }
  return roles
}
