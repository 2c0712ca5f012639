// The modals of /sprint team, submitted: each saves its part, and the views below show what is true then.

import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Weekday } from '#domain/calendar/types.ts'
import type { Modal } from '#platform/blocks/carried.ts'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onModal, type Submission } from '#platform/slack/modals.ts'
import { todayOf } from '#records/team-calendar.ts'
import { saveCeremony, saveHolidays } from '#schedule/team-times.ts'
import {
  basicsForm,
  ceremonyForm,
  channelsForm,
  holidaysForm,
  linkForm,
  membersForm,
  nameOfBlock,
  namesForm,
} from './ids.ts'
import { teamModal } from './team.messages.ts'
import { ceremoniesModal, lengthOfPlan, recurrenceOfChoice } from './team-ceremonies.messages.ts'
import { noCountry, wholeCountry } from './team-modals.messages.ts'
import { saveMembers, saveNames } from './team-people.ts'
import { teamScreen } from './team-screen.ts'
import { createTeam, linkTeam, saveBasics, saveChannels } from './teams.ts'

export function listenToTeamModals(app: App, services: Services): void {
  const on = <T extends { teamId: string }, Field extends string>(
    modal: Modal<T, Field>,
    errorField: NoInfer<Field> | null,
    save: (submission: Submission<T, Field>) => Promise<unknown>,
  ) =>
    onModal(app, services, modal, errorField, async (submission) => {
      await save(submission)
      await refresh(services, submission, submission.metadata.teamId)
      return null
    })

  on(basicsForm, basicsForm.fields.name, ({ values, person, metadata: { teamId } }) =>
    saveBasics(services, {
      teamId,
      person,
      name: values.text(basicsForm.fields.name),
      zone: values.chosen(basicsForm.fields.zone) ?? '',
      workingDays: values.all(basicsForm.fields.days) as Weekday[],
      retroAnonymous: values.all(basicsForm.fields.retro).includes('anonymous'),
    }),
  )
  on(channelsForm, channelsForm.fields.channel, ({ values, person, metadata: { teamId } }) =>
    saveChannels(services, {
      teamId,
      person,
      channelId: values.chosen(channelsForm.fields.channel),
      stakeholderChannelId: values.chosen(channelsForm.fields.stakeholders),
    }),
  )
  on(membersForm, membersForm.fields.members, ({ values, person, metadata: { teamId } }) =>
    saveMembers(services, {
      teamId,
      person,
      slackUserIds: values.all(membersForm.fields.members),
      facilitators: values.all(membersForm.fields.facilitators),
    }),
  )
  on(namesForm, null, ({ values, person, metadata: { teamId } }) => {
    const named = values.each().map(({ id, chosen }) => [nameOfBlock(id), chosen] as const)
    const names = new Map(named.flatMap(([name, chosen]) => (name === null ? [] : [[name, chosen] as const])))
    return saveNames(services, { teamId, person, names })
  })
  on(holidaysForm, holidaysForm.fields.country, ({ values, person, metadata: { teamId } }) =>
    saveHolidays(services, {
      teamId,
      person,
      country: otherThan(noCountry, values.chosen(holidaysForm.fields.country)),
      region: otherThan(wholeCountry, values.chosen(holidaysForm.fields.region)),
      onHoliday: values.chosen(holidaysForm.fields.rule) === 'move' ? 'move' : 'skip',
      daysOff: values.text(holidaysForm.fields.days),
    }),
  )
  on(ceremonyForm, ceremonyForm.fields.source, (submission) => ceremonyChosen(services, submission))
  onModal(app, services, linkForm, linkForm.fields.name, (submission) => channelLinked(services, submission))
}

/** What a submission of a form holds. */
type Of<Form> = Form extends Modal<infer T, infer Field> ? Submission<T, Field> : never

async function ceremonyChosen(
  services: Services,
  { values, person, metadata: { teamId, kind, shown } }: Of<typeof ceremonyForm>,
): Promise<void> {
  const { fields } = ceremonyForm
  const team = await services.db.team.findFirst({ where: { id: teamId } })
  const today = todayOf(team ?? { zone: 'UTC' }, services.clock.now())
  const weekdays = values.all(fields.weekdays) as Weekday[]
  const own = {
    recurrence: recurrenceOfChoice(values.chosen(fields.recurrence), weekdays, today),
    start: values.chosen(fields.start) ?? '',
  }
  // A form of dates of their own has no days to choose.
  const recurrence = values.chosen(fields.recurrence)
  const isChanged =
    shown !== undefined &&
    (own.start !== (shown.start ?? '') ||
      (recurrence !== null &&
        (recurrence !== shown.recurrence || weekdays.toSorted().join() !== shown.weekdays.toSorted().join())))
  const chosen = values.chosen(fields.source) === 'own' || isChanged ? own : null
  await saveCeremony(services, {
    teamId,
    person,
    kind,
    enabled: values.all(fields.enabled).includes('on'),
    chosen,
    windowMinutes: Number(otherThan(lengthOfPlan, values.chosen(fields.length))) || null,
  })
}

/** A channel without a team gets one that is there, or a new one. */
async function channelLinked(
  services: Services,
  { values, person, metadata: { channelId }, rootViewId, viewId }: Of<typeof linkForm>,
): Promise<{ view: ModalView } | null> {
  const { fields } = linkForm
  const chosen = values.chosen(fields.team)
  const name = values.text(fields.name).trim()
  if (chosen && name)
    throw fieldError(fields.name, 'Either a team that is there or a new one, please: not both.')
  if (!chosen && !name) throw fieldError(fields.name, 'Choose a team, or name a new one.')
  if (chosen && !/^[CG]/.test(channelId))
    throw fieldError(fields.team, "A direct message is no team's channel: type /sprint team in the channel.")
  const zone = values.chosen(fields.zone) ?? ''
  const target = /^[CG]/.test(channelId) ? channelId : null
  const team =
    chosen && target
      ? await linkTeam(services, { teamId: chosen, person, channelId: target })
      : await createTeam(services, { name, zone, channelId: target, person })
  const view = teamModal(await teamScreen(services, team.id), null)
  if (rootViewId === null || rootViewId === viewId) return { view }
  await services.web.views.update({ view_id: rootViewId, view })
  return null
}

/** What was chosen; null for the option that chooses nothing. */
const otherThan = (nothing: string, value: string | null): string | null => (value === nothing ? null : value)

/** The views below the one that was saved show what is true now; the person may have closed them. */
async function refresh(
  services: Services,
  { rootViewId, previousViewId }: { rootViewId: string | null; previousViewId: string | null },
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
