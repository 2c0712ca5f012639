/** Risks without an answer or an owner. */
import type { Diagnostic } from '#domain/plan-file.ts'
import { type Family, report } from './report.ts'

export const risks: Family = (checked) => {
  const { plan } = checked.side
  const all = [...plan.risks, ...plan.sprints.flatMap((sprint) => sprint.risks)]
  const owned = all.some((risk) => risk.owner !== null)
  const found: Diagnostic[] = []
  for (const risk of all) {
    const name = risk.title.slice(0, 60)
    if (risk.mitigation === null)
      found.push(
        report(
          checked,
          'warning',
          'risk-without-mitigation',
          risk.line,
          risk.title.split(' ')[0] ?? '',
          `The risk “${name}” has no mitigation.`,
          'Write what you do about it after a dash: “Risk — mitigation”.',
        ),
      )
    if (risk.owner === null && owned)
      found.push(
        report(
          checked,
          'info',
          'risk-without-owner',
          risk.line,
          risk.title.split(' ')[0] ?? '',
          `The risk “${name}” has no owner; others have one.`,
          'Add “owner: name”.',
        ),
      )
  }
  return found
}
