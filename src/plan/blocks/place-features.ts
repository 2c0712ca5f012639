/** Features of a block's place: what stands around it, and its columns. */
import { boxOf } from '../box.ts'
import { headerIsField, isFieldTable } from '../build/table-fields.ts'
import type { Unit } from '../facts/unit.ts'
import { exactStatus } from '../status.ts'
import type { Role } from '../vocabulary/index.ts'
import type { Features } from './block.ts'

const ROLES: readonly Role[] = [
  'work',
  'stretch',
  'future',
  'excluded',
  'goal',
  'objectives',
  'risks',
  'dependencies',
  'ceremonies',
  'capacity',
  'team',
  'experiments',
  'dor',
  'dod',
  'acceptance',
  'subtasks',
  'description',
  'context',
  'softContext',
  'window',
  'status',
  'estimate',
  'assignee',
  'links',
]

const COLUMNS: readonly Role[] = [
  'id',
  'title',
  'estimate',
  'status',
  'assignee',
  'priority',
  'due',
  'dependsOn',
  'sprint',
  'epic',
  'kind',
  'likelihood',
  'impact',
  'mitigation',
  'metric',
  'target',
  'baseline',
  'ceremonyTime',
  'frequency',
  'headcount',
  'capacity',
  'team',
  'goal',
  'objectives',
  'description',
  'acceptance',
  'window',
  'work',
  'subtasks',
  'ceremonies',
  'risks',
  'stretch',
]

const SECTION_ROLES: ReadonlySet<Role> = new Set(ROLES)
const named = (prefix: string, roles: readonly Role[]): Partial<Record<Role, string>> =>
  Object.fromEntries(roles.map((role) => [role, `${prefix}.${role}`]))
const LEAD_IS = named('lead.is', ROLES)
const NEAR_IS = named('near.is', ROLES)
const AROUND_IS = named('around.is', ROLES)
const COLUMN = named('column', COLUMNS)

const is = (value: unknown): number => (value ? 1 : 0)

export const isLead = (unit: Unit): boolean =>
  unit.kind === 'heading' || unit.kind === 'label' || unit.kind === 'bold' || unit.kind === 'para'

export interface Place {
  readonly units: readonly Unit[]
  /** Units around the block without the table that holds it, the nearest first. */
  readonly around: readonly number[]
  /** Index of the document's title; -1: none. */
  readonly title: number
  readonly scope: number
  readonly isBox: (unit: number) => boolean
  /** How often each heading's folded text stands in the document. */
  readonly uses: ReadonlyMap<string, number>
  readonly boxInTitle: boolean
}

/** The role of the nearest heading that has one, the title and boxes of time aside; only whole headings when `exact`. */
export function nearestRole(place: Place, exact: boolean): Role | null {
  for (const at of place.around) {
    const unit = place.units[at] as Unit
    if (!isLead(unit) || at === place.title || place.isBox(at)) continue
    if (unit.section.role && (unit.section.exact || !exact)) return unit.section.role
  }
  return null
}

export function placeFeatures(f: Features, place: Place): void {
  const { units, around, title, scope } = place
  const parent = around[0] === undefined ? null : (units[around[0]] as Unit)
  const leads = around.filter((at) => isLead(units[at] as Unit))
  const lead = leads[0] === undefined ? null : (units[leads[0]] as Unit)
  const all = around.map((at) => units[at] as Unit)
  f.depth = all.filter((unit) => unit.kind === 'item').length
  f['parent.entry'] = is(parent?.kind === 'item')
  f['parent.bold line'] = is(parent?.kind === 'bold' || parent?.kind === 'para')
  f['parent.label'] = is(parent?.kind === 'label')
  f['parent.code'] = is(parent?.shape.startsWith('c:'))
  f['parent.number'] = is(parent?.shape === 'n')
  f['around.code'] = is(all.some((unit) => unit.shape.startsWith('c:')))
  f['parent.box'] = is(parent && around[0] !== undefined && place.isBox(around[0]))
  f['parent.title'] = is(around[0] !== undefined && around[0] === title)
  f['parent.checkbox'] = is(parent?.box)
  f['parent.estimate'] = is(parent?.hasEstimate)
  f['parent.bold entry'] = is(parent?.kind === 'item' && parent.raw.startsWith('**'))
  f['parent.field'] = is(parent?.field)
  f['in sprint'] = is(scope >= 0 || place.boxInTitle)
  f['sprint.distance'] = scope >= 0 ? Math.min(4, around.indexOf(scope)) : 4
  const first =
    lead && leads[0] !== title && (lead.section.exact || lead.kind === 'heading' || lead.kind === 'label')
      ? lead.section.role
      : null
  const near = nearestRole(place, false)
  const above = new Set(leads.filter((at) => at !== title).map((at) => (units[at] as Unit).section.role))
  if (first !== null && SECTION_ROLES.has(first)) f[LEAD_IS[first] as string] = 1
  if (near !== null && SECTION_ROLES.has(near)) f[NEAR_IS[near] as string] = 1
  for (const role of above) if (role !== null && SECTION_ROLES.has(role)) f[AROUND_IS[role] as string] = 1
  f['lead.lane'] = is(lead && exactStatus(lead.text) !== null)
  f['lead.no role'] = is(first === null)
  f['lead.exact'] = is(lead?.section.role && lead.section.exact)
  f['lead.mention'] = is(lead?.section.mention)
  f['lead.box'] = is(leads[0] !== undefined && place.isBox(leads[0]))
  f['around.mention'] = is(leads.some((at) => (units[at] as Unit).section.mention))
  f['lead.no heading'] = is(lead && lead.kind !== 'heading')
  f['lead.repeated'] = is(lead && (place.uses.get(lead.text.toLowerCase()) ?? 0) > 1)
}

export function tableFeatures(f: Features, table: Unit, rows: readonly Unit[]): void {
  const { columns } = table
  if (!columns) return
  const roles = columns.roles.map((list) => list[0])
  for (const role of COLUMNS)
    if (columns.at[role] !== undefined || roles.includes(role)) f[COLUMN[role] as string] = 1
  f['columns.sprints'] = is(boxOf(`${columns.header[0] ?? ''} 1`))
  const body = table.node.rows.slice(1)
  f['columns.pairs'] = is(headerIsField(columns, body) || isFieldTable(columns, body))
  f['columns.two'] = is(columns.header.length === 2)
  f.columns = columns.header.length
  f['columns.known'] = roles.filter(Boolean).length / Math.max(1, columns.header.length)
  f['columns.first names'] = is(roles[0] === 'id' || roles[0] === 'title')
  f.estimate = Math.max(f.estimate ?? 0, is(columns.at.estimate !== undefined))
  f.owner = Math.max(f.owner ?? 0, is(columns.at.assignee !== undefined))
  f.status = Math.max(f.status ?? 0, is(columns.at.status !== undefined))
  f.key = Math.max(f.key ?? 0, is(columns.at.id !== undefined))
  const longest = rows.map((row) => Math.max(0, ...row.cells.map((cell) => cell.length)))
  f['cells.long'] = longest.reduce((sum, n) => sum + n, 0) / Math.max(1, rows.length) / 100
}
