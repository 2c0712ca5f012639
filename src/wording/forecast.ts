import type { Forecast } from '#domain/sprint/forecast.ts'
import { plural } from '#platform/blocks/text.ts'
import { dayText } from '#platform/blocks/when.ts'
import { percent } from './amounts.ts'

/** "Likely done by Thu 26 Nov, safely by Mon 30 Nov, …". */
export function forecastText(forecast: Forecast): string {
  if (forecast.method === 'done') return 'All that was committed is done. 🎉'
  if (forecast.method === 'none') return `No forecast: ${forecast.why}.`
  const { likely, safe, from, chance } = forecast
  const days = plural(from, 'day')
  if (likely === null) return `At the pace of the last ${days} the work takes longer than a quarter.`
  const until = safe === null ? 'with a long tail' : `safely by ${dayText(safe)}`
  if (chance === null)
    return `Likely done by ${dayText(likely)}, ${until}. Only ${days} of work to go by: a hint, no more.`
  return `Likely done by ${dayText(likely)}, ${until}; ${percent(chance)} of the runs end in time (drawn from ${days} of the team's own work).`
}
