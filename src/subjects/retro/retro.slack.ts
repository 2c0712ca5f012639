// /sprint retro and the retro's buttons and modals.

import type { App } from '@slack/bolt'
import { addDays } from '#domain/calendar/dates.ts'
import { localOf } from '#domain/calendar/instant.ts'
import { dayText, timeText } from '#platform/blocks/when.ts'
import { fieldError } from '#platform/errors.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { failure } from '#platform/slack/command.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { onModal } from '#platform/slack/modals.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { refreshHome } from '#platform/slack/refresh-home.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { todayOf } from '#records/team-calendar.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { actionEnded } from './actions.messages.ts'
import { addAction, endAction } from './actions.ts'
import * as ids from './ids.ts'
import { actionModal, notDoneModal, notesModal, voteModal } from './modals.messages.ts'
import { noRetro, retroOverview } from './retro.messages.ts'
import {
  addNotes,
  currentRetro,
  promiseAnonymity,
  publishNow,
  retroById,
  toggleVote,
  votesOf,
} from './retro.steps.ts'
import { isAnonymous, screenOf } from './retro-screen.ts'

/** An action is due in two weeks unless its author says otherwise: the next retro of a two-week sprint. */
const dueInDays = 14

export const retroFeature: Feature = {
  commands: [
    {
      word: 'retro',
      aliases: ['actions'],
      usage: '',
      summary: 'The retro: add notes, vote, and its open actions',
      when: 'through the sprint',
      needsTeam: true,
      run: showRetro,
    },
  ],
  listen(app, services) {
    listenToButtons(app, services)
    listenToModals(app, services)
    listenToHome(app, services)
  },
}

async function showRetro(call: CommandCall): Promise<void> {
  const { services } = call
  const team = teamOf(call)
  const retro = await currentRetro(services, team.id)
  if (!retro) return call.reply(noRetro())
  const screen = await screenOf(services.db, retro, services.clock.now())
  const date = dayText(localOf(team.zone, retro.opensAt).date)
  const when = `${date}, ${timeText(retro.opensAt, team.zone)}`
  const state = retro.state === 'missed' || retro.state === 'skipped' ? 'notHeld' : retro.state
  await call.reply(retroOverview(screen, state, when))
}

function listenToHome(app: App, services: Services): void {
  onButton(app, services, ids.actionDoneInHome, async ({ value, person }) => {
    await endAction(services, value, 'done', person)
    await refreshHome(services, person)
  })
}

function listenToButtons(app: App, services: Services): void {
  onButton(app, services, ids.openNotes, async ({ value: retroId, triggerId }) => {
    const retro = await promiseAnonymity(services, retroId)
    const view = notesModal({
      retroId,
      sprint: shortSprintName(retro.sprint.name, retro.team.name),
      anonymous: isAnonymous(retro),
    })
    await services.web.views.open({ trigger_id: triggerId, view })
  })
  onButton(app, services, ids.openVotes, async ({ value: retroId, person, triggerId }) => {
    await services.web.views.open({ trigger_id: triggerId, view: await votes(services, retroId, person) })
  })
  onButton(app, services, ids.toggleVoteButton, async ({ value: noteId, person, viewId, triggerId }) => {
    try {
      const retro = await toggleVote(services, noteId, person.id)
      await services.web.views.update({ view_id: viewId, view: await votes(services, retro.id, person) })
    } catch (error) {
      await services.web.views.push({
        trigger_id: triggerId,
        view: notDoneModal(failure(services, error).text),
      })
    }
  })
  onButton(app, services, ids.openAction, async ({ value: retroId, triggerId }) => {
    const retro = await retroById(services, retroId)
    const due = addDays(todayOf(retro.team, services.clock.now()), dueInDays)
    const view = actionModal(retroId, shortSprintName(retro.sprint.name, retro.team.name), due)
    await services.web.views.open({ trigger_id: triggerId, view })
  })
  onButton(app, services, ids.publish, ({ value }) => publishNow(services, value))
  for (const [clicked, outcome] of [
    [ids.actionDone, 'done'],
    [ids.actionDropped, 'dropped'],
  ] as const)
    onButton(app, services, clicked, async ({ value, person, reply }) => {
      const { changed, action } = await endAction(services, value, outcome, person)
      await reply(actionEnded(outcome, { changed, state: action.state }))
    })
}

async function votes(services: Services, retroId: string, person: Person) {
  const retro = await retroById(services, retroId)
  const voted = await votesOf(services, retroId, person.id)
  return voteModal(await screenOf(services.db, retro, services.clock.now()), voted)
}

function listenToModals(app: App, services: Services): void {
  const { notesForm, actionForm } = ids
  onModal(app, services, notesForm, notesForm.fields.well, async ({ values, metadata: retroId, person }) => {
    const { well, didnt, try: next } = notesForm.fields
    const notes = { well: values.text(well), didnt: values.text(didnt), try: values.text(next) }
    if (Object.values(notes).every((text) => text.trim() === ''))
      throw fieldError(well, 'Write at least one note, or cancel.')
    const count = await addNotes(services, retroId, person, notes)
    services.log.info({ workspace: services.workspaceId, retro: retroId, count }, 'retro notes added')
    return null
  })
  onModal(
    app,
    services,
    actionForm,
    actionForm.fields.text,
    async ({ values, metadata: retroId, person }) => {
      const { text, owner, due } = actionForm.fields
      const chosen = values.chosen(owner)
      await addAction(services, {
        retroId,
        text: values.text(text),
        owner: chosen ? await personBySlackId(services, chosen) : person,
        due: values.chosen(due),
        by: person,
      })
      return null
    },
  )
}
