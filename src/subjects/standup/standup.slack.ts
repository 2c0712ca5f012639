// The stand-up in Slack: /sprint standup, the buttons of a check-in, and replies in its thread.
import type { App } from '@slack/bolt'
import type { Content } from '#platform/delivery/outbox.ts'
import type { Services } from '#platform/services.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { mentionsIn, typedText } from '#platform/slack/incoming-text.ts'
import { personBySlackId } from '#platform/slack/people.ts'
import { listenToThreads, type ThreadListener, type ThreadMessage } from '#platform/slack/threads.ts'
import type { Person } from '#platform/store/generated/client.ts'
import { askAccess } from '#records/access.ts'
import { pictureAlone, takenAs } from './check-in.messages.ts'
import { checkInForm, skipTitle, standUpOfKey, standUpsFor } from './check-in-form.ts'
import { checkInModal, skipModal } from './check-in-modal.messages.ts'
import { listenToCheckInModals } from './check-in-submit.slack.ts'
import { answerStandUp, countMeIn, editCheckIn, skipStandUp } from './ids.ts'
import { noStandUp, standUpForAsker } from './standup-asked.messages.ts'
import { countIn, offerToJoin } from './standup-join.ts'
import { answerInThread, editThreadAnswer, withdrawThreadAnswer } from './thread-answer.ts'

export const standUpFeature: Feature = {
  commands: [
    {
      word: 'standup',
      aliases: ['stand-up', 'checkin', 'check-in', 'daily'],
      usage: '',
      summary: 'Where the stand-up stands; check in now, or ahead for the next one',
      when: 'every day',
      needsTeam: true,
      run: showStandUp,
    },
  ],
  listen(app, services) {
    listenToButtons(app, services)
    listenToCheckInModals(app, services)
    listenToThreads(app, services, [standUpThread])
  },
}

async function showStandUp(call: CommandCall): Promise<void> {
  const { services, person } = call
  const team = teamOf(call)
  const { today, next } = await standUpsFor(services, team, person.id)
  const current = today?.reading.view.phase === 'open' ? today : next
  // The trigger lives for 3 s: the modal goes first.
  if (current?.own === 'missing') await openCheckIn(call, current.reading.view.occurrenceId)
  if (today) await call.reply(standUpForAsker(today.reading.view, today.own, team.name))
  if (next) await call.reply(standUpForAsker(next.reading.view, next.own, team.name))
  if (!today && !next) await call.reply(noStandUp(team.name))
}

function listenToButtons(app: App, services: Services): void {
  for (const clicked of [answerStandUp, editCheckIn])
    onButton(app, services, clicked, (click) => openCheckIn(click, click.value))
  onButton(app, services, countMeIn, ({ value, person }) => countIn(services, { ...value, person }))
  onButton(app, services, skipStandUp, async ({ person, value, triggerId }) => {
    const title = await skipTitle(services, value, person.id)
    await services.web.views.open({ trigger_id: triggerId, view: skipModal(value, title) })
  })
}

async function openCheckIn(
  { services, person, triggerId }: { services: Services; person: Person; triggerId: string },
  occurrenceId: string,
): Promise<void> {
  const view = checkInModal(await checkInForm(services, occurrenceId, person.id))
  await services.web.views.open({ trigger_id: triggerId, view })
}

const standUpThread: ThreadListener = { keyPrefix: 'standup:', hear }

export async function hear(services: Services, heard: ThreadMessage): Promise<void> {
  const { parent, ts, change, channel, slackUserId } = heard
  const occurrenceId = await standUpOfKey(services, parent.key)
  if (!occurrenceId) return
  // What somebody takes back is theirs, wherever they are since.
  if (change === 'deleted') return withdrawThreadAnswer(services, { occurrenceId, ts })
  const person = await personBySlackId(services, slackUserId)
  const { allowed, as } = await askAccess(services, person, 'standup.answer', parent.teamId)
  if (as === 'bot') return
  if (!allowed) return change === 'new' ? offerToJoin(services, { parent, person, as }) : undefined
  const text = await plainText(services, heard.text)
  if (change === 'edited') return editThreadAnswer(services, { occurrenceId, ts, text })
  const said = await answerInThread(services, { occurrenceId, ts, personId: person.id, text })
  if (said.became === 'not asked') return offerToJoin(services, { parent, person, as })
  if (said.became === 'nothing') return sayBack(services, heard, pictureAlone(occurrenceId))
  if (said.became !== 'answer') return
  await acknowledge(services, channel, ts)
  // Who named the parts knows how they were taken.
  if (!said.named) await sayBack(services, heard, takenAs(said.answer, occurrenceId))
}

/** Answers a reply in its thread, to its writer alone. */
async function sayBack(
  { web, log }: Services,
  { channel, slackUserId: user, parent }: ThreadMessage,
  { text, blocks = [] }: Content,
): Promise<void> {
  try {
    await web.chat.postEphemeral({
      channel,
      user,
      text,
      blocks,
      ...(parent.ts ? { thread_ts: parent.ts } : {}),
    })
  } catch (error) {
    log.warn({ channel, err: error }, 'a reply could not be said back')
  }
}

/** A tick on the reply says that it counts. Without it the answer counts all the same. */
async function acknowledge({ web, log }: Services, channel: string, timestamp: string): Promise<void> {
  try {
    await web.reactions.add({ channel, timestamp, name: 'white_check_mark' })
  } catch (error) {
    log.warn({ channel, err: error }, 'a reply could not be ticked')
  }
}

async function plainText({ db }: Services, text: string): Promise<string> {
  const ids = mentionsIn(text)
  const people = ids.length ? await db.person.findMany({ where: { slackUserId: { in: ids } } }) : []
  return typedText(text, new Map(people.map(({ slackUserId, displayName }) => [slackUserId, displayName])))
}
