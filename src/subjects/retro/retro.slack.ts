// /sprint retro and the retro's buttons and modals.

import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt'
import { addDays } from '#domain/calendar/dates.ts'
import { localOf } from '#domain/calendar/instant.ts'
import { message, section } from '#platform/blocks/blocks.ts'
import { plural } from '#platform/blocks/text.ts'
import { dayText, timeText } from '#platform/blocks/when.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { failure } from '#platform/slack/command.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { refreshHome } from '#platform/slack/refresh-home.ts'
import { todayOf } from '#records/team-calendar.ts'
import { shortSprintName } from '#wording/sprint-name.ts'
import { addAction, endAction } from './actions.ts'
import { actionModal, notesModal, voteModal } from './modals.messages.ts'
import { retroOverview } from './retro.messages.ts'
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
  if (!retro) {
    const text = 'No retro is planned: the team has no sprint with dates yet.'
    return call.reply(message(text, [section(`${text} \`/sprint begin\` gives one its dates.`)]))
  }
  const screen = await screenOf(services.db, retro, services.clock.now())
  const date = dayText(localOf(team.zone, retro.opensAt).date)
  const when = `${date}, ${timeText(retro.opensAt, team.zone)}`
  const state = retro.state === 'open' || retro.state === 'planned' ? retro.state : 'closed'
  await call.reply(retroOverview(screen, state, when))
}

function listenToHome(app: App, services: Services): void {
  onButton(app, services, 'home.action-done', async ({ value, person }) => {
    await endAction(services, value, 'done', person)
    await refreshHome(services, person)
  })
}

function listenToButtons(app: App, services: Services): void {
  const onButton = (id: string, run: (value: string, body: BlockAction) => Promise<void>) =>
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, respond }) => {
      await ack()
      try {
        await run(action.value ?? '', body)
      } catch (error) {
        const content = failure(services, error)
        // Within a modal there is no message to answer under.
        if (body.container.type === 'view') await openNote(services, body, content.text)
        else await respond({ ...content, response_type: 'ephemeral', replace_original: false })
      }
    })

  onButton('retro.add', async (retroId, body) => {
    const retro = await promiseAnonymity(services, retroId)
    const view = notesModal({
      retroId,
      sprint: shortSprintName(retro.sprint.name, retro.team.name),
      anonymous: isAnonymous(retro),
    })
    await services.web.views.open({ trigger_id: body.trigger_id, view })
  })
  onButton('retro.vote', async (retroId, body) => {
    await services.web.views.open({
      trigger_id: body.trigger_id,
      view: await votes(services, retroId, body.user.id),
    })
  })
  onButton('retro.toggle', async (noteId, body) => {
    const person = await personBySlackId(services, body.user.id)
    const retro = await toggleVote(services, noteId, person.id)
    const view = await votes(services, retro.id, body.user.id)
    await services.web.views.update({ view_id: body.view?.id ?? '', view })
  })
  onButton('retro.action', async (retroId, body) => {
    const retro = await retroById(services, retroId)
    const due = addDays(todayOf(retro.team, services.clock.now()), dueInDays)
    const view = actionModal(retroId, shortSprintName(retro.sprint.name, retro.team.name), due)
    await services.web.views.open({ trigger_id: body.trigger_id, view })
  })
  onButton('retro.publish', (retroId) => publishNow(services, retroId))
  for (const [id, state, word] of [
    ['action.done', 'done', 'Done'],
    ['action.drop', 'dropped', 'Dropped'],
  ] as const)
    app.action<BlockAction<ButtonAction>>(id, async ({ ack, action, body, respond }) => {
      await ack()
      try {
        const person = await personBySlackId(services, body.user.id)
        const ended = await endAction(services, action.value ?? '', state, person)
        const text = ended.changed ? `${word}. Thank you!` : `This action was ${ended.action.state} already.`
        await respond({ text, response_type: 'ephemeral', replace_original: false })
      } catch (error) {
        await respond({ ...failure(services, error), response_type: 'ephemeral', replace_original: false })
      }
    })
}

async function votes(services: Services, retroId: string, slackUserId: string) {
  const retro = await retroById(services, retroId)
  const person = await personBySlackId(services, slackUserId)
  const voted = await votesOf(services, retroId, person.id)
  return voteModal(await screenOf(services.db, retro, services.clock.now()), voted)
}

async function openNote(services: Services, body: BlockAction, text: string): Promise<void> {
  await services.web.views.push({
    trigger_id: body.trigger_id,
    view: {
      type: 'modal',
      title: { type: 'plain_text', text: 'Not done' },
      close: { type: 'plain_text', text: 'Back' },
      blocks: [section(text)],
    },
  })
}

function listenToModals(app: App, services: Services): void {
  app.view<ViewSubmitAction>('retro.notes', async ({ ack, view, body }) => {
    const value = (column: string) => view.state.values[column]?.text?.value ?? ''
    const notes = { well: value('well'), didnt: value('didnt'), try: value('try') }
    if (Object.values(notes).every((text) => text.trim() === ''))
      return ack({ response_action: 'errors', errors: { well: 'Write at least one note, or cancel.' } })
    await answerModal(services, ack, 'well', async () => {
      const person = await personBySlackId(services, body.user.id)
      const count = await addNotes(services, view.private_metadata, person, notes)
      services.log.info(
        { workspace: services.workspaceId, retro: view.private_metadata, count },
        'retro notes added',
      )
      return `${plural(count, 'note')} added.`
    })
  })
  app.view<ViewSubmitAction>('retro.new-action', async ({ ack, view, body }) => {
    await answerModal(services, ack, 'text', async () => {
      const { values } = view.state
      const by = await personBySlackId(services, body.user.id)
      const owner = await personBySlackId(services, values.owner?.user?.selected_user ?? body.user.id)
      const due = values.due?.date?.selected_date ?? null
      const text = values.text?.text?.value ?? ''
      await addAction(services, { retroId: view.private_metadata, text, owner, due, by })
    })
  })
}

type Ack = (response?: { response_action: 'errors'; errors: Record<string, string> }) => Promise<void>

/** Closes the modal when the work is done; a failure stands under the field, and what was typed stays. */
async function answerModal(
  services: Services,
  ack: Ack,
  field: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work()
    await ack()
  } catch (error) {
    await ack({ response_action: 'errors', errors: { [field]: failure(services, error).text.slice(0, 300) } })
  }
}
