// What a status report says, read from the database: the team's current sprint, and the actions of its retros.

import { type AgedBlocker, openBlockers } from '#domain/sprint/blockers.ts'
import { type ScoredRisk, scoreRegister } from '#domain/sprint/register.ts'
import type { Services } from '#platform/services.ts'
import { fromDateColumn } from '#platform/store/date-column.ts'
import type { Team } from '#platform/store/generated/client.ts'
import { readCurrentSprint, type SprintState } from '#records/sprint-state.ts'
import type { DigestView } from '#subjects/digests/index.ts'
import { digestView } from '#subjects/digests/index.ts'

export interface Report {
  state: SprintState
  digest: DigestView
  blockers: AgedBlocker[]
  register: ScoredRisk[]
  actions: { text: string; owner: string | null; due: string | null; done: boolean }[]
}

/** Throws `no_sprint`. */
export async function gatherReport({ db, clock }: Services, team: Team): Promise<Report> {
  const state = await readCurrentSprint(db, team, clock.now())
  const rows = await db.action.findMany({
    where: { teamId: team.id, state: { not: 'dropped' } },
    orderBy: [{ state: 'asc' }, { due: 'asc' }, { createdAt: 'asc' }],
  })
  const ids = rows.flatMap(({ ownerId }) => (ownerId ? [ownerId] : []))
  const people = await db.person.findMany({ where: { id: { in: ids } } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    state,
    digest: await digestView(db, state, { as: 'preview', hasStakeholders: true }),
    blockers: openBlockers(state.blockers, state.timeline),
    register: scoreRegister(state.risks),
    actions: rows.map(({ text, ownerId, due, state: actionState }) => ({
      text,
      owner: (ownerId && names.get(ownerId)) ?? null,
      due: due && fromDateColumn(due),
      done: actionState === 'done',
    })),
  }
}
