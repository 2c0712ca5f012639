// What a report says that comes after its time.

/** "This digest is late: …". */
export const lateNote = (what: string): string =>
  `⏳ This ${what} is late: Sprintkeeper was not running at its time.`
