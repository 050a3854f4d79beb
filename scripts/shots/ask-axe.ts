/** What axe finds on a page as it stands: names, roles, order, and contrast as axe sees it. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

export async function askAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Else it opens a second page for every page it looks at: here no frame needs one.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
