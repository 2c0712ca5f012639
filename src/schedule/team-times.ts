// A team's days off and the times of its ceremonies, as people in it choose them; the calendar follows.

import { countryName } from '#domain/calendar/countries.ts'
import { isLocalDate, isLocalTime } from '#domain/calendar/dates.ts'
import { isHolidayRegion } from '#domain/calendar/holidays.ts'
import type { LocalDate, Recurrence } from '#domain/calendar/types.ts'
import type { RuleKind } from '#domain/kinds.ts'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { toDateColumn } from '#platform/store/date-column.ts'
import type { HolidayRule } from '#platform/store/generated/enums.ts'
import { holidaysChosen } from '#records/import/team-of-plan.ts'
import { changeTeam, type TeamChange } from '#records/team-change.ts'
import { syncTeam } from './rules.ts'

/** A day that a team has off, as people write it. */
export interface NamedDay {
  date: LocalDate
  name: string
}

/** Lines such as "2026-12-24 Christmas Eve". @throws SprintkeeperError `field:days` that names the line */
export function readDaysOff(text: string): NamedDay[] {
  const days = new Map<string, NamedDay>()
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue
    const [date = '', ...words] = line.split(/[\s:–—-]*\s[\s:–—-]*/)
    if (!isLocalDate(date))
      throw fieldError(
        'days',
        `“${line.slice(0, 60)}” begins with no date: write a line a day, such as 2026-12-24 Christmas Eve.`,
      )
    days.set(date, { date, name: words.join(' ').slice(0, 80) || 'Day off' })
  }
  return [...days.values()]
}

/**
 * Public holidays and own days off. A country is an ISO code, a region "DE/BY"; null: none, and the whole country.
 *
 * @throws SprintkeeperError `field:country`, `field:region`, `field:days`
 */
export async function saveHolidays(
  services: Services,
  change: TeamChange & {
    country: string | null
    region: string | null
    onHoliday: HolidayRule
    daysOff: string
  },
): Promise<void> {
  const { country } = change
  if (country && !isHolidayRegion(country, null))
    throw fieldError('country', `No public holidays are known for “${country}”.`)
  const [regionsCountry = null, region = null] = change.region?.split('/') ?? []
  if (regionsCountry && regionsCountry !== country)
    throw fieldError(
      'region',
      `That is a region of ${countryName(regionsCountry)}: choose that country, or another region.`,
    )
  if (country && region && !isHolidayRegion(country, region))
    throw fieldError('region', `“${region}” is no region of ${countryName(country)} that is known.`)
  const days = readDaysOff(change.daysOff)
  const { onHoliday } = change
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    await tx.team.update({ where: { id: team.id }, data: { country, region, onHoliday } })
    await tx.teamDayOff.deleteMany({ where: { teamId: team.id } })
    const data = days.map(({ date, name }) => ({
      workspaceId,
      teamId: team.id,
      date: toDateColumn(date),
      name,
    }))
    if (data.length) await tx.teamDayOff.createMany({ data })
    await audit(holidaysChosen, { country, region, onHoliday, days: days.length })
    await syncTeam(tx, services, team.id)
  })
}

/** When a kind of ceremony is held: as the plan or the default says (null), or as a person chose. */
export interface ChosenTime {
  recurrence: Recurrence | null
  start: string
}

/** @throws SprintkeeperError `field:start`, `field:weekdays` */
export async function saveCeremony(
  services: Services,
  change: TeamChange & {
    kind: RuleKind
    enabled: boolean
    chosen: ChosenTime | null
    /** How long it stays open, whenever it is held; null: as the plan or the default says. */
    windowMinutes: number | null
  },
): Promise<void> {
  const { kind, enabled, chosen, windowMinutes } = change
  if (chosen && !isLocalTime(chosen.start)) throw fieldError('start', 'Choose a time.')
  if (chosen?.recurrence?.type === 'weekly' && chosen.recurrence.weekdays.length === 0)
    throw fieldError('weekdays', 'Choose at least one weekday.')
  await changeTeam(services, change, async (tx, team, audit) => {
    const { workspaceId } = services
    const key = { teamId: team.id, kind }
    // Written anew: a JSON column is emptied by leaving it out.
    await tx.ceremonySetting.deleteMany({ where: key })
    if (!enabled || chosen || windowMinutes) {
      const recurrence = chosen?.recurrence ? { recurrence: chosen.recurrence } : {}
      const start = chosen?.start ?? null
      const data = { workspaceId, ...key, enabled, start, windowMinutes, ...recurrence }
      await tx.ceremonySetting.create({ data })
    }
    await audit('team.ceremony', {
      kind,
      enabled,
      windowMinutes,
      chosen: chosen && { recurrence: chosen.recurrence, start: chosen.start },
    })
    await syncTeam(tx, services, team.id)
  })
}
