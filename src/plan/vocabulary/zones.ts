/** Abbreviations and names of time zones → IANA. `null` marks those that mean several zones. */
export const ZONE_ABBREVIATIONS: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ['UTC', 'UTC'], ['GMT', 'Etc/GMT'], ['Z', 'UTC'],
  ['MDT', 'America/Denver'], ['MST', 'America/Denver'], ['MT', 'America/Denver'], ['PDT', 'America/Los_Angeles'], ['PST', 'America/Los_Angeles'], ['PT', 'America/Los_Angeles'],
  ['EDT', 'America/New_York'], ['EST', 'America/New_York'], ['ET', 'America/New_York'], ['CDT', 'America/Chicago'], ['CT', 'America/Chicago'], ['AKST', 'America/Anchorage'], ['AKDT', 'America/Anchorage'], ['HST', 'Pacific/Honolulu'],
  ['CET', 'Europe/Paris'], ['CEST', 'Europe/Paris'], ['MEZ', 'Europe/Berlin'], ['MESZ', 'Europe/Berlin'], ['WET', 'Europe/Lisbon'], ['WEST', 'Europe/Lisbon'], ['EET', 'Europe/Helsinki'], ['EEST', 'Europe/Helsinki'], ['MSK', 'Europe/Moscow'], ['TRT', 'Europe/Istanbul'],
  ['JST', 'Asia/Tokyo'], ['KST', 'Asia/Seoul'], ['SGT', 'Asia/Singapore'], ['HKT', 'Asia/Hong_Kong'], ['PHT', 'Asia/Manila'], ['WIB', 'Asia/Jakarta'], ['ICT', 'Asia/Bangkok'],
  ['AEST', 'Australia/Sydney'], ['AEDT', 'Australia/Sydney'], ['ACST', 'Australia/Adelaide'], ['AWST', 'Australia/Perth'], ['NZST', 'Pacific/Auckland'], ['NZDT', 'Pacific/Auckland'],
  ['BRT', 'America/Sao_Paulo'], ['ART', 'America/Argentina/Buenos_Aires'], ['CLT', 'America/Santiago'], ['COT', 'America/Bogota'], ['PET', 'America/Lima'], ['SAST', 'Africa/Johannesburg'], ['WAT', 'Africa/Lagos'], ['EAT', 'Africa/Nairobi'],
  ['IST', null], ['CST', null], ['BST', null], ['AST', null], ['ECT', null], ['GST', null],
])

/** What an ambiguous abbreviation may mean, for the hint. */
export const AMBIGUOUS_ZONES: ReadonlyMap<string, readonly string[]> = new Map([
  ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['CST', ['America/Chicago', 'Asia/Shanghai', 'America/Havana']],
  ['BST', ['Europe/London', 'Asia/Dhaka']],
  ['AST', ['America/Halifax', 'Asia/Riyadh']],
  ['ECT', ['America/Guayaquil', 'America/Puerto_Rico']],
  ['GST', ['Asia/Dubai', 'Atlantic/South_Georgia']],
])
