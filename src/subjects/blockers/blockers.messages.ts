// What a blocker looks like: its card in the channel, the replies in its thread, the request for help, the list.
import type { Button, KnownBlock } from '@slack/types'
import type { BlockerState as BlockerRecord, Level } from '#domain/sprint/types.ts'
import { actions, context, message, section } from '#platform/blocks/blocks.ts'
import { messageLink } from '#platform/blocks/message-link.ts'
import { channelLink, mention, oneLine, plural, safe, slackDate } from '#platform/blocks/text.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { ageText, escalatedMark, severityMarks, severityNames } from '#wording/marks.ts'
import { escalateBlocker, listBlockOf, openBlockerForm, resolveBlocker, takeBlocker } from './ids.ts'

/** A blocker as it is shown. People are Slack user ids. */
export interface BlockerCard {
  id: string
  number: number
  text: string
  severity: Level
  state: BlockerRecord['state']
  item: { key: string; title: string } | null
  raisedBy: string
  helper: string | null
  takenBy: string | null
  resolvedBy: string | null
  resolution: string | null
  raisedAt: Date
  /** Shown where Slack cannot show `raisedAt` in the reader's zone. */
  raisedAtText: string
  /** Who escalated it, and what was asked; the helper is who it is asked of. */
  escalation: { by: string | null; reason: string } | null
  /** Working days from when it was raised to now, or to when it was resolved. */
  ageDays: number
}

export const blockerName = ({ number }: Pick<BlockerCard, 'number'>): string => `B-${number}`

/** The message in the team's channel; it is edited whenever the blocker changes. */
export function blockerCard(card: BlockerCard): Content {
  const lines = [heading(card), quote(card.text, 1500)]
  if (card.escalation)
    lines.push(
      `${escalatedMark} *Escalated${byPerson(card.escalation.by)}*: ${safe(oneLine(card.escalation.reason), 500)}`,
    )
  if (card.state === 'resolved')
    lines.push(`✅ *Resolved${byPerson(card.resolvedBy)}*${after(safe(card.resolution ?? '', 800))}`)
  const blocks: KnownBlock[] = [section(lines.join('\n')), context(facts(card).join('  ·  '))]
  const buttons = blockerButtons(card)
  if (buttons.length) blocks.push(actions(`blocker.card.${card.id}`, buttons))
  return message(summary(card), blocks)
}

/** The DM to the person who can help. `posted`: where the card is, by its channel and its key in the outbox. */
export function blockerHelpRequest(
  card: BlockerCard,
  posted: { channelId: string; key: string } | null,
): Content {
  const where = posted ? ` in ${channelLink(posted.channelId)}` : ''
  const ask =
    card.state === 'resolved'
      ? `✅ ${blockerName(card)} is resolved, nothing to do any more.`
      : `👋 ${mention(card.raisedBy)} thinks that you can help with a blocker${where}.`
  const asked = card.escalation ? [`*What is asked:* ${safe(card.escalation.reason, 1000)}`] : []
  const blocks: KnownBlock[] = [
    section(ask),
    section([heading(card), quote(card.text, 1500), ...asked].join('\n')),
    context([...facts(card), ...(posted ? [messageLink(posted.key, 'Open the card')] : [])].join('  ·  ')),
  ]
  const buttons = blockerButtons(card)
  if (buttons.length) blocks.push(actions(`blocker.help.${card.id}`, buttons))
  return message(`${blockerName(card)} needs your help: ${safe(oneLine(card.text), 200)}`, blocks)
}

/** The post in the stakeholders' channel: what is asked of them. */
export function blockerAsk(card: BlockerCard, teamName: string): Content {
  const to = card.helper ? `${mention(card.helper)}, ` : ''
  const lines = [
    card.state === 'resolved'
      ? `✅ *${safe(teamName, 100)}* got past this blocker; nothing is asked any more.`
      : `${escalatedMark} ${to}*${safe(teamName, 100)}* asks for a decision or help.`,
    heading(card),
    quote(card.text, 1200),
    ...(card.escalation?.reason ? [`*What is asked:* ${safe(card.escalation.reason, 1200)}`] : []),
    ...(card.state === 'resolved' && card.resolution ? [`*Resolved:* ${safe(card.resolution, 600)}`] : []),
  ]
  const blocks: KnownBlock[] = [section(lines.join('\n')), context(facts(card).join('  ·  '))]
  if (card.state !== 'resolved')
    blocks.push(actions(`blocker.ask.${card.id}`, [resolveButton(card), takeButton(card)]))
  return message(`${safe(teamName, 100)} asks for help: ${safe(oneLine(card.text), 200)}`, blocks)
}

/** A reply in the blocker's thread: what just happened. `itemNote` says what became of the item. */
export function blockerReply(
  card: BlockerCard,
  what: 'taken' | 'escalated' | 'resolved',
  by: string,
  itemNote: string | null,
): Content {
  const cc = by === card.raisedBy ? '' : ` ${mention(card.raisedBy)} fyi.`
  const said = {
    taken: `🙋 ${mention(by)} takes ${blockerName(card)}.${cc}`,
    escalated: `${escalatedMark} ${mention(by)} escalated ${blockerName(card)}.${cc}`,
    resolved: `✅ ${mention(by)} resolved ${blockerName(card)} ${card.ageDays === 0 ? 'on the same day' : `after ${ageText(card.ageDays)}`}.${cc}`,
  }[what]
  const text = itemNote ? `${said}\n${itemNote}` : said
  return message(text, [section(text)])
}

const mostWithButtons = 10
const mostListed = 25

/** `/sprint blockers`: the gravest and oldest first, the first ten with buttons. */
export function blockerList(cards: BlockerCard[], team: { id: string; name: string }): Content {
  const raise = openBlockerForm.button('Raise a blocker', { teamId: team.id })
  if (cards.length === 0)
    return message(`No open blockers in ${safe(team.name, 100)}.`, [
      section(
        `✨ *Nothing is blocked* in ${safe(team.name, 100)}. If something is in your way, say so early.`,
      ),
      actions(listBlockOf('end'), [raise]),
    ])
  const title = `${plural(cards.length, 'open blocker')} in ${safe(team.name, 100)}`
  const blocks: KnownBlock[] = [section(`⛔ *${title}*`)]
  for (const card of cards.slice(0, mostWithButtons)) {
    blocks.push(section(`${heading(card)}\n>${safe(oneLine(card.text), 300)}`), context(grey(card)))
    blocks.push(actions(listBlockOf(card.id), blockerButtons(card)))
  }
  const others = cards.slice(mostWithButtons, mostListed)
  if (others.length)
    blocks.push(section(others.map((card) => `${heading(card)} · ${ageText(card.ageDays)}`).join('\n')))
  if (cards.length > mostListed) blocks.push(context(`… and ${cards.length - mostListed} more`))
  blocks.push(actions(listBlockOf('end'), [raise]))
  return message(title, blocks)
}

/** The buttons that fit the blocker's state. */
export function blockerButtons(card: BlockerCard): Button[] {
  if (card.state === 'resolved') return []
  return [
    ...(card.takenBy ? [] : [takeButton(card)]),
    resolveButton(card),
    ...(card.escalation ? [] : [escalateBlocker.button('Escalate…', card.id)]),
  ]
}

const takeButton = ({ id }: BlockerCard): Button =>
  takeBlocker.button('I’ll take it', id, { style: 'primary' })
const resolveButton = ({ id }: BlockerCard): Button => resolveBlocker.button('Resolve…', id)

/** "🔴 *B-3* · *HP-2* Refund API". */
function heading(card: BlockerCard): string {
  const mark = card.state === 'resolved' ? '✅' : severityMarks[card.severity]
  const item = card.item ? ` · *${safe(card.item.key, 60)}* ${safe(oneLine(card.item.title), 150)}` : ''
  return `${mark} *${blockerName(card)}*${item}`
}

function facts(card: BlockerCard): string[] {
  const raised = slackDate(card.raisedAt, '{date_short_pretty} at {time}', card.raisedAtText)
  return [
    `${severityNames[card.severity]} severity`,
    `raised by ${mention(card.raisedBy)} ${raised}`,
    ...(card.ageDays > 0
      ? [`${card.state === 'resolved' ? 'took' : 'open for'} ${ageText(card.ageDays)}`]
      : []),
    ...(card.state === 'resolved' ? [] : holders(card)),
  ]
}

function holders(card: BlockerCard): string[] {
  return [
    ...(card.takenBy ? [`🙋 ${mention(card.takenBy)} has it`] : []),
    ...(card.helper && !card.takenBy ? [`${mention(card.helper)} can help`] : []),
  ]
}

function grey(card: BlockerCard): string {
  const who = card.takenBy
    ? `🙋 ${mention(card.takenBy)} has it`
    : card.helper
      ? `waits for ${mention(card.helper)}`
      : 'nobody has it yet'
  const age = card.ageDays === 0 ? 'since today' : `for ${ageText(card.ageDays)}`
  return `${severityNames[card.severity]} · open ${age} · by ${mention(card.raisedBy)} · ${who}${card.escalation ? ` · ${escalatedMark} escalated` : ''}`
}

function summary(card: BlockerCard): string {
  const item = card.item ? `${safe(card.item.key, 60)}: ` : ''
  const state = card.state === 'resolved' ? 'Resolved' : 'Blocker'
  return `${state} ${blockerName(card)}: ${item}${safe(oneLine(card.text), 200)}`
}

/** What stands after a colon, where there is something. */
const after = (text: string): string => (text ? `: ${text}` : '')

const byPerson = (person: string | null): string => (person ? ` by ${mention(person)}` : '')

const quote = (text: string, length: number): string =>
  safe(text.trim(), length)
    .split('\n')
    .map((line) => `>${line}`)
    .join('\n')
