/** The text itself: placeholders, ambiguous zones, ragged tables, open fences, lines that no rule took. */
import type { Diagnostic } from '#domain/plan-file.ts'
import { AMBIGUOUS_ZONES } from '../vocabulary/zones.ts'
import { type Checked, type Family, report } from './report.ts'

const PLACEHOLDER =
  /<(?:names?|owner|team|date|dates|title|description|todo|tbd|insert|your)[^<>]{0,40}>|<(?:вставить|указать|имя)[^<>]{0,40}>|‹[^‹›]{2,40}›|\[(?:name|owner|team name|date|insert|your|tbd|todo|datum einfügen|fecha|nombre)[^[\]]{0,40}\]|\{\{[^{}]{1,40}\}\}|(?<![\p{L}\p{N}])(?:TBD|TBA|TBC|XXX)(?![\p{L}\p{N}])/iu

export const text: Family = (checked) => [
  ...placeholders(checked),
  ...zones(checked),
  ...shapes(checked),
  ...unmapped(checked),
]

function placeholders(checked: Checked): Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { number: line, text: raw } of checked.side.draft.lines) {
    const match = PLACEHOLDER.exec(raw.length > 4000 ? raw.slice(0, 4000) : raw)
    if (match && found.length < 200)
      found.push(
        report(
          checked,
          'warning',
          'placeholder',
          line,
          match.index + 1,
          `“${match[0]}” was never filled in.`,
          'Replace it, or remove the line.',
        ),
      )
  }
  return found
}

function zones(checked: Checked): Diagnostic[] {
  return checked.side.draft.ambiguousZones.map(({ zone, line }) =>
    report(
      checked,
      'warning',
      'ambiguous-zone',
      line,
      zone,
      `${zone} means several time zones: ${(AMBIGUOUS_ZONES.get(zone) ?? []).join(', ')}.`,
      `Write the IANA name: “${AMBIGUOUS_ZONES.get(zone)?.[0] ?? 'Europe/Berlin'}”.`,
    ),
  )
}

function shapes(checked: Checked): Diagnostic[] {
  const found = checked.side.ragged.map(({ line, cells, header }) =>
    report(
      checked,
      'warning',
      'ragged-row',
      line,
      '',
      `The row has ${cells} cells and its header ${header}.`,
      'Add or remove a “|”; write “\\|” for a bar inside a cell.',
    ),
  )
  const fence = checked.side.unclosedFence
  if (fence !== null)
    found.push(
      report(
        checked,
        'warning',
        'unclosed-fence',
        fence,
        '',
        'The code fence is never closed; what follows was read as text.',
        'Close it with the same marks on a line of their own.',
      ),
    )
  const comment = checked.side.unclosedComment
  if (comment !== null)
    found.push(
      report(
        checked,
        'warning',
        'unclosed-comment',
        comment,
        '<!--',
        'The comment is never closed; it hides the rest of the document.',
        'Close it with “-->”.',
      ),
    )
  return found
}

function unmapped(checked: Checked): Diagnostic[] {
  const { plan } = checked.side
  const found: Diagnostic[] = []
  if (plan.sprints.every((sprint) => sprint.items.length === 0) && plan.backlog.length === 0)
    found.push(
      report(
        checked,
        'warning',
        'no-items',
        1,
        1,
        'No item of work was found in the document.',
        'Put the work under a heading such as “Sprint backlog”, one list entry or table row an item.',
      ),
    )
  return found
}
