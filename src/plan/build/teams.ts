/** Names of teams in titles and opening lines. */
import { roleOf } from '../section.ts'

const TEAM_LAST =
  /(?:^|[—–|:(]\s?)((?!Scrum|Dev|Development|Project|Agile|The|Our)\p{Lu}[\p{L}\p{N}&-]*(?:\s\p{Lu}[\p{L}\p{N}&-]*)?\s(?:Squad|Team|Tribe|Crew))(?=$|[\s—–|:),])/u
const NAMED_TEAM =
  /(?:^|[\s—–|:(])((?:team|squad|equipo|équipe|equipe|команда|zespół|ekip|takım)\s[\p{L}\p{N}-]+)(?=$|[\s—–|:),(])/iu

/** "Team Compass", "Payments Squad". */
export function namedTeam(text: string): string | null {
  const named = NAMED_TEAM.exec(text)?.[1] ?? TEAM_LAST.exec(text)?.[1]
  return named && /\s\p{Lu}/u.test(named) && !/sprint/i.test(named) ? named : null
}

/** "Build Platform — Next Sprint (…)": what stands before the sprint's words. */
export function teamInTitle(title: string): string | null {
  const named = namedTeam(title)
  if (named !== null) return named
  const match =
    /^([^—–|:]{2,50}?)\s+(?:[—–|]|-)\s+(?:next |current |new )?(?:sprint|iteration|спринт|スプリント)/iu.exec(
      title,
    )
  return match?.[1] && roleOf(match[1]).role === null && !/sprint|plan|backlog/i.test(match[1])
    ? match[1]
    : null
}
