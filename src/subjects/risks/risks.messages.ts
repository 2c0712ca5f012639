// The risk digest: what shows in the sprint's work, then the risks that people named, by likelihood × impact.
import type { KnownBlock } from '@slack/types'
import type { ScoredRisk } from '#domain/sprint/register.ts'
import type { SeenRisk } from '#domain/sprint/risk.ts'
import type { LocalDate } from '#domain/sprint/types.ts'
import { actions, context, divider, header, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { commandButton } from '#platform/slack/command.messages.ts'
import { finishDependencyButton } from '#subjects/reminders/index.ts'
import { type Late, lateNote } from '#wording/late.ts'
import { reasonText } from '#wording/reasons.ts'
import { scoreMark } from '#wording/risk-lines.ts'
import { closeRiskButton, openRiskForm, type PostedDigest, reopenRiskButton } from './ids.ts'

export interface RiskDigestView {
  sprintId: string
  teamName: string
  sprintName: string
  today: LocalDate
  register: ScoredRisk[]
  seen: (SeenRisk & {
    /** That falls due; null: the risk is no dependency's. */ dependencyId: string | null
  })[]
  /** Where it is posted, so that a button can bring it up to date; null: shown to the asker. */
  digest: PostedDigest | null
  late: Late
}

const seenShown = 10
const registerShown = 12

export function riskDigest(view: RiskDigestView): Content {
  const { register, seen, digest } = view
  if (seen.length + register.length === 0) return nothingToReport(view)
  const count = `${seen.length} seen this sprint, ${register.length} known`
  const text = `${safe(oneLine(view.teamName), 100)}, risks of ${safe(oneLine(view.sprintName), 100)}: ${count}`
  const blocks: KnownBlock[] = [
    header(`Risks · ${view.sprintName}`),
    context(`${safe(oneLine(view.teamName), 100)} · ${dayText(view.today)} · ${count}`),
    ...seenBlocks(view),
    divider(),
    section(register.length ? '*Known risks*, likelihood × impact' : '*Known risks:* none is open.'),
  ]
  for (const risk of register.slice(0, registerShown))
    blocks.push(sectionWith(registerText(risk), closeRiskButton.button('Close', { riskId: risk.id, digest })))
  if (register.length > registerShown)
    blocks.push(context(`… and ${plural(register.length - registerShown, 'risk')} with a lower score.`))
  if (view.late) blocks.push(context(lateNote('digest', view.late)))
  blocks.push(actions('risk.actions', [openRiskForm.button('Add a risk', view.sprintId)]))
  return message(text, blocks)
}

/** A line where there is neither a risk that somebody named nor one that shows. */
function nothingToReport({ sprintId, sprintName, teamName, late }: RiskDigestView): Content {
  const names = `${safe(oneLine(teamName), 100)} · ${safe(oneLine(sprintName), 100)}`
  return message(`${names}: no risks to report`, [
    section(`*Risks* · ${names}: nothing to report. No known risk is open, and none shows in the work. 👍`),
    ...(late ? [context(lateNote('digest', late))] : []),
    actions('risk.actions', [openRiskForm.button('Add a risk', sprintId)]),
  ])
}

/** Answers the one who closed a risk, with the way back. */
export function riskClosed(
  { id, title }: { id: string; title: string },
  digest: PostedDigest | null,
): Content {
  return message(`Closed: ${safe(oneLine(title), 200)}`, [
    section(`✅ Closed: ${safe(oneLine(title), 500)}`),
    actions('risk.closed', [
      reopenRiskButton.button('Reopen', { riskId: id, digest }),
      commandButton('Show the risks', 'risks', 'risks'),
    ]),
  ])
}

/** Answers the one who reopened a risk. */
export function riskReopened(title: string): Content {
  const text = `Reopened: ${safe(oneLine(title), 500)}`
  return message(text, [section(text)])
}

/** Tells the team of a risk that somebody added. */
export function riskAdded(risk: ScoredRisk, addedBy: string): Content {
  return message(`New risk: ${safe(oneLine(risk.title), 200)}`, [
    section(`*New risk*, added by ${mention(addedBy)}\n${registerText(risk)}`),
  ])
}

/** What shows in the sprint in one section, but for dependencies, which have a button each. */
function seenBlocks({ seen, sprintId, today }: RiskDigestView): KnownBlock[] {
  if (seen.length === 0)
    return [section('*Seen this sprint:* no old blockers, no stuck work, no scope that grew. 👍')]
  const line = ({ score, reason }: SeenRisk) => `${scoreMark(score)} ${reasonText(reason)}`
  const shown = seen.slice(0, seenShown)
  const plain = shown.filter(({ dependencyId }) => dependencyId === null)
  const due = shown.flatMap((risk) =>
    risk.dependencyId === null
      ? []
      : [
          sectionWith(
            line(risk),
            finishDependencyButton.button('Done', {
              dependencyId: risk.dependencyId,
              sprintId,
              date: today,
            }),
          ),
        ],
  )
  const more = seen.length > seenShown ? [context(`… and ${seen.length - seenShown} more`)] : []
  return [section(['*Seen this sprint*', ...plain.map(line)].join('\n')), ...due, ...more]
}

function registerText(risk: ScoredRisk): string {
  const { score, title, likelihood, impact, assumed, mitigation, owner } = risk
  const mark = `${scoreMark(score)} *${score ?? '–'}*`
  const levels = score === null ? 'not rated' : `${likelihood ?? 'medium'} × ${impact ?? 'medium'}`
  const facts = [
    assumed ? `${levels} (one of them assumed)` : levels,
    owner ? `owner: ${safe(oneLine(owner), 80)}` : 'no owner',
  ]
  const plan = mitigation ? `\n_Mitigation:_ ${safe(oneLine(mitigation), 300)}` : '\n_No mitigation yet_'
  return `${mark}  ${safe(oneLine(title), 300)}\n${facts.join(' · ')}${plan}`
}
