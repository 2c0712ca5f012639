// Rows of the database as builders take them, each whole but for what is said.

import type { Item } from '#platform/store/generated/client.ts'
import type { BlockerCard } from '#subjects/blockers/blockers.messages.ts'
import { at } from './people.ts'

export function itemRow(own: Partial<Item> & Pick<Item, 'key' | 'title'>): Item {
  return {
    id: `item-${own.key.replaceAll(/\W/g, '')}`.slice(0, 30),
    workspaceId: 'workspace-1',
    teamId: 'team-harbor',
    sourceId: 'source-1',
    sprintId: 'sprint-32',
    keyStated: true,
    epic: null,
    kind: 'story',
    estimateValue: null,
    estimateUnit: null,
    estimateSize: null,
    stretch: false,
    status: 'ready',
    planStatus: null,
    priority: null,
    ownerId: null,
    assignees: [],
    labels: [],
    acceptance: [],
    tasks: [],
    description: null,
    links: [],
    dependsOn: [],
    position: 1,
    line: 42,
    removedAt: null,
    createdAt: at('15:00', '2026-11-13'),
    statusAt: at('18:00', '2026-11-16'),
    ...own,
  }
}

/** Open since yesterday, raised by Jonas, with nobody to help. */
export function blockerCardOf(own: Partial<BlockerCard> = {}): BlockerCard {
  return {
    id: `blocker-${own.number ?? 3}`,
    number: 3,
    text: 'No access to the staging database',
    severity: 'high',
    state: 'open',
    item: { key: 'HP-418', title: 'Reconcile the ledger' },
    raisedBy: 'U0JONAS',
    helper: null,
    takenBy: null,
    resolvedBy: null,
    resolution: null,
    raisedAt: at('17:00', '2026-11-17'),
    raisedAtText: 'Tue 17 Nov, 10:00 MST',
    escalation: null,
    ageDays: 1,
    ...own,
  }
}
