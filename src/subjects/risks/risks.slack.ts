// /sprint risks: the register and what the data show; closing, reopening and adding risks.

import { onButton } from '#platform/slack/buttons.ts'
import { type CommandCall, type Feature, teamOf } from '#platform/slack/feature.ts'
import { typedText } from '#platform/slack/incoming-text.ts'
import { onModal } from '#platform/slack/modals.ts'
import type { Level } from '#platform/store/generated/enums.ts'
import { sprintById } from '#records/sprint-by-id.ts'
import { closeRiskButton, openRiskForm, reopenRiskButton, riskForm } from './ids.ts'
import { addRiskModal } from './risk-modal.messages.ts'
import { riskClosed, riskDigest, riskReopened } from './risks.messages.ts'
import { addRisk, closeRisk, reopenRisk, sprintRisks } from './risks.steps.ts'

const { fields } = riskForm

export const risksFeature: Feature = {
  commands: [
    {
      word: 'risks',
      aliases: ['risk'],
      usage: '[add TEXT]',
      summary: 'Risks by likelihood × impact, and those that show in the work; add one',
      when: 'through the sprint',
      needsTeam: true,
      run: answerRisks,
    },
  ],
  listen(app, services) {
    onButton(app, services, openRiskForm, async ({ value, person, triggerId }) => {
      const { sprint } = await sprintById(services, value)
      const view = addRiskModal({ sprintId: sprint.id, title: '', owner: person.name })
      await services.web.views.open({ trigger_id: triggerId, view })
    })
    onButton(app, services, closeRiskButton, async (click) => {
      const { riskId, digest } = click.value
      const risk = await closeRisk(services, { riskId, person: click.person, digest })
      if (digest) await click.reply(riskClosed(risk, digest))
      else await click.replace(riskClosed(risk, null))
    })
    onButton(app, services, reopenRiskButton, async (click) => {
      const risk = await reopenRisk(services, { ...click.value, person: click.person })
      await click.replace(riskReopened(risk.title))
    })
    onModal(app, services, riskForm, fields.title, async ({ values, metadata, person }) => {
      await addRisk(services, {
        sprintId: metadata,
        person,
        title: values.text(fields.title).trim(),
        likelihood: values.chosen(fields.likelihood) as Level | null,
        impact: values.chosen(fields.impact) as Level | null,
        mitigation: values.text(fields.mitigation).trim() || null,
        owner: values.text(fields.owner).trim() || null,
      })
      return null
    })
  },
}

async function answerRisks(call: CommandCall): Promise<void> {
  const { services, person, rest, triggerId } = call
  const view = await sprintRisks(services, teamOf(call))
  const [, title] = /^add\b\s*(.*)$/is.exec(rest) ?? []
  if (title === undefined) return call.reply(riskDigest(view))
  const modal = addRiskModal({ sprintId: view.sprintId, title: typedText(title), owner: person.name })
  await services.web.views.open({ trigger_id: triggerId, view: modal })
}
