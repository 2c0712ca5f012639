// A person's actions from retros in App Home.
import type { KnownBlock } from '@slack/types'
import type { LocalDate } from '#domain/sprint/types.ts'
import { context, section, sectionWith } from '#platform/blocks/blocks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import { actionDoneInHome } from './ids.ts'

export interface OwnAction {
  id: string
  text: string
  due: LocalDate | null
  overdue: boolean
}

const shown = 5

/** @param open those that are due first come first */
export function actionsInHome(open: OwnAction[]): KnownBlock[] {
  if (open.length === 0) return []
  const more = open.length - shown
  return [
    section(`*My actions from retros* (${open.length})`),
    ...open.slice(0, shown).map(({ id, text, due, overdue }) => {
      const by = due ? `  ·  ${overdue ? '⏰ was due' : 'due'} ${dayText(due)}` : ''
      return sectionWith(`☐ ${safe(oneLine(text), 300)}${by}`, actionDoneInHome.button('Done', id))
    }),
    ...(more > 0 ? [context(`… and ${more} more`)] : []),
  ]
}
