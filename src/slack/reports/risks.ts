// /sprint risks: the register and what the data show; closing, reopening and adding risks.

import { sprintById } from '../../ceremonies/reports/reported-sprint.ts'
import { addRisk, closeRisk, reopenRisk, sprintRisks } from '../../ceremonies/reports/risks.ts'
import { message, section } from '../../messages/kit/blocks.ts'
import { oneLine, safe } from '../../messages/kit/text.ts'
import { addRiskModal } from '../../messages/reports/risk-modal.ts'
import { readRiskValue, riskClosed, riskDigest } from '../../messages/reports/risks.ts'
import type { Level } from '../../store/generated/enums.ts'
import { onButton } from '../app/buttons.ts'
import { type CommandCall, type Feature, teamOf } from '../app/feature.ts'
import { typedText } from '../app/incoming-text.ts'
import { onModal } from '../app/modals.ts'

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
