// An import, done or only tried, as people are shown it.

import { describeRecurrence } from '#domain/calendar/recurrence.ts'
import { kindOf } from '#domain/calendar/rules.ts'
import type { Ceremony, Item, Plan } from '#domain/plan-file.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import { estimateText } from '#wording/marks.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import type { ImportedPlan, ImportResult } from './import.ts'
import type { ItemRead, Understood, UnderstoodPlan } from './import-preview.messages.ts'

/** What was understood of a file. */
export function understoodOf({ file, plans }: ImportResult): Understood {
  return {
    path: file.source.path,
    plans: plans.map(understoodPlan),
    diagnostics: file.diagnostics,
    coverage: file.coverage,
  }
}

function understoodPlan(imported: ImportedPlan): UnderstoodPlan {
  const { plan, team, made, unchanged, changes, revision } = imported
  const rows = new Map(imported.sprints.map((sprint) => [sprint.name, sprint]))
  const count = (list: (sprint: Plan['sprints'][number]) => unknown[], whole: unknown[]) =>
    plan.sprints.reduce((sum, sprint) => sum + list(sprint).length, whole.length)
  return {
    teamName: team.name,
    made,
    zone: team.zone,
    country: team.country,
    channelId: team.channelId,
    waiting: imported.waiting,
    revision: revision.number,
    unchanged,
    changes,
    sprints: plan.sprints.map(({ name, items, goals }) => {
      const row = rows.get(name)
      return {
        name: shortSprintName(name, team.name),
        start: row?.start ? fromDateColumn(row.start) : null,
        end: row?.end ? fromDateColumn(row.end) : null,
        points: items.reduce((sum, item) => sum + pointsOf(item), 0),
        goals,
        items: items.map(itemRead),
      }
    }),
    backlog: plan.backlog.map(itemRead),
    risks: count(({ risks }) => risks, plan.risks),
    dependencies: count(({ dependencies }) => dependencies, plan.dependencies),
    objectives: count(({ objectives }) => objectives, []),
    ceremonies: [...plan.ceremonies, ...plan.sprints.flatMap(({ ceremonies }) => ceremonies)].map(
      ceremonyText,
    ),
  }
}

function itemRead(item: Item): ItemRead {
  const { estimate } = item
  const value = estimate && 'value' in estimate ? estimate : null
  return {
    key: item.keyStated ? item.key : null,
    title: item.title,
    estimate: estimateText({
      estimateValue: value?.value ?? null,
      estimateUnit: value?.unit ?? null,
      estimateSize: estimate && 'size' in estimate ? estimate.size : null,
    }),
    owners: item.assignees,
    status: item.status,
    stretch: item.stretch,
  }
}

const pointsOf = ({ estimate }: Item): number =>
  estimate && 'value' in estimate && estimate.unit === 'points' ? estimate.value : 0

/** "Stand-up · every working day at 09:45". */
function ceremonyText(ceremony: Ceremony): string {
  const { title, when, start } = ceremony
  const time = start && kindOf(ceremony) !== 'key_date' ? ` at ${start}` : ''
  return `${title}${when ? ` · ${describeRecurrence(when)}` : ''}${time}`
}
