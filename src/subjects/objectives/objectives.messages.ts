// Objectives against baseline and target, and the modal that reports a value.
import type { KnownBlock, ModalView } from '@slack/types'
import { reachesTarget } from '#domain/sprint/target.ts'
import type { ObjectiveLine } from '#domain/sprint/types.ts'
import { context, header, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { modalText, textField } from '#platform/blocks/inputs.ts'
import { oneLine, plural, safe } from '#platform/blocks/text.ts'
import { localDay } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { objectiveName } from '#wording/plan-words.ts'
import { openReport, reportForm } from './ids.ts'

const listed = 20

/** "🎯 First-try approvals: *94 %* (Wed 18 Nov, before 92 %) · from 91 % to ≥ 93 %". */
export function objectiveLine(objective: ObjectiveLine, zone: string): string {
  const { baseline, target, latest, previous } = objective
  const name = objectiveName(objective, 240)
  const span = [
    baseline ? `baseline ${safe(oneLine(baseline), 80)}` : null,
    target ? `target ${safe(oneLine(target), 80)}` : null,
  ].filter((part) => part !== null)
  const facts = span.length ? ` · ${span.join(', ')}` : ''
  if (!latest) return `⚪ ${name}${facts} · no reading yet`
  const before = previous ? `, before ${safe(oneLine(previous.value), 60)}` : ''
  const reading = `*${safe(oneLine(latest.value), 80)}* (${localDay(latest.at, zone)}${before})`
  return `${markOf(objective, latest.value)} ${name}: ${reading}${facts}`
}

/** The sprint's objectives, each with a button to report it; for one person. */
export function objectiveList(sprintName: string, objectives: ObjectiveLine[], zone: string): Content {
  const blocks: KnownBlock[] = [header(`Objectives · ${sprintName}`)]
  if (objectives.length === 0)
    blocks.push(
      section('The plan states no objectives for this sprint. Success criteria and KPIs count as such.'),
    )
  for (const objective of objectives.slice(0, listed))
    blocks.push(sectionWith(objectiveLine(objective, zone), openReport.button('Report', objective.id)))
  if (objectives.length > listed) blocks.push(context(`… and ${objectives.length - listed} more.`))
  return message(`${safe(oneLine(sprintName), 100)}: ${plural(objectives.length, 'objective')}`, blocks)
}

/** Asks for the value. */
export function reportModal(objective: Omit<ObjectiveLine, 'latest' | 'previous'>): ModalView {
  const { id, baseline, target } = objective
  const stated = [baseline ? `Baseline: ${baseline}` : '', target ? `Target: ${target}` : '']
  return {
    type: 'modal',
    callback_id: reportForm.id,
    private_metadata: reportForm.encode(id),
    title: modalText('Report an objective'),
    submit: modalText('Report'),
    close: modalText('Cancel'),
    blocks: [
      section(`*${objectiveName(objective, 600)}*`),
      ...(stated.join('') ? [context(safe(oneLine(stated.filter(Boolean).join(' · ')), 600))] : []),
      textField({
        id: reportForm.fields.value,
        label: 'Where does it stand now?',
        placeholder: target ? `e.g. ${target}` : 'e.g. 93 %',
        maxLength: 100,
      }),
    ],
  }
}

function markOf(objective: ObjectiveLine, value: string): string {
  const reached = reachesTarget(objective, value)
  if (reached === null) return '🔹'
  return reached ? '🎯' : '🔸'
}
