/** A plan in words, for people at a terminal. */
import type { Block, Item, Plan, PlanFile, Sprint } from '#domain/plan-file.ts'

export function summary(file: PlanFile): string {
  const lines = [file.source.path, ...file.plans.flatMap(planLines)]
  const { contentLines, understood, unmapped } = file.coverage
  const percent = contentLines === 0 ? 100 : Math.floor((1000 * understood) / contentLines) / 10
  lines.push(
    `  understood: ${understood} of ${contentLines} lines (${percent} %)${
      unmapped.length > 0
        ? `; not understood: ${unmapped
            .slice(0, 8)
            .map(([a, b]) => (a === b ? a : `${a}-${b}`))
            .join(', ')}`
        : ''
    }`,
  )
  const unsure = file.blocks.filter(({ confidence }) => confidence === 'unsure')
  if (unsure.length > 0) lines.push(`  unsure: ${unsure.slice(0, 8).map(doubt).join('; ')}`)
  const count = (severity: string) => file.diagnostics.filter((d) => d.severity === severity).length
  lines.push(
    `  ${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes (plan check shows them)`,
  )
  return `${lines.join('\n')}\n`
}

/** "12-20 items, or goals?". */
function doubt({ line, endLine, role, instead }: Block): string {
  const where = line === endLine ? `${line}` : `${line}-${endLine}`
  return `${where} ${role}${instead ? `, or ${instead}?` : '?'}`
}

function planLines(plan: Plan): string[] {
  const lines = [`  ${plan.title}${plan.side ? ` (${plan.side})` : ''}`]
  const team = [plan.team.name, plan.team.timeZone, plan.team.channels.join(' ')].filter(Boolean)
  if (team.length > 0) lines.push(`    team: ${team.join(', ')}`)
  for (const role of plan.team.roles)
    lines.push(`    ${role.role}: ${role.names.join(', ') || (role.headcount ?? 'open')}`)
  for (const sprint of plan.sprints) lines.push(...sprintLines(sprint))
  if (plan.backlog.length > 0)
    lines.push(`    backlog: ${plan.backlog.length} items`, ...plan.backlog.map(itemLine))
  for (const ceremony of plan.ceremonies) lines.push(`    ${ceremony.kind}: ${ceremony.title}`)
  for (const risk of plan.risks) lines.push(`    risk: ${risk.title}`)
  return lines
}

function sprintLines(sprint: Sprint): string[] {
  const when =
    sprint.start || sprint.end
      ? `${sprint.start ?? '?'} to ${sprint.end ?? '?'} (${sprint.datesFrom})`
      : sprint.lengthDays
        ? `${sprint.lengthDays} days, no dates`
        : 'no dates'
  const lines = [
    `    ${sprint.name}: ${when}${sprint.status ? `, ${sprint.status}` : ''}, ${sprint.items.length} items`,
  ]
  for (const goal of sprint.goals) lines.push(`      goal: ${goal}`)
  lines.push(...sprint.items.map(itemLine))
  for (const objective of sprint.objectives) lines.push(`      objective: ${objective.text}`)
  for (const risk of sprint.risks) lines.push(`      risk: ${risk.title}`)
  for (const dependency of sprint.dependencies)
    lines.push(`      depends on: ${dependency.text}${dependency.due ? ` (due ${dependency.due})` : ''}`)
  for (const ceremony of sprint.ceremonies) {
    const days =
      ceremony.when?.type === 'dates'
        ? ceremony.when.dates.join(', ')
        : ceremony.when?.type === 'weekly'
          ? `weekly ${ceremony.when.weekdays.join(' ')}`
          : (ceremony.when?.type ?? 'no time')
    lines.push(
      `      ${ceremony.kind}: ${ceremony.title} (${days}${ceremony.start ? ` ${ceremony.start}${ceremony.end ? `–${ceremony.end}` : ''}` : ''}${ceremony.timeZone ? ` ${ceremony.timeZone}` : ''})`,
    )
  }
  return lines
}

function itemLine(item: Item): string {
  const estimate = item.estimate
    ? 'size' in item.estimate
      ? item.estimate.size
      : `${item.estimate.value} ${item.estimate.unit}`
    : ''
  const facts = [
    estimate,
    item.status ?? '',
    item.assignees.join(', '),
    item.stretch ? 'stretch' : '',
  ].filter(Boolean)
  return `      ${String(item.line).padStart(4)}  ${item.keyStated ? `${item.key} ` : ''}${item.title}${facts.length > 0 ? `  [${facts.join('; ')}]` : ''}`
}
