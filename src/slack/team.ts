// /sprint team: the overview, its small modals, and linking a channel to a team.
import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Weekday } from '../calendar/types.ts'
import { todayOf } from '../ceremonies/planning.ts'
import { teamScreen } from '../ceremonies/team-screen.ts'
import {
  createTeam,
  linkTeam,
  saveBasics,
  saveCeremony,
  saveChannels,
  saveHolidays,
  saveMembers,
  saveNames,
} from '../ceremonies/teams.ts'
import { retryParked } from '../delivery/parked.ts'
import { fieldError } from '../errors.ts'
import { noticeModal } from '../messages/notice.ts'
import { type TeamScreen, teamModal } from '../messages/team.ts'
import { ceremoniesModal, ceremonyModal, recurrenceOfChoice } from '../messages/team-ceremonies.ts'
import {
  basicsModal,
  channelsModal,
  holidaysModal,
  linkModal,
  membersModal,
  nameBlock,
  namesModal,
} from '../messages/team-modals.ts'
import type { Services } from '../services.ts'
import type { Person } from '../store/generated/client.ts'
import type { CeremonyKind } from '../store/generated/enums.ts'
import { personBySlackId } from '../store/people.ts'
import { failure } from './command.ts'
import type { CommandCall, Feature } from './feature.ts'
import { onModal, type Submission } from './modals.ts'

export const teamFeature: Feature = {
  commands: [
    {
      word: 'team',
      aliases: ['settings', 'link'],
      usage: '',
      summary: "The team's channel, zone, ceremonies, people and days off",
      needsTeam: false,
      run: openTeam,
    },
  ],
  listen(app, services) {
    listenToButtons(app, services)
    listenToModals(app, services)
  },
}

async function openTeam({ services, team, person, channelId, triggerId }: CommandCall): Promise<void> {
  const view = team
    ? teamModal(await teamScreen(services, team.id), await unlinked(services, channelId))
    : await linkView(services, person, channelId)
  await services.web.views.open({ trigger_id: triggerId, view })
}

/** The channel, if it can have a team and has none. */
async function unlinked(services: Services, channelId: string): Promise<string | null> {
  if (!/^[CG]/.test(channelId)) return null
  const of = [{ channelId }, { stakeholderChannelId: channelId }]
  return (await services.db.team.findFirst({ where: { OR: of } })) ? null : channelId
}

async function linkView(services: Services, person: Person, channelId: string): Promise<ModalView> {
  const teams = await services.db.team.findMany({ orderBy: { name: 'asc' }, take: 100 })
  return linkModal({ channelId, teams, zone: person.ownTimeZone ?? person.timeZone })
}

const editors: Record<string, (screen: TeamScreen) => ModalView> = {
  channels: channelsModal,
  basics: basicsModal,
  members: membersModal,
  names: namesModal,
  ceremonies: ceremoniesModal,
  holidays: holidaysModal,
}

function listenToButtons(app: App, services: Services): void {
  const on = (id: string | RegExp, run: (action: ButtonAction, body: BlockAction) => Promise<unknown>) =>
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body }) => {
      await ack()
      try {
        await run(action, body)
      } catch (error) {
        await push(services, body, noticeModal(failure(services, error)))
      }
    })

  on(/^team\.edit\./, async ({ action_id, value }, body) => {
    const editor = editors[action_id.slice('team.edit.'.length)]
    if (editor) await push(services, body, editor(await teamScreen(services, value ?? '')))
  })
  on(/^team\.ceremony\./, async ({ action_id, value }, body) => {
    const kind = action_id.slice('team.ceremony.'.length)
    const screen = await teamScreen(services, value ?? '')
    const line = screen.ceremonies.find((one) => one.kind === kind)
    if (line) await push(services, body, ceremonyModal(screen.id, line))
  })
  on('team.retry', async ({ value }, body) => {
    await retryParked(services, value ?? '')
    const view = teamModal(await teamScreen(services, value ?? ''), null)
    await services.web.views.update({ view_id: body.view?.id ?? '', view })
  })
  on('team.link', async ({ value }, body) => {
    const person = await personBySlackId(services, body.user.id)
    await push(services, body, await linkView(services, person, value ?? ''))
  })
}

async function push(services: Services, body: BlockAction, view: ModalView): Promise<void> {
  await services.web.views.push({ trigger_id: body.trigger_id, view })
}

function listenToModals(app: App, services: Services): void {
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
    saveMembers(services, { teamId, person, slackUserIds: values.all('members') }),
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
      country: values.text('country'),
      region: values.text('region'),
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
