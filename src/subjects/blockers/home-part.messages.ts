// Blockers in App Home: the person's own, and how many others the team has.
import type { KnownBlock } from '@slack/types'
import { context, section, sectionWith } from '#platform/blocks/blocks.ts'
import { oneLine, plural, safe } from '#platform/blocks/text.ts'
import type { HomeShown } from '#subjects/subject.ts'
import { ageText, severityMarks } from '#wording/marks.ts'
import { type BlockerCard, blockerName } from './blockers.messages.ts'
import { openBlockerForm, resolveBlocker } from './ids.ts'

const shown = 5

/**
 * @param blockers open ones that the person raised, has, or is asked to help with
 * @param openBlockers all of the team
 */
export function blockersInHome(teamId: string, blockers: BlockerCard[], openBlockers: number): HomeShown {
  return {
    buttons: [openBlockerForm.button('Raise a blocker', { teamId })],
    blocks: listOf(blockers, openBlockers),
  }
}

function listOf(blockers: BlockerCard[], openBlockers: number): KnownBlock[] {
  const others = openBlockers - blockers.length
  const what = plural(others, blockers.length ? 'other blocker' : 'blocker')
  const elsewhere = others > 0 ? `${what} in the team: \`/sprint blockers\`` : null
  if (blockers.length === 0) return elsewhere ? [context(`⛔ ${elsewhere}`)] : []
  const more = blockers.length - shown
  return [
    section(`*My blockers* (${blockers.length})`),
    ...blockers.slice(0, shown).map((card) => {
      const item = card.item ? ` · ${safe(card.item.key, 60)}` : ''
      const line = `${severityMarks[card.severity]} *${blockerName(card)}*${item}  ${safe(oneLine(card.text), 200)}  ·  ${ageText(card.ageDays)}`
      return sectionWith(line, resolveBlocker.button('Resolve…', card.id))
    }),
    ...(more > 0 ? [context(`… and ${more} more`)] : []),
    ...(elsewhere ? [context(elsewhere)] : []),
  ]
}
