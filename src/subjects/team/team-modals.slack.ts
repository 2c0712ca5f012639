// The modals of /sprint team, submitted: each saves its part, and the views below show what is true then.

import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Weekday } from '#domain/calendar/types.ts'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onModal, type Submission } from '#platform/slack/modals.ts'
import type { CeremonyKind } from '#platform/store/generated/enums.ts'
import { todayOf } from '#records/team-calendar.ts'
import { saveCeremony, saveHolidays } from '#schedule/team-times.ts'
import { teamModal } from './team.messages.ts'
import { ceremoniesModal, lengthOfPlan, recurrenceOfChoice } from './team-ceremonies.messages.ts'
import { nameBlock, noCountry, wholeCountry } from './team-modals.messages.ts'
import { saveMembers, saveNames } from './team-people.ts'
import { teamScreen } from './team-screen.ts'
import { createTeam, linkTeam, saveBasics, saveChannels } from './teams.ts'

export function listenToTeamModals(app: App, services: Services): void {
  const on = (
    id: string,
    errorField: string,
    save: (submission: Submission, teamId: string) => Promise<unknown>,
  ) =>
    onModal(app, services, id, errorField, async (submission) => {
      const { teamId } = JSON.parse(submission.metadata) as { teamId: string }
      await save(submission, teamId)
      await refresh(services, submission, teamId)
      return null
    })

  on('team.basics', 'name', ({ values, person }, teamId) =>
    saveBasics(services, {
      teamId,
      person,
      name: values.text('name'),
      zone: values.chosen('zone') ?? '',
      workingDays: values.all('days') as Weekday[],
      retroAnonymous: values.all('retro').includes('anonymous'),
    }),
  )
  on('team.channels', 'channel', ({ values, person }, teamId) =>
    saveChannels(services, {
      teamId,
      person,
      channelId: values.chosen('channel'),
      stakeholderChannelId: values.chosen('stakeholders'),
    }),
  )
  on('team.members', 'members', ({ values, person }, teamId) =>
    saveMembers(services, {
      teamId,
      person,
      slackUserIds: values.all('members'),
      facilitators: values.all('facilitators'),
    }),
  )
  on('team.names', 'names', ({ values, person }, teamId) => {
    const ids = values.ids.filter((id) => id.startsWith(nameBlock))
    const names = new Map(ids.map((id) => [id.slice(nameBlock.length), values.chosen(id)]))
    return saveNames(services, { teamId, person, names })
  })
  on('team.holidays', 'country', ({ values, person }, teamId) =>
    saveHolidays(services, {
      teamId,
      person,
      country: otherThan(noCountry, values.chosen('country')),
      region: otherThan(wholeCountry, values.chosen('region')),
      onHoliday: values.chosen('rule') === 'move' ? 'move' : 'skip',
      daysOff: values.text('days'),
    }),
  )
  on('team.ceremony', 'source', async ({ values, person, metadata }, teamId) => {
    const { kind } = JSON.parse(metadata) as { kind: CeremonyKind }
    const team = await services.db.team.findFirst({ where: { id: teamId } })
    const today = todayOf(team ?? { zone: 'UTC' }, services.clock.now())
    const weekdays = values.all('weekdays') as Weekday[]
    const own = {
      recurrence: recurrenceOfChoice(values.chosen('recurrence'), weekdays, today),
      start: values.chosen('start') ?? '',
    }
    const chosen = values.chosen('source') === 'own' ? own : null
    await saveCeremony(services, {
      teamId,
      person,
      kind,
      enabled: values.all('enabled').includes('on'),
      chosen,
      windowMinutes: Number(otherThan(lengthOfPlan, values.chosen('length'))) || null,
    })
  })
  onModal(app, services, 'team.link', 'name', async ({ values, person, metadata, rootViewId, viewId }) => {
    const { channelId } = JSON.parse(metadata) as { channelId: string }
    const chosen = values.chosen('team')
    const name = values.text('name').trim()
    if (chosen && name)
      throw fieldError('name', 'Either a team that is there or a new one, please: not both.')
    if (!chosen && !name) throw fieldError('name', 'Choose a team, or name a new one.')
    if (chosen && !/^[CG]/.test(channelId))
      throw fieldError('team', "A direct message is no team's channel: type /sprint team in the channel.")
    const zone = values.chosen('zone') ?? ''
    const target = /^[CG]/.test(channelId) ? channelId : null
    const team =
      chosen && target
        ? await linkTeam(services, { teamId: chosen, person, channelId: target })
        : await createTeam(services, { name, zone, channelId: target, person })
    const view = teamModal(await teamScreen(services, team.id), null)
    if (rootViewId === null || rootViewId === viewId) return { view }
    await services.web.views.update({ view_id: rootViewId, view })
    return null
  })
}

/** What was chosen; null for the option that chooses nothing. */
const otherThan = (nothing: string, value: string | null): string | null => (value === nothing ? null : value)

/** The views below the one that was saved show what is true now; the person may have closed them. */
async function refresh(
  services: Services,
  { rootViewId, previousViewId }: Submission,
  teamId: string,
): Promise<void> {
  const screen = await teamScreen(services, teamId)
  const update = (viewId: string | null, view: ModalView) =>
    viewId
      ? services.web.views.update({ view_id: viewId, view }).catch((error: unknown) => {
          services.log.info({ workspace: services.workspaceId, err: error }, 'a view was not refreshed')
        })
      : null
  await update(rootViewId, teamModal(screen, null))
  if (previousViewId !== rootViewId) await update(previousViewId, ceremoniesModal(screen))
}
