// Whose public holidays a new team observes: the country that its plan's zone points to, until a person says otherwise.
import { expect, it } from 'vitest'
import { saveHolidays } from '#schedule/team-times.ts'
import { teamScreen } from '#subjects/team/team-screen.ts'
import { item, plan, planFile, sprint } from '#test/support/plans.ts'
import { useWorld } from '#test/support/world.ts'
import { importPlan } from './import.ts'
import { summaryOf } from './import-summary.ts'

const world = useWorld()
const window = { start: '2026-11-16', end: '2026-11-27', datesFrom: 'stated' as const }

const load = (name: string, timeZone: string | null, title = 'Plant') =>
  importPlan(world.services, {
    file: planFile([
      plan([sprint('Sprint 1', [item('A-1', title)], window)], {
        team: { name, timeZone, channels: [], roles: [] },
      }),
    ]),
    path: `plans/${name}.md`,
    channels: new Map(),
    defaultZone: 'America/Denver',
  })
const screenOf = async (name: string) => {
  const { id } = await world.services.db.team.findFirstOrThrow({ where: { name } })
  return teamScreen(world.services, id)
}
const choose = async (name: string, country: string | null) =>
  saveHolidays(world.services, {
    ...{ teamId: (await screenOf(name)).id, person: world.people.maya },
    ...{ country, region: null, onHoliday: 'skip', daysOff: '' },
  })

it('a new team observes the holidays of its zone’s country, and the import says so', async () => {
  const imported = summaryOf(await load('Orchard', 'America/Chicago'))
  expect(imported.plans).toMatchObject([{ made: true, country: 'US' }])
  const thanksgiving = await world.services.db.occurrence.findFirstOrThrow({
    where: { kind: 'standup', localDate: new Date('2026-11-26'), team: { name: 'Orchard' } },
  })
  expect(thanksgiving).toMatchObject({
    state: 'skipped',
    reason: expect.stringContaining('Thanksgiving'),
  })
})

it('what a person chose stays, also none; and none is not asked about again', async () => {
  await choose('Orchard', null)
  await load('Orchard', 'Europe/Berlin', 'Replant')
  expect(await screenOf('Orchard')).toMatchObject({
    zone: 'Europe/Berlin',
    country: null,
    suggestedCountry: null,
  })
})

it('a plan that states no zone says nothing of holidays: the country is suggested, and follows once it is stated', async () => {
  expect(summaryOf(await load('Meadow', null)).plans).toMatchObject([{ made: true, country: null }])
  expect(await screenOf('Meadow')).toMatchObject({ country: null, suggestedCountry: 'US' })
  await load('Meadow', 'Europe/Lisbon', 'Mow')
  expect(await screenOf('Meadow')).toMatchObject({ zone: 'Europe/Lisbon', country: 'PT' })
})

it('a zone that is no country’s leaves the choice to people', async () => {
  expect(summaryOf(await load('Cloud', 'UTC')).plans).toMatchObject([{ country: null }])
  expect(await screenOf('Cloud')).toMatchObject({ country: null, suggestedCountry: null })
  await choose('Cloud', 'DE')
  await load('Cloud', 'Europe/Lisbon', 'Rain')
  expect(await screenOf('Cloud')).toMatchObject({ zone: 'Europe/Lisbon', country: 'DE' })
})
