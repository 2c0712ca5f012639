// What a revision writes into the history of items.
//
// Scope, as the daily delta tells it, is what changed after a sprint was planned. So an item that comes with the first
// revision of its source, or with its sprint, has no `added` event: it is the baseline. From then on:
// - `added`     from null, to the estimate ("5", "M") or null; in the sprint that it came to
// - `removed`   from the estimate or null, to null; in the sprint that it left
// - `sprint`    a move; from and to are sprints' names (null: the backlog), as they are called now: a sprint that is renamed
//               is renamed in them too; ONE EVENT IN EACH of the two sprints
// - `estimate` ("5", "M"), `title`, `owner` (names, joined by ", "), `status`: from and to as text
// Each carries the revision's id and no person.
import type { Item as PlanItem } from '#domain/plan-file.ts'
import type { ItemField } from '#platform/store/generated/enums.ts'

export interface NewEvent {
  itemId: string
  sprintId: string | null
  field: ItemField
  from: string | null
  to: string | null
}

interface Place {
  id: string
  name: string
}

/** A move between sprints, as each of them sees it. */
export function moveEvents(itemId: string, from: Place | null, to: Place | null): NewEvent[] {
  return [from, to].flatMap((sprint) =>
    sprint === null
      ? []
      : [
          {
            itemId,
            sprintId: sprint.id,
            field: 'sprint' as const,
            from: from?.name ?? null,
            to: to?.name ?? null,
          },
        ],
  )
}

/** "5" or "M", as an event stores an estimate; the unit is the item's. */
export function estimateWord(estimate: PlanItem['estimate']): string | null {
  if (!estimate) return null
  return 'size' in estimate ? estimate.size : String(estimate.value)
}
