/** Features of one entry, by itself and by what hangs from it. */

import { boxOf } from '../box.ts'
import { labelRoles } from '../build/field.ts'
import { MEETINGS } from '../ceremonies/kind.ts'
import type { Unit } from '../facts/unit.ts'
import type { Role } from '../vocabulary/index.ts'
import type { Features } from './block.ts'

/** Verbs that open a piece of work, folded. */
const VERBS: ReadonlySet<string> = new Set(
  'add create implement build fix update write set setup test define design deploy configure integrate refactor document migrate improve make remove review verify validate support enable develop complete finish research investigate prepare run extend replace move wire ensure publish finalize draft extract convert introduce implementar crear configurar añadir agregar desarrollar definir diseñar criar adicionar ajouter créer mettre développer implémenter erstellen hinzufügen einrichten implementieren реализовать добавить создать настроить разработать написать сделать provide generate check establish expose handle connect use get allow upgrade install optimize automate conduct clean rename show display store track analyze collect explore identify plan schedule launch ship release render parse port'.split(
    ' ',
  ),
)

/** Labels that tell of one piece of work. */
const DETAIL: ReadonlySet<Role> = new Set<Role>([
  'acceptance',
  'description',
  'estimate',
  'priority',
  'assignee',
  'status',
  'subtasks',
  'dependsOn',
  'epic',
  'labels',
  'kind',
  'goal',
  'links',
  'dod',
  'due',
])

/** A clock, a weekday, or a word for coming back. */
const WHEN = /(?<!\d)\d{1,2}[:h.]\d\d(?!\d)|(?<![a-z])(?:mon|tue|wed|thu|fri|daily|weekly|every|each)/i

const AS_A = /^[^\p{L}\p{N}_]{0,6}(?:as an? |as the |como |en tant que|als |jako |как |作为|作為)/iu

const OWN_ROLES: readonly Role[] = [
  'work',
  'goal',
  'risks',
  'context',
  'softContext',
  'ceremonies',
  'acceptance',
  'objectives',
  'description',
]

const is = (value: unknown): number => (value ? 1 : 0)

/** @param children units that hang from it. */
export function entryFeatures(unit: Unit, children: readonly Unit[], hasGrandchildren: boolean): Features {
  const f: Features = {}
  ownMarks(f, unit)
  ownWords(f, unit)
  below(f, children)
  f['below.deeper'] = is(hasGrandchildren)
  f['own.box'] = is(unit.section.box)
  f['own.day'] = is(unit.section.box?.kind === 'day')
  if (unit.kind === 'heading' || unit.kind === 'label' || unit.kind === 'bold') {
    f['own.role'] = is(unit.section.role && unit.section.exact)
    f['own.mention'] = is(unit.section.mention)
    for (const role of OWN_ROLES) f[`own.is.${role}`] = is(unit.section.role === role)
  }
  if (unit.kind === 'row') {
    const first = unit.cells[0] ?? ''
    f['row.names box'] = is(boxOf(first))
    f['row.label'] = is(labelRoles(first).length > 0)
    f['row.date'] = is(/^\W*(?:\p{L}{3,9}\.?\s)?\d{1,4}[-./]\d|^\p{L}{3,9}\.?\s\d{1,2}(?!\d)/u.test(first))
    f['row.no title'] = is(unit.text === '')
    f['row.total'] = is(/(?:^|[^\p{L}])(?:total|sum|summe|итого)(?!\p{L})|合计|合計/iu.test(unit.text))
  }
  return f
}

function ownMarks(f: Features, unit: Unit): void {
  const { raw, text } = unit
  f.code = is(unit.shape.startsWith('c:'))
  f.number = is(unit.shape === 'n')
  f.key = is(unit.startsWithKey)
  f.estimate = is(unit.hasEstimate)
  f.owner = is(unit.hasOwner)
  f.status = is(unit.status)
  f.done = is(unit.status === 'done')
  f.dates = Math.min(2, unit.dates)
  const named = unit.meeting !== null && MEETINGS.has(unit.meeting)
  f.meeting = is(named)
  f['key date'] = is(unit.meeting !== null && !named)
  f['meeting timed'] = is(named && (unit.dates > 0 || WHEN.test(text)))
  f.clock = is(/(?<!\d)\d{1,2}[:h]\d\d(?!\d)/.test(text))
  f.bold = is(/^[^\p{L}\p{N}_]{0,4}\*\*/u.test(raw))
  f['bold.all'] = is(/^[^\p{L}\p{N}_]{0,4}\*\*[^*]+\*\*[^\p{L}\p{N}_]{0,9}$/u.test(raw))
  f['colon.end'] = is(/[:：]\s*\**$/.test(raw))
  f.labelled = is(/^\**[^:：]{1,40}[:：]\s*\**\s*\S/.test(raw))
  f.field = is(unit.field)
  f['field.detail'] = is(unit.field?.some((role) => DETAIL.has(role)))
  f.ticks = is(raw.includes('`'))
  f['ticks.first'] = is(/^[*\s]*`/.test(raw))
  f.link = is(raw.includes(']('))
  f.address = is(raw.includes('http'))
  f.checkbox = is(unit.box > 0 || (unit.kind === 'code' && text.slice(0, 4).includes('[')))
  f['checkbox.done'] = is(unit.box === 2)
  f.ordered = is(unit.ordered)
  f.compares = is(/[<>≥≤]\s?\d|\d\s?%/.test(text))
  f.arrow = is(/→|->|=>/.test(text))
  f.emoji = is(/^[^\p{L}\p{N}_]{0,6}[✅☑🔲⬜🟡🟢🔴🚧❌⏳🔄✓]/u.test(raw))
  f.struck = is(raw.includes('~~'))
}

function ownWords(f: Features, unit: Unit): void {
  const { text } = unit
  const words = text.split(/\s+/).filter((word) => word !== '')
  f.words = Math.min(3.5, Math.log1p(words.length))
  f.short = is(text.length < 25)
  f.cjk = is(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/.test(text))
  f.question = is(text.endsWith('?'))
  f['full stop'] = is(text.endsWith('.'))
  f['as a'] = is(AS_A.test(text))
  f.lower = is(/^\p{Ll}/u.test(text))
  const first = /^[^\p{L}]{0,20}(\p{L}+)/u.exec(text)?.[1]?.toLowerCase()
  f.verb = is(first !== undefined && VERBS.has(first))
}

function below(f: Features, children: readonly Unit[]): void {
  let items = 0
  let detail = 0
  let sections = 0
  let codes = 0
  const any = { boxes: 0, heads: 0, table: 0, para: 0, acceptance: 0, work: 0, estimate: 0, asA: 0 }
  for (const child of children) {
    const heads = child.kind === 'heading' || child.kind === 'label' || child.kind === 'bold'
    const roles = new Set<Role>(child.field?.slice(0, 3) ?? [])
    if (child.section.role && (heads || child.field)) roles.add(child.section.role)
    if (child.kind === 'item') items++
    if ([...roles].some((role) => DETAIL.has(role))) {
      if (child.kind === 'heading') sections++
      else detail++
    }
    any.asA ||= is(AS_A.test(child.text))
    if (child.shape.startsWith('c:')) codes++
    any.boxes ||= is(child.box)
    any.heads ||= is(child.kind === 'heading' || child.kind === 'label')
    any.table ||= is(child.kind === 'table')
    any.para ||= is(child.kind === 'para')
    any.acceptance ||= is(roles.has('acceptance') || roles.has('dod'))
    any.work ||= is(roles.has('work') || roles.has('stretch'))
    any.estimate ||= is(child.hasEstimate)
  }
  f.below = is(children.length)
  f['below.entries'] = Math.min(2, Math.log1p(items))
  f['below.details'] = Math.min(4, detail)
  f['below.sections'] = Math.min(4, sections)
  f['below.as a'] = any.asA
  f['below.codes'] = is(codes > 1)
  f['below.checkboxes'] = any.boxes
  f['below.headings'] = any.heads
  f['below.table'] = any.table
  f['below.prose'] = any.para
  f['below.acceptance'] = any.acceptance
  f['below.work'] = any.work
  f['below.estimate'] = any.estimate
}
