// Under which path a plan from Slack is kept, so that the next version of it is found as its next revision.
import { basename, extname } from 'node:path'
import { fold } from '#plan/text.ts'
import type { Services } from '#platform/services.ts'
import type { Person, Team } from '#platform/store/generated/client.ts'
import { teamsFor } from '#records/access.ts'

export interface ImportChoices {
  teams: { id: string; name: string }[]
  /** The channel's team; null: none is linked. */
  teamId: string | null
  /** Plans that are there already: those of the channel's team, or all where there is none. */
  paths: string[]
}

/** More options no select takes. */
const mostOptions = 99

/** What `/sprint import` offers a person in a channel: teams whose plan they may import, and those teams' plans. */
export async function importChoices(
  services: Services,
  person: Person,
  ofChannel: Team | null,
): Promise<ImportChoices> {
  const { db } = services
  const teams = await teamsFor(services, person, 'plan.import', mostOptions)
  const team = teams.find(({ id }) => id === ofChannel?.id) ?? null
  const sources = await db.planSource.findMany({
    where: { teamId: { in: team ? [team.id] : teams.map(({ id }) => id) } },
    orderBy: { path: 'asc' },
    distinct: ['path'],
    take: mostOptions,
  })
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    teamId: team?.id ?? null,
    paths: sources.map(({ path }) => path),
  }
}

/**
 * The path of a plan that is handed in under a file's name: that of the one known plan whose file has that name, whatever
 * way it came in; else a new one, in Slack's own folder.
 */
export function pathFor(name: string, known: string[]): string {
  const same = known.filter((path) => fold(basename(path)) === fold(name))
  return same.length === 1 && same[0] ? same[0] : `slack/${name}`
}

/** A file's name for pasted text: its first line with letters ("# Sprint 12 Plan" is "sprint-12-plan.md"). */
export function nameOfText(text: string): string {
  const line = text.split('\n').find((each) => /\p{L}/u.test(each)) ?? ''
  const words = fold(line).replace(/[%#]/g, '').split(/\s+/).filter(Boolean)
  return `${words.join('-').slice(0, 60) || 'plan'}.md`
}

/** A file's name as a path's last part: never a folder of its own. */
export const fileName = (name: string): string =>
  basename(name, extname(name)).slice(0, 100) + extname(name).slice(0, 12)
