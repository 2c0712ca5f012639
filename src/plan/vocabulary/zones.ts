/** Abbreviations and names of time zones → IANA. `null` marks those that mean several zones. */
export const ZONE_ABBREVIATIONS: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ['UTC', 'UTC'],
  ['GMT', 'Etc/GMT'],
  ['Z', 'UTC'],
  ['MDT', 'America/Denver'],
  ['MST', 'America/Denver'],
  ['MT', 'America/Denver'],
  ['PDT', 'America/Los_Angeles'],
  ['PST', 'America/Los_Angeles'],
  ['PT', 'America/Los_Angeles'],
  ['EDT', 'America/New_York'],
  ['ET', 'America/New_York'],
  ['CDT', 'America/Chicago'],
  ['CT', 'America/Chicago'],
  ['AKST', 'America/Anchorage'],
  ['AKDT', 'America/Anchorage'],
  ['HST', 'Pacific/Honolulu'],
  ['CET', 'Europe/Paris'],
  ['CEST', 'Europe/Paris'],
  ['MEZ', 'Europe/Berlin'],
  ['MESZ', 'Europe/Berlin'],
  ['WET', 'Europe/Lisbon'],
  ['WEST', 'Europe/Lisbon'],
  ['EET', 'Europe/Helsinki'],
  ['EEST', 'Europe/Helsinki'],
  ['MSK', 'Europe/Moscow'],
  ['TRT', 'Europe/Istanbul'],
  ['JST', 'Asia/Tokyo'],
  ['KST', 'Asia/Seoul'],
  ['SGT', 'Asia/Singapore'],
  ['HKT', 'Asia/Hong_Kong'],
  ['PHT', 'Asia/Manila'],
  ['WIB', 'Asia/Jakarta'],
  ['ICT', 'Asia/Bangkok'],
  ['AEST', 'Australia/Sydney'],
  ['AEDT', 'Australia/Sydney'],
  ['ACST', 'Australia/Adelaide'],
  ['AWST', 'Australia/Perth'],
  ['NZST', 'Pacific/Auckland'],
  ['NZDT', 'Pacific/Auckland'],
  ['BRT', 'America/Sao_Paulo'],
  ['ART', 'America/Argentina/Buenos_Aires'],
  ['CLT', 'America/Santiago'],
  ['COT', 'America/Bogota'],
  ['PET', 'America/Lima'],
  ['SAST', 'Africa/Johannesburg'],
  ['WAT', 'Africa/Lagos'],
  ['EAT', 'Africa/Nairobi'],
  ['IST', null],
  ['CST', null],
  ['BST', null],
  ['AST', null],
  ['ECT', null],
  ['GST', null],
  ['EST', null],
])

/** What an ambiguous abbreviation may mean, for the hint. */
export const AMBIGUOUS_ZONES: ReadonlyMap<string, readonly string[]> = new Map([
  ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
  ['CST', ['America/Chicago', 'Asia/Shanghai', 'America/Havana']],
  ['BST', ['Europe/London', 'Asia/Dhaka']],
  ['AST', ['America/Halifax', 'Asia/Riyadh']],
  ['ECT', ['America/Guayaquil', 'America/Puerto_Rico']],
  ['GST', ['Asia/Dubai', 'Atlantic/South_Georgia']],
  ['EST', ['America/New_York', 'Australia/Sydney']],
])

/** Zones that are kept side by side in one country or beside it: one of them in a document decides for another. */
export const ZONE_REGIONS: readonly (readonly string[])[] = [
  [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Detroit',
    'America/Anchorage',
    'Pacific/Honolulu',
    'America/Toronto',
    'America/Vancouver',
    'America/Halifax',
  ],
  ['Australia/Sydney', 'Australia/Melbourne', 'Australia/Brisbane', 'Australia/Adelaide', 'Australia/Perth'],
  ['Europe/London', 'Europe/Dublin', 'Etc/GMT', 'Europe/Lisbon', 'Europe/Paris', 'Europe/Berlin'],
  ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore'],
  ['Asia/Riyadh', 'Asia/Dubai'],
  ['Asia/Kolkata', 'Asia/Colombo'],
]

/** Zones of people who write the month before the day. */
export const MONTH_FIRST_ZONES: ReadonlySet<string> = new Set([
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Detroit',
  'America/Anchorage',
  'Pacific/Honolulu',
  'Asia/Manila',
  'Asia/Tokyo',
  'Asia/Seoul',
  'Asia/Shanghai',
  'Asia/Taipei',
])

/** Cities and countries, folded, that tell what an abbreviation means; short names that are common words are left out. */
const PLACE_LINES: Readonly<Record<string, string>> = {
  'Asia/Kolkata':
    'india; mumbai; delhi; bangalore; bengaluru; hyderabad; chennai; pune; kolkata; gurgaon; gurugram; noida; ahmedabad',
  'Europe/Dublin': 'ireland; dublin; galway',
  'Asia/Jerusalem': 'israel; tel aviv; jerusalem; haifa',
  'America/Chicago':
    'chicago; dallas; houston; austin; minneapolis; nashville; milwaukee; st louis; kansas city; new orleans; texas; illinois',
  'Asia/Shanghai': 'china; shanghai; beijing; shenzhen; hangzhou; guangzhou; chengdu; taipei; taiwan',
  'America/Havana': 'cuba; havana',
  'Europe/London':
    'london; uk; united kingdom; great britain; england; scotland; wales; manchester; edinburgh; glasgow; cardiff; bristol',
  'Asia/Dhaka': 'bangladesh; dhaka; chittagong',
  'America/Halifax': 'halifax; nova scotia; new brunswick',
  'Asia/Riyadh': 'saudi arabia; riyadh; jeddah; kuwait; qatar; doha; bahrain',
  'America/Guayaquil': 'ecuador; quito; guayaquil',
  'America/Puerto_Rico': 'puerto rico; san juan',
  'Asia/Dubai': 'dubai; abu dhabi; uae; united arab',
  'America/New_York':
    'new york; nyc; boston; philadelphia; atlanta; miami; washington; toronto; montreal; ottawa; usa; united states',
  'Australia/Sydney': 'sydney; melbourne; brisbane; canberra; australia',
}

/** Folded name of one or two words -> IANA. */
export const PLACES: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACE_LINES).flatMap(([zone, line]) =>
    line.split('; ').map((name) => [name, zone] as const),
  ),
)
