// Short reminders: what falls due, a key date, a sync that is about to begin.
import type { KnownBlock } from '@slack/types'
import type { LocalDate } from '#domain/sprint/types.ts'
import { context, message, section, sectionWith } from '#platform/blocks/blocks.ts'
import { mention, oneLine, plural, safe } from '#platform/blocks/text.ts'
import { dayText, inDays, timeText } from '#platform/blocks/when.ts'
import type { Content } from '#platform/delivery/outbox.ts'
import { dependencyText } from '#wording/plan-words.ts'
import { finishDependencyButton } from './ids.ts'

export interface DueReminder {
  sprintId: string
  sprintName: string
  /** The local date on which it is told. */
  date: LocalDate
  dependencies: {
    id: string
    text: string
    on: string | null
    due: LocalDate
    inDays: number
    done: boolean
  }[]
}

const shown = 15

/** What falls due today and by the next working day, each with a button to mark it done. */
export function dueReminder(reminder: DueReminder): Content {
  const { dependencies, sprintName } = reminder
  const open = dependencies.filter(({ done }) => !done)
  const heading = open.length ? `⏰ *${dueCount(open)}*` : '✅ *Nothing falls due any more*'
  const blocks: KnownBlock[] = [section(`${heading} · ${safe(oneLine(sprintName), 100)}`)]
  for (const dependency of dependencies.slice(0, shown)) {
    const line = dependencyLine(dependency)
    const value = { dependencyId: dependency.id, sprintId: reminder.sprintId, date: reminder.date }
    blocks.push(
      dependency.done
        ? section(`✅ ~${line.replaceAll('~', '∼')}~`)
        : sectionWith(line, finishDependencyButton.button('Done', value)),
    )
  }
  if (dependencies.length > shown) blocks.push(context(`… and ${dependencies.length - shown} more.`))
  const first = open[0]
  const text = first
    ? `${first.inDays < 0 ? 'Overdue' : 'Falls due'}: ${dependencyText(first.text, first.due, 200)}`
    : 'Nothing falls due any more.'
  return message(open.length > 1 ? `${text}, and ${plural(open.length - 1, 'other')}` : text, blocks)
}

/** Tells who marked a dependency done. */
export function dependencyDone(text: string, by: string): Content {
  const line = `✅ ${safe(oneLine(text), 400)} · done, says ${mention(by)}`
  return message(`Done: ${safe(oneLine(text), 200)}`, [section(line)])
}

/** "📅 *Code freeze* is tomorrow, Fri 20 Nov." */
export function keyDateReminder(
  title: string,
  on: LocalDate,
  daysAhead: number,
  sprintName: string,
): Content {
  const name = safe(oneLine(title), 300)
  const when =
    daysAhead <= 1 ? `${inDays(daysAhead)}, ${dayText(on)}` : `on ${dayText(on)}, ${inDays(daysAhead)}`
  return message(`${name} is ${when}`, [
    section(`📅 *${name}* is ${when}.`),
    context(safe(oneLine(sprintName), 100)),
  ])
}

/** "🔔 *Platform clinic* · 14:00 MST to 14:30 MST". */
export function syncReminder(title: string, opensAt: Date, closesAt: Date, zone: string): Content {
  const name = safe(oneLine(title), 300)
  const span = `${timeText(opensAt, zone)} to ${timeText(closesAt, zone)}`
  return message(`${name}, ${span}`, [section(`🔔 *${name}* · ${span}`)])
}

/** "1 dependency is overdue, 2 fall due". */
function dueCount(open: DueReminder['dependencies']): string {
  const overdue = open.filter(({ inDays: days }) => days < 0).length
  const due = open.length - overdue
  if (overdue === 0) return plural(due, 'dependency falls due', 'dependencies fall due')
  const late = plural(overdue, 'dependency is overdue', 'dependencies are overdue')
  return due ? `${late}, ${plural(due, 'falls', 'fall')} due` : late
}

function dependencyLine({ text, on, due, inDays: days, done }: DueReminder['dependencies'][number]): string {
  const from = on ? ` · from ${safe(oneLine(on), 100)}` : ''
  const words = `${dependencyText(text, due, 400)}${from}`
  if (done) return words
  const when = days < 0 ? `*overdue* since ${dayText(due)}` : `${inDays(days)}, ${dayText(due)}`
  return `${words} · ${when}`
}
