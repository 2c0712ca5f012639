/** Time zones in text: IANA names and abbreviations. */
import { ZONE_ABBREVIATIONS } from './vocabulary/zones.ts'

const IANA =
  /\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)\b/
const SHORT = /(?<![A-Za-z])(UTC|GMT|[A-Z]{1,2}[DS]?T|[A-Z]{3,4}T|CEST|MESZ|MEZ|WIB|MSK)(?![A-Za-z])/g

/** The zone that a text names; an ambiguous abbreviation is noted and gives null. */
export function zoneIn(
  text: string,
  line: number,
  notes: { ambiguousZones: { zone: string; line: number }[] } | null,
): string | null {
  const iana = IANA.exec(text)
  if (iana?.[1]) return iana[1]
  for (const match of text.matchAll(SHORT)) {
    const zone = ZONE_ABBREVIATIONS.get(match[1] as string)
    if (zone) return zone
    if (zone === null && /\d/.test(text)) notes?.ambiguousZones.push({ zone: match[1] as string, line })
  }
  return null
}
