// Decisions: asked, answered, listed, and their modals.
import type { KnownBlock, ModalView } from '@slack/types'
import { actions, context, header, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { modalText, textField } from '#platform/blocks/inputs.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { answerForm, askForm, openAnswer, openAsking } from './ids.ts'

interface Question {
  id: string
  question: string
}

const listed = 20

/** Tells the team that a decision was asked for. */
export function decisionAsked(decision: Question, askedBy: string): Content {
  return message(`Decision needed: ${safe(oneLine(decision.question), 200)}`, [
    section(`❓ *Decision needed*, asked by ${mention(askedBy)}\n${safe(decision.question, 1500)}`),
    context('It stands in each stakeholder digest until it is answered.'),
    actions('decision.asked', [answerButton(decision)]),
  ])
}

/** Answers the one who asked. */
export function askedForDecision(): Content {
  const text = 'Asked. It stands in each stakeholder digest until it is answered.'
  return message(text, [section(`❓ ${text}`)])
}

/** Tells what was decided. */
export function decisionAnswered(
  decision: Question & { answer: string | null },
  answeredBy: string,
): Content {
  const after = (text: string) => (text ? `: ${text}` : '')
  const answer = decision.answer ?? ''
  return message(`Decided${after(safe(oneLine(answer), 200))}`, [
    section(`✅ *Decided*${after(safe(answer, 1500))}`),
    context(`${safe(oneLine(decision.question), 300)} · recorded by ${mention(answeredBy)}`),
  ])
}

/** The open decisions, for one person. `ages` are in days, by decision. */
export function decisionList(teamName: string, decisions: (Question & { ageDays: number })[]): Content {
  const count = plural(decisions.length, 'open decision')
  const blocks: KnownBlock[] = [header(`Decisions · ${teamName}`)]
  if (decisions.length === 0) blocks.push(section('Nothing waits for a decision.'))
  for (const decision of decisions.slice(0, listed))
    blocks.push(sectionWith(questionLine(decision, 800), answerButton(decision)))
  if (decisions.length > listed) blocks.push(context(`… and ${decisions.length - listed} more.`))
  blocks.push(actions('decision.list', [openAsking.button('Ask for a decision')]))
  return message(`${safe(oneLine(teamName), 100)}: ${count}`, blocks)
}

/** "❓ Ship without Apple Pay? · asked 3 days ago". */
export function questionLine(
  { question, ageDays }: { question: string; ageDays: number },
  length: number,
): string {
  const asked = ageDays === 0 ? 'asked today' : `asked ${plural(ageDays, 'day')} ago`
  return `❓ ${safe(oneLine(question), length)} · ${asked}`
}

export const answerButton = (decision: Pick<Question, 'id'>) =>
  openAnswer.button('Record the answer', decision.id)

/** Asks for the question. */
export function askDecisionModal(teamId: string, question: string): ModalView {
  return {
    type: 'modal',
    callback_id: askForm.id,
    private_metadata: askForm.encode(teamId),
    title: modalText('Ask for a decision'),
    submit: modalText('Ask'),
    close: modalText('Cancel'),
    blocks: [
      textField({
        id: askForm.fields.question,
        label: 'What is to be decided, by whom and by when?',
        placeholder: 'e.g. Do we ship without Apple Pay? Finance, by Friday',
        initial: question,
        lines: true,
        maxLength: 1000,
      }),
    ],
  }
}

/** Asks what was decided. */
export function answerDecisionModal({ id, question }: Question): ModalView {
  return {
    type: 'modal',
    callback_id: answerForm.id,
    private_metadata: answerForm.encode(id),
    title: modalText('Record the answer'),
    submit: modalText('Record'),
    close: modalText('Cancel'),
    blocks: [
      section(`❓ ${safe(question, 1500)}`),
      textField({ id: answerForm.fields.answer, label: 'What was decided?', lines: true, maxLength: 1000 }),
    ],
  }
}
