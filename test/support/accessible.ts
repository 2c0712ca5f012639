// What axe finds on the page as it stands: wide and light, narrow and dark.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Colours are those of the scheme at any width, and the layout that of the width in any scheme: two looks see both. */
const looks = [
  { width: 1360, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

/** Each violation in one line: scheme, width, rule, place. The page looks as before afterwards. */
export async function axeViolations(page: Page): Promise<string[]> {
  const found: string[] = []
  const size = page.viewportSize() ?? { width: 1360, height: 860 }
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: size.height })
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, nodes } of violations)
      for (const { target } of nodes) found.push(`${colorScheme} ${width}: ${id} at ${target.join(' ')}`)
  }
  await page.emulateMedia({ colorScheme: null })
  await page.setViewportSize(size)
  return found
}
