// A sprint's name as it is shown beside its team and its dates: without saying them again.
import { oneLine } from '#platform/blocks/text.ts'

/** A bracket at the end that holds a digit: "(Nov 16 – Nov 27, 2026)". */
const datesAtEnd = /\s*[([][^()[\]]*\d[^()[\]]*[)\]]\s*$/
const joint = /^\s*[—–:|·-]+\s*/

/**
 * "Sprint 32" of "Harbor Payments — Sprint 32 (Nov 16 – Nov 27, 2026)" in the team Harbor Payments. Not escaped; the name
 * as written where nothing else is left of it.
 */
export function shortSprintName(name: string, teamName: string): string {
  const written = oneLine(name)
  const undated = written.replace(datesAtEnd, '')
  const beginsWithTeam = undated.toLowerCase().startsWith(teamName.toLowerCase())
  const rest = beginsWithTeam ? undated.slice(teamName.length) : undated
  const short = beginsWithTeam && joint.test(rest) ? rest.replace(joint, '') : undated
  return short.trim() || written
}
