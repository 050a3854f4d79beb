/** What a small laptop shows of the console: every screen's key in the rail and the foot of a long screen lie within the window. */
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from 'playwright/test'
import { type Stages, serveStages } from '../lib/serve-stages.ts'
import { showState } from '../shots/show-state.ts'

let served: Stages

test.beforeAll(async () => {
  served = await serveStages(join(import.meta.dirname, '../..'))
})
test.afterAll(() => served.close())
test.use({ contextOptions: { reducedMotion: 'reduce' } })

/** What is left of 1366x768 under a browser's own bars, and its neighbours. */
const laptops = [
  { width: 1366, height: 650 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const

/** The last with three banners over all of it: the line to the hub is gone, and nothing sounds. */
const looks = ['lang=zh-Hans', 'lang=en', 'lang=zh-Hans&offline'] as const

const openConsole = (page: Page, query: string): Promise<void> =>
  showState(page, `${served.origin}hub/console/stage/?role=owner&${query}`, {})

/** Whole, and what a finger at its middle would touch. */
const inReach = (key: Locator): Promise<boolean> =>
  key.evaluate(element => {
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const touched = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return top >= 0 && bottom <= innerHeight && element.contains(touched)
  })

for (const size of laptops) {
  test(`every screen and its foot are reached at ${size.width}x${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    for (const look of looks) {
      await openConsole(page, `screen=devices&${look}`)
      const entries = await page.locator('.nav-item:visible').all()
      expect(entries.length, look).toBe(9)
      for (const entry of entries) {
        // Unscrolled: nobody looks for more in a rail that ends well.
        expect.soft(await inReach(entry), `${look}: ${await entry.textContent()}`).toBe(true)
      }
      await page.locator('#screen').evaluate(screen => screen.scrollTo(0, screen.scrollHeight))
      const last = page.locator('#screen button').last()
      expect.soft(await inReach(last), `${look}: ${await last.textContent()}`).toBe(true)
    }
  })
}

test('the words about the keys stand whole at the foot of a quiet evening', async ({ page }) => {
  for (const size of laptops) {
    await page.setViewportSize(size)
    await openConsole(page, 'screen=live&empty&offline')
    await page.locator('.alerts').evaluate(list => list.scrollTo(0, list.scrollHeight))
    expect.soft(await inReach(page.locator('.alerts-keys')), `${size.width}x${size.height}`).toBe(true)
  }
})
