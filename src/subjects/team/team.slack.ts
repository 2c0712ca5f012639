// /sprint team: the overview, its small modals, and linking a channel to a team.
import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { countriesWithHolidays } from '#domain/calendar/countries.ts'
import { retryParked } from '#platform/delivery/parked.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { chooseTeam } from '#platform/slack/caller.ts'
import { whichTeam } from '#platform/slack/command.messages.ts'
import type { CommandCall, Feature } from '#platform/slack/feature.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { teamsFor } from '#records/access.ts'
import { decideChannel } from './channel-question.ts'
import {
  confirmChannel,
  declineChannel,
  editCeremony,
  editPart,
  notMe,
  openLink,
  retryButton,
  thatIsMe,
} from './ids.ts'
import { answerName } from './name-question.ts'
import { oneTeamOnly, type TeamScreen, teamChosen, teamModal } from './team.messages.ts'
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
      needsTeamInDirectMessage: true,
      run: openTeam,
    },
    {
      word: 'use',
      aliases: ['which'],
      usage: '[TEAM]',
      summary: 'Which of your teams a command means in a direct message',
      when: 'setting up',
      needsTeam: false,
      run: useTeam,
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

/** `/sprint use TEAM [command]`: remembers the team, and runs the command that it was asked for. */
async function useTeam(call: CommandCall): Promise<void> {
  const { rest, choices, services } = call
  if (choices.length < 2) return call.reply(oneTeamOnly(call.team?.name ?? null))
  const named = choices.filter(({ slug, name }) =>
    [slug, name].some((each) => `${rest} `.toLowerCase().startsWith(`${each.toLowerCase()} `)),
  )
  const [chosen] = named.sort((a, b) => b.slug.length - a.slug.length)
  if (!chosen) return call.reply(whichTeam(choices, ''))
  await chooseTeam(services, call, chosen.slug)
  const begins = rest.toLowerCase().startsWith(chosen.slug.toLowerCase()) ? chosen.slug : chosen.name
  const command = rest.slice(begins.length).trim()
  if (command) return call.runInstead(command)
  await call.reply(teamChosen(chosen.name))
}

/** The channel, if it can have a team and has none. */
async function unlinked(services: Services, channelId: string): Promise<string | null> {
  if (!/^[CG]/.test(channelId)) return null
  const of = [{ channelId }, { stakeholderChannelId: channelId }]
  return (await services.db.team.findFirst({ where: { OR: of } })) ? null : channelId
}

async function linkView(services: Services, person: Person, channelId: string): Promise<ModalView> {
  const teams = await teamsFor(services, person, 'settings.change', 100)
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
  const push = (triggerId: string, view: ModalView) =>
    services.web.views.push({ trigger_id: triggerId, view })

  onButton(app, services, editPart, async ({ part, value: teamId, triggerId }) => {
    const editor = editors[part]
    if (editor) await push(triggerId, editor(await teamScreen(services, teamId)))
  })
  onButton(app, services, editCeremony, async ({ part: kind, value: teamId, triggerId }) => {
    const screen = await teamScreen(services, teamId)
    const line = screen.ceremonies.find((one) => one.kind === kind)
    if (line) await push(triggerId, ceremonyModal(screen.id, line))
  })
  onButton(app, services, retryButton, async ({ value: teamId, viewId }) => {
    await retryParked(services, teamId)
    const view = teamModal(await teamScreen(services, teamId), null)
    await services.web.views.update({ view_id: viewId, view })
  })
  for (const decided of [confirmChannel, declineChannel])
    onButton(app, services, decided, ({ value, person, channelId }) =>
      decideChannel(services, {
        ...{ ...value, person, clickedIn: channelId },
        confirmed: decided === confirmChannel,
      }),
    )
  for (const answer of [thatIsMe, notMe])
    onButton(app, services, answer, ({ value, person }) =>
      answerName(services, { ...value, person, isMine: answer === thatIsMe }),
    )
  onButton(app, services, openLink, async ({ value: channelId, person, triggerId }) => {
    await push(triggerId, await linkView(services, person, channelId))
  })
}
