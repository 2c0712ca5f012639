// /sprint risks: the register and what the data show; closing, reopening and adding risks.

import { sprintById } from '../ceremonies/reported-sprint.ts'
import { addRisk, closeRisk, reopenRisk, sprintRisks } from '../ceremonies/risks.ts'
import { message, section } from '../messages/blocks.ts'
import { addRiskModal } from '../messages/risk-modal.ts'
import { readRiskValue, riskClosed, riskDigest } from '../messages/risks.ts'
import { oneLine, safe } from '../messages/text.ts'
import type { Level } from '../store/generated/enums.ts'
import { onButton } from './buttons.ts'
import { type CommandCall, type Feature, teamOf } from './feature.ts'
import { typedText } from './incoming-text.ts'
import { onModal } from './modals.ts'

export const risksFeature: Feature = {
  commands: [
    {
      word: 'risks',
      aliases: ['risk'],
      usage: '[add TEXT]',
      summary: 'Risks by likelihood × impact, and those that the data show; add one',
      needsTeam: true,
      run: answerRisks,
    },
  ],
  listen(app, services) {
    onButton(app, services, 'risk.open', async ({ value, person, triggerId }) => {
      const { sprint } = await sprintById(services, value)
      const view = addRiskModal({ sprintId: sprint.id, title: '', owner: person.name })
      await services.web.views.open({ trigger_id: triggerId, view })
    })
    onButton(app, services, 'risk.close', async (click) => {
      const { riskId, digest } = readRiskValue(click.value)
      const risk = await closeRisk(services, { riskId, person: click.person, digest })
      if (digest) await click.reply(riskClosed(risk, digest))
      else await click.replace(riskClosed(risk, null))
    })
    onButton(app, services, 'risk.reopen', async (click) => {
      const risk = await reopenRisk(services, { ...readRiskValue(click.value), person: click.person })
      const text = `Reopened: ${safe(oneLine(risk.title), 500)}`
      await click.replace(message(text, [section(text)]))
    })
    onModal(app, services, 'risk.add', 'title', async ({ values, metadata, person }) => {
      await addRisk(services, {
        sprintId: metadata,
        person,
        title: values.text('title').trim(),
        likelihood: values.chosen('likelihood') as Level | null,
        impact: values.chosen('impact') as Level | null,
        mitigation: values.text('mitigation').trim() || null,
        owner: values.text('owner').trim() || null,
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
