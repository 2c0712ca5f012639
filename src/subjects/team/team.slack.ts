// /sprint team: the overview, its small modals, and linking a channel to a team.
import type { App, BlockAction, ButtonAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { countriesWithHolidays } from '#domain/calendar/countries.ts'
import { noticeModal } from '#platform/blocks/notice.ts'
import { retryParked } from '#platform/delivery/parked.ts'
import type { Services } from '#platform/services.ts'
import { failure } from '#platform/slack/command.ts'
import type { CommandCall, Feature } from '#platform/slack/feature.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { type TeamScreen, teamModal } from './team.messages.ts'
import { ceremoniesModal, ceremonyModal } from './team-ceremonies.messages.ts'
import {
  basicsModal,
  channelsModal,
  holidaysModal,
  linkModal,
  membersModal,
  namesModal,
} from './team-modals.messages.ts'
import { listenToTeamModals } from './team-modals.slack.ts'
import { teamScreen } from './team-screen.ts'

export const teamFeature: Feature = {
  commands: [
    {
      word: 'team',
      aliases: ['settings', 'link'],
      usage: '',
      summary: "The team's channel, zone, ceremonies, people and days off",
      when: 'setting up',
      needsTeam: false,
      run: openTeam,
    },
  ],
  listen(app, services) {
    listenToButtons(app, services)
    listenToTeamModals(app, services)
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
  holidays: (screen) => holidaysModal(screen, countriesWithHolidays()),
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
