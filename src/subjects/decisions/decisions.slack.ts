// /sprint decide: asking for decisions and recording what was decided.

import { daysBetween } from '#domain/calendar/dates.ts'
import { localOf } from '#domain/calendar/instant.ts'
import { SprintkeeperError } from '#platform/errors.ts'
import { onButton } from '#platform/slack/buttons.ts'
import { callerOf } from '#platform/slack/caller.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { typedText } from '#platform/slack/incoming-text.ts'
import { onModal } from '#platform/slack/modals.ts'
import { todayOf } from '#records/team-calendar.ts'
import {
  answerDecisionModal,
  askDecisionModal,
  askedForDecision,
  decisionList,
} from './decisions.messages.ts'
import { answerDecision, askDecision, decisionById, openDecisions } from './decisions.ts'
import { answerForm, askForm, openAnswer, openAsking } from './ids.ts'

export const decisionsFeature: Feature = {
  commands: [
    {
      word: 'decide',
      aliases: ['decision', 'decisions'],
      usage: '[question]',
      summary: 'Ask the stakeholders for a decision; alone: those that are open',
      when: 'through the sprint',
      needsTeam: true,
      run: answerDecide,
    },
  ],
  listen(app, services) {
    onButton(app, services, openAsking, async ({ person, channelId, triggerId }) => {
      const { team } = await callerOf(services, person.slackUserId, channelId)
      if (!team)
        throw new SprintkeeperError(
          'no_team',
          'It is not clear which team asks.',
          'Use /sprint decide in its channel.',
        )
      await services.web.views.open({ trigger_id: triggerId, view: askDecisionModal(team.id, '') })
    })
    onButton(app, services, openAnswer, async ({ value, triggerId }) => {
      const view = answerDecisionModal(await decisionById(services, value))
      await services.web.views.open({ trigger_id: triggerId, view })
    })
    onModal(app, services, askForm, askForm.fields.question, async ({ values, metadata, person }) => {
      const team = await services.db.team.findFirst({ where: { id: metadata } })
      if (!team) throw new SprintkeeperError('gone', 'That team is no longer there.')
      await askDecision(services, { team, person, question: values.text(askForm.fields.question) })
      return null
    })
    onModal(app, services, answerForm, answerForm.fields.answer, async ({ values, metadata, person }) => {
      await answerDecision(services, {
        decisionId: metadata,
        person,
        answer: values.text(answerForm.fields.answer),
      })
      return null
    })
  },
}

async function answerDecide(call: CommandCall): Promise<void> {
  const { services, person, rest } = call
  const team = teamOf(call)
  if (rest) {
    await askDecision(services, { team, person, question: typedText(rest) })
    return call.reply(askedForDecision())
  }
  const today = todayOf(team, services.clock.now())
  const open = await openDecisions(services, team)
  const aged = open.map((decision) => {
    return { ...decision, ageDays: daysBetween(localOf(team.zone, decision.askedAt).date, today) }
  })
  await call.reply(decisionList(team.name, aged))
}
