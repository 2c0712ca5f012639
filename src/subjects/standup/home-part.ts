// The stand-up in App Home.
import { DAY_MILLIS } from '#domain/calendar/dates.ts'
import type { HomePart } from '#subjects/subject.ts'
import { standUpInHome } from './home-part.messages.ts'

/** The stand-up that the person can answer: open now, or to open within a day. */
export const standUpHome: HomePart = {
  async read({ db }, { person, team, now, zone }) {
    const standUp = await db.occurrence.findFirst({
      where: {
        teamId: team.id,
        kind: 'standup',
        state: { in: ['open', 'planned'] },
        closesAt: { gt: now },
        opensAt: { lt: new Date(now.getTime() + DAY_MILLIS) },
      },
      orderBy: { opensAt: 'asc' },
      include: { checkIns: { where: { personId: person.id } } },
    })
    if (!standUp) return {}
    const { id: occurrenceId, state, opensAt, closesAt, checkIns } = standUp
    const own = { occurrenceId, open: state === 'open', opensAt, closesAt, answered: checkIns.length > 0 }
    return standUpInHome(own, zone)
  },
}
