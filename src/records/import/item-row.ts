// An item of a plan as the columns of its row.
import type { Item } from '#domain/plan-file.ts'

/** What a plan says of an item; status, owner and place are not among it, because people change those too. */
export function itemColumns(item: Item) {
  const { estimate } = item
  return {
    key: item.key,
    keyStated: item.keyStated,
    title: item.title,
    epic: item.epic,
    kind: item.kind,
    estimateValue: estimate && 'value' in estimate ? estimate.value : null,
    estimateUnit: estimate && 'value' in estimate ? estimate.unit : null,
    estimateSize: estimate && 'size' in estimate ? estimate.size : null,
    stretch: item.stretch,
    planStatus: item.status,
    priority: item.priority,
    assignees: item.assignees,
    labels: item.labels,
    acceptance: item.acceptance,
    tasks: item.tasks.map(({ text, done }) => ({ text, done })),
    description: item.description,
    links: item.links,
    dependsOn: item.dependsOn,
    line: item.line,
  }
}
