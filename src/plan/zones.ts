/** Time zones in text: IANA names and abbreviations. */
import { fold } from './text.ts'
import { AMBIGUOUS_ZONES, PLACES, ZONE_ABBREVIATIONS, ZONE_REGIONS } from './vocabulary/zones.ts'

const IANA =
  /\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)\b/g
const SHORT = /(?<![A-Za-z])(UTC|GMT|[A-Z]{1,2}[DS]?T|[A-Z]{3,4}T|CEST|MESZ|MEZ|WIB|MSK)(?![A-Za-z])/g

export interface ZoneNotes {
  ambiguousZones: { zone: string; line: number }[]
  decidedZones: ReadonlyMap<string, string>
}

/** The zone that a text names; an abbreviation of several that the document does not decide is noted and gives null. */
export function zoneIn(text: string, line: number, notes: ZoneNotes | null): string | null {
  IANA.lastIndex = 0
  const iana = IANA.exec(text)
  if (iana?.[1]) return iana[1]
  for (const match of text.matchAll(SHORT)) {
    const short = match[1] as string
    const zone = ZONE_ABBREVIATIONS.get(short)
    if (zone) return zone
    if (zone === undefined) continue
    const decided = notes?.decidedZones.get(short)
    if (decided) return decided
    if (/\d/.test(text) || text.trim() === short) notes?.ambiguousZones.push({ zone: short, line })
  }
  return null
}

/** The zones that a text names and that are no other: IANA names, and abbreviations of one zone beside a digit. */
export function zonesIn(text: string): string[] {
  const found = [...text.matchAll(IANA)].map((match) => match[1] as string)
  for (const match of text.matchAll(SHORT)) {
    const zone = ZONE_ABBREVIATIONS.get(match[1] as string)
    if (zone && /\d/.test(text.slice(Math.max(0, match.index - 12), match.index + 12))) found.push(zone)
  }
  return found
}

/** What the document's cities, countries and other zones make of the abbreviations that mean several. */
export function decideZones(text: string): ReadonlyMap<string, string> {
  const decided = new Map<string, string>()
  const asked = [...AMBIGUOUS_ZONES.keys()].filter((short) => text.includes(short))
  if (asked.length === 0) return decided
  const named = new Set(zonesIn(text))
  const tokens = fold(text.slice(0, SAMPLE)).split(' ')
  tokens.forEach((token, i) => {
    const place = PLACES.get(`${token} ${tokens[i + 1] ?? ''}`) ?? PLACES.get(token)
    if (place) named.add(place)
  })
  const regions = new Set([...named].map(regionOf).filter((region) => region >= 0))
  for (const short of asked) {
    const zones = AMBIGUOUS_ZONES.get(short) ?? []
    const exact = zones.filter((zone) => named.has(zone))
    const near = exact.length > 0 ? exact : zones.filter((zone) => regions.has(regionOf(zone)))
    if (near.length === 1 && near[0]) decided.set(short, near[0])
  }
  return decided
}

/** As much of a document as is looked at for places. */
const SAMPLE = 200_000

/** Zones that a team of one country keeps beside each other. */
function regionOf(zone: string): number {
  return ZONE_REGIONS.findIndex((region) => region.includes(zone))
}
