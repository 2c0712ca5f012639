// A person's items in App Home, each with a select that moves it.
import type { KnownBlock } from '@slack/types'
import type { ItemFacts } from '#domain/sprint/types.ts'
import { context, section } from '#platform/blocks/blocks.ts'
import { oneLine, safe } from '#platform/blocks/text.ts'
import { estimateText } from '#wording/marks.ts'
import { statusSelect } from './items.messages.ts'

const shown = 10

/** @param items the person's, in plan order */
export function itemsInHome(items: ItemFacts[]): KnownBlock[] {
  if (items.length === 0)
    return [section('*My items*\nNothing open is yours. `/sprint plan` shows what waits.')]
  const more = items.length - shown
  return [
    section(`*My items* (${items.length})`),
    ...items.slice(0, shown).map((item): KnownBlock => {
      const estimate = estimateText(item)
      return {
        type: 'section',
        text: {
          type: 'mrkdwn',
          text: `*${safe(item.key, 60)}*  ${safe(oneLine(item.title), 200)}${estimate ? `  ·  ${estimate}` : ''}`,
        },
        accessory: statusSelect(item, 'Move to…'),
      }
    }),
    ...(more > 0 ? [context(`… and ${more} more`)] : []),
  ]
}
