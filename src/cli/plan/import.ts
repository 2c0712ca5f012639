// `plan import`: files into the database, as their next revision or as new plans.
import { relative, sep } from 'node:path'
import { countryName } from '#domain/calendar/countries.ts'
import { plural } from '#platform/blocks/text.ts'
import { explain, SprintkeeperError } from '#platform/errors.ts'
import { changeText, type ImportSummary, importPlan, summaryOf } from '#subjects/import/index.ts'
import { type Opened, openWorkspace } from '../open.ts'
import { expand, readError, readInput } from './files.ts'

export interface ImportOptions {
  /** A team's slug. */
  team?: string
  /** Slack's team id, or the workspace's name. */
  workspace?: string
  /** The path that a plan from standard input is kept under. */
  as?: string
  json?: boolean
}

/** 0: every plan is in; 1: one could not be imported, and the others are in; 2: wrong usage or an unreadable file. */
export async function importFiles(paths: string[], options: ImportOptions): Promise<number> {
  const files = expand(paths)
  if (files.includes('-') && !options.as) {
    console.error('A plan from standard input needs a name: --as docs/sprint-12.md, the same each time.')
    return 2
  }
  let opened: Opened
  try {
    opened = await openWorkspace('plan.import', options.workspace)
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    console.error(explain(error))
    return error.code === 'bad_configuration' ? 2 : 1
  }
  try {
    const teamId = options.team ? await teamOfSlug(opened, options.team) : null
    let status = 0
    for (const file of files) status = Math.max(status, await importOne(opened, file, teamId, options))
    return status
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    console.error(explain(error))
    return 2
  } finally {
    await opened.close()
  }
}

async function teamOfSlug({ services }: Opened, slug: string): Promise<string> {
  const team = await services.db.team.findFirst({ where: { slug } })
  if (team) return team.id
  const teams = await services.db.team.findMany({ orderBy: { slug: 'asc' } })
  const known = teams.map((one) => one.slug).join(', ')
  const hint = known
    ? `The teams are ${known}.`
    : 'There is none yet: leave --team out, and the plan makes one.'
  throw new SprintkeeperError('no_such_team', `There is no team ${slug}.`, hint)
}

async function importOne(
  { services, config, hasSlack }: Opened,
  file: string,
  teamId: string | null,
  options: ImportOptions,
): Promise<number> {
  const path = file === '-' ? (options.as ?? '') : relative('', file).split(sep).join('/')
  let bytes: Uint8Array
  try {
    bytes = readInput(file).bytes
  } catch (error) {
    console.error(readError(file, error))
    return 2
  }
  try {
    const defaultZone = config.defaultTimeZone
    const channels = hasSlack ? {} : { channels: new Map<string, string>() }
    const input = { bytes, path, teamId, defaultZone, ...channels, inProcess: true }
    const result = summaryOf(await importPlan(services, input))
    console.log(options.json ? JSON.stringify({ path, ...result }) : readable(path, result))
    return 0
  } catch (error) {
    if (!(error instanceof SprintkeeperError)) throw error
    console.error(explain(error))
    return 1
  }
}

function readable(path: string, { plans, diagnostics }: ImportSummary): string {
  const lines = plans.flatMap(({ team, made, country, revision, unchanged, sprints, changes }) => [
    `${path}: ${team}${made ? ' (a new team)' : ''}: ${unchanged ? 'unchanged' : `revision ${revision}`}`,
    ...(made
      ? [
          `  public holidays: ${country ? `${countryName(country)}, by its zone` : 'none'} (/sprint team changes it)`,
        ]
      : []),
    ...sprints.map(
      ({ name, start, end, state }) =>
        `  ${name}: ${start && end ? `${start} to ${end}` : 'no dates, waits for /sprint begin'}, ${state}`,
    ),
    ...changes.map((change) => `  ${changeText(change)}`),
  ])
  const telling = diagnostics.filter(({ severity }) => severity !== 'info').length
  if (telling)
    lines.push(
      `  ${plural(telling, 'thing')} that the plan could say better: sprintkeeper plan check ${path}`,
    )
  return lines.join('\n')
}
