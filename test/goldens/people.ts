// Who is in the goldens: two teams, their channels and people, and texts that are out to do harm.

/** Slack's names of the ids. */
export const directory = {
  U0MAYA: 'Maya Chen',
  U0JONAS: 'Jonas Weber',
  U0PRIYA: 'Priya Raman',
  U0TOM: 'Tom Okafor',
  U0ANA: 'Ana Lima',
  U0VP: 'Victor Pine',
  C0SQUAD: 'harbor-payments',
  C0STAKE: 'payments-news',
  C0NEW: 'new-squad',
}

export const maya = { name: 'Maya Chen', slackUserId: 'U0MAYA' }
export const jonas = { name: 'Jonas Weber', slackUserId: 'U0JONAS' }
export const priya = { name: 'Priya Raman', slackUserId: 'U0PRIYA' }
export const tom = { name: 'Tom Okafor', slackUserId: 'U0TOM' }
export const ana = { name: 'Ana Lima', slackUserId: 'U0ANA' }

export const harbor = 'Harbor Payments'
export const sprint32 = 'Harbor Payments — Sprint 32 (Nov 16 – Nov 27, 2026)'
export const phoenix = 'America/Phoenix'

/** Markup, mentions, a broadcast, a link, text from right to left, and characters that nobody sees. */
export const hostile =
  '<!channel> <@U0VP> *bold* `code` <https://evil.example|your bank> & ~gone~ \u202etxet desrever\u0000 עברית'
/** Without a place to break. */
export const longWord =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(3)

/** `count` of something, by its number from 1. */
export const many = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index + 1))

/** 2026-11-18, a Wednesday, at a time of UTC: 16:35 is 09:35 in Phoenix. */
export const at = (time: string, date = '2026-11-18'): Date => new Date(`${date}T${time}:00Z`)
