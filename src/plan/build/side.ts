/** One side of a document (all of it, where there is no conflict) → a plan. */

import type { Diagnostic, Plan } from '#domain/plan-file.ts'
import { chooseCeremonies, NO_CEREMONIES } from '../choice/ceremonies.ts'
import { chooseFor, NO_CARDS } from '../choice/choose.ts'
import type { Tables } from '../choice/roles.ts'
import type { Claims } from '../claims.ts'
import type { Line } from '../conflict.ts'
import { dateOrderOf } from '../date-order.ts'
import { findDates, isoDate } from '../dates.ts'
import { unknownDirectives } from '../directives.ts'
import { type Node, outline } from '../outline.ts'
import { readSection, type Section } from '../section.ts'
import { exactStatus } from '../status.ts'
import { clip, squeeze } from '../text.ts'
import { decideZones } from '../zones.ts'
import { readCeremonies } from './ceremonies/read.ts'
import { directSprints } from './directed.ts'
import type { Draft } from './draft.ts'
import { addSprint, emptySprint, NOWHERE, noDates } from './draft.ts'
import { type Anchor, finish } from './finish.ts'
import { readFrontmatter } from './frontmatter.ts'
import { readGantts } from './gantt-plan.ts'
import { mapSprints } from './sprint-map.ts'
import { applyMaps } from './sprint-tables.ts'
import { chooseBoxKind, takeTitleDates } from './sprints.ts'
import { readTaskFile, taskFileEntries } from './task-file.ts'
import { teamInTitle } from './teams.ts'
import { walk } from './walk.ts'

export interface Side {
  plan: Plan
  draft: Draft
  ragged: { line: number; cells: number; header: number }[]
  unclosedFence: number | null
  unclosedComment: number | null
}

export interface SideOptions {
  /** ISO date near which a year is inferred; null: none is known. */
  referenceDate: string | null
  /** Names the plan where nothing in it does. */
  path: string
  /** What is judged by. */
  tables: Tables
}

export function readSide(
  written: readonly Line[],
  texts: readonly string[],
  claims: Claims,
  diagnostics: Diagnostic[],
  { referenceDate, path, tables }: SideOptions,
): Side {
  const tree = outline(written)
  const { lines } = tree
  for (const line of tree.hidden) claims.add('document.hidden', line, line, 'hidden')
  diagnostics.push(...unknownDirectives(tree.directives))
  const sections = new Map<Node, Section>()
  const headings: Node[] = []
  const collect = (node: Node) => {
    for (const child of node.children)
      if (child.kind === 'heading' || child.kind === 'label') {
        headings.push(child)
        sections.set(child, readSection(clip(child.texts.join(' '), 400)))
        collect(child)
      }
  }
  collect(tree.root)
  directSprints(sections)
  const opening = headings[0] ? sections.get(headings[0]) : undefined
  if (headings[0]?.level === 1 && opening && !opening.box && opening.mention?.kind === 'sprint')
    opening.box = {
      kind: 'sprint',
      name: opening.mention.name,
      number: opening.mention.number,
      rest: '',
      before: '',
      parted: true,
      range: false,
    }
  const text = lines.map((line) => line.text).join('\n')
  const first =
    headings.find((node) => node.kind === 'heading' && node.level === 1) ??
    headings.find((node) => node.kind === 'heading') ??
    headings[0]
  const order = dateOrderOf(text)
  const cards = chooseFor(tree.root, order.order, texts.length, tables)
  const draft: Draft = {
    claims,
    diagnostics,
    lines,
    texts,
    slash: order.order,
    slashSure: order.sure,
    decidedZones: decideZones(text),
    sections,
    cards,
    meetings: chooseCeremonies(cards.all, cards, { slash: order.order }),
    places: new Map(),
    boxKind: chooseBoxKind(new Map([...sections].filter(([node]) => !cards.isCard(node.line)))),
    mapped: false,
    title: '',
    titleLine: first?.line ?? firstLine(lines),
    sprints: [],
    byId: new Map(),
    loose: [],
    team: { name: null, timeZone: null, roles: [] },
    risks: [],
    dependencies: [],
    ceremonies: [],
    goals: [],
    objectives: [],
    experiments: [],
    definitionOfReady: [],
    definitionOfDone: [],
    capacity: { points: null, committed: null, unit: null },
    dates: noDates(),
    lengthDays: null,
    lengthIsOfSprint: false,
    theme: null,
    status: null,
    totals: [],
    pending: [],
    maps: [],
    titles: new Map(),
    keyed: new Map(),
    ambiguousZones: [],
    channels: new Set(),
    teamGuess: null,
    zoneStated: false,
  }
  const card = taskFileEntries(draft, tree.frontmatter)
  const last = lines.at(-1)?.number ?? 1
  const context =
    card && tree.frontmatter ? readTaskFile(draft, NOWHERE, tree.frontmatter, card, last) : NOWHERE
  const named =
    card?.get('title')?.value ?? (tree.frontmatter ? readFrontmatter(draft, context, tree.frontmatter) : null)
  const heading = first ? squeeze(sections.get(first)?.text ?? '') : ''
  draft.title = titleOf(heading, first, named, lines, path)
  if (card) {
    draft.boxKind = null
    draft.cards = NO_CARDS
    draft.meetings = NO_CEREMONIES
  } else if (!mapSprints(draft, tree.root, sections) && draft.boxKind === null)
    wholeDocument(draft, sections, first)
  walk(draft, tree.root, context)
  readGantts(draft, tree.root)
  readCeremonies(draft)
  applyMaps(draft)
  dayDates(draft)
  draft.team.name ??= draft.teamGuess ?? teamInTitle(draft.title)
  const plan = finish(draft, anchorOf(text, draft, referenceDate))
  return {
    plan,
    draft,
    ragged: tree.ragged,
    unclosedFence: tree.unclosedFence,
    unclosedComment: tree.unclosedComment,
  }
}

/** Days of a calendar, each a heading with a date, bound the sprint that states no dates. */
function dayDates(draft: Draft): void {
  const only = draft.sprints[0]
  if (!only || draft.sprints.length > 1 || only.dates.range || draft.dates.range) return
  const days = [...draft.sections.values()]
    .filter((s) => s.box?.kind === 'day')
    .flatMap((s) => findDates(clip(s.text, 200), draft.slash).slice(0, 1))
  const [first, last] = [days[0], days.at(-1)]
  if (days.length < 3 || !first || !last) return
  only.dates.start ??= draft.dates.start ?? first
  only.dates.end ??= draft.dates.end ?? last
}

/** The first heading of level 1, the frontmatter's title, a first line that reads like one, else the file's name. */
function titleOf(
  heading: string,
  first: Node | undefined,
  named: string | null,
  lines: readonly Line[],
  path: string,
): string {
  const telling = heading !== '' && exactStatus(heading) === null && first?.kind === 'heading'
  if (first?.level === 1 && telling) return heading
  if (named) return named
  if (telling) return heading
  const opening = squeeze(lines.find((line) => line.text.trim() !== '')?.text ?? '')
  if (
    first === undefined &&
    opening.length > 2 &&
    opening.length <= 80 &&
    !/[:;,{]$/.test(opening) &&
    /^[\p{L}\p{N}]/u.test(opening)
  )
    return opening
  const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[a-z]{1,8}$/i, '')
  return name || opening.slice(0, 120)
}

const firstLine = (lines: readonly Line[]) => lines.find((line) => line.text.trim() !== '')?.number ?? 1

/** A document without boxes is one sprint, unless its title says that it is a backlog. */
function wholeDocument(draft: Draft, sections: ReadonlyMap<Node, Section>, first: Node | undefined): void {
  const section = first ? sections.get(first) : undefined
  if (
    section &&
    section.role === 'future' &&
    !/sprint|iteration|спринт|迭代|스프린트|スプリント/i.test(section.text)
  )
    return
  if (draft.title === '') return
  const sprint = emptySprint(draft.title, draft.titleLine)
  const mentioned = new Set(
    [...sections.values()]
      .filter((s) => s.mention?.kind === 'sprint')
      .map((s) => s.mention?.number as string),
  )
  const [number] = mentioned
  if (mentioned.size === 1 && number !== undefined && /^\d+$/.test(number) && !/\d/.test(draft.title)) {
    sprint.name = `Sprint ${number}`
    sprint.number = Number(number)
  }
  const whole = {
    sprint,
    id: null,
    heading: sprint.name,
    level: 0,
    dates: noDates(),
    candidates: [],
    totals: [],
    endLine: draft.titleLine,
  }
  takeTitleDates(draft, whole, draft.title, draft.titleLine)
  addSprint(draft, whole)
}

/** A full date or a year of the document; else the reader's date. */
function anchorOf(text: string, draft: Draft, referenceDate: string | null): Anchor {
  for (const sprint of draft.sprints) {
    const date = sprint.dates.range?.start ?? sprint.dates.start
    if (date?.year)
      return { date: isoDate(date.year, date.month, date.day) ?? `${date.year}-06-30`, stated: true }
  }
  const sample = clip(text, 60_000)
  const iso = /(?<!\d)(20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d))(?!\d)/.exec(sample)
  if (iso?.[1]) return { date: iso[1], stated: true }
  const near = /(?<!\d)20[12]\d(?!\d)/.exec(sample)?.index
  const full =
    near === undefined
      ? undefined
      : findDates(sample.slice(Math.max(0, near - 40), near + 40), draft.slash).find(
          (date) => date.year !== null,
        )
  if (full?.year)
    return { date: isoDate(full.year, full.month, full.day) ?? `${full.year}-06-30`, stated: true }
  const year = /(?<![\d.-])(20[12]\d)(?![\d.])/.exec(sample)
  if (year?.[1]) return { date: `${year[1]}-06-30`, stated: true }
  return { date: referenceDate ?? '2025-06-30', stated: false }
}
