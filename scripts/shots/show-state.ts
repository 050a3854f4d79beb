/** Brings a stage into one of its states: opened, pressed, typed, given a file, and come to rest. */
import type { Page } from 'playwright'
import { rest } from './camera.ts'
import type { ScreenState } from './panel-states.ts'

/** A key that is not there is a fault of the list, ms. */
const patienceMs = 8000

export async function showState(
  page: Page,
  address: string,
  { press = [], type = '', into, file, holds = '-', until, end }: Omit<ScreenState, 'screen' | 'state' | 'query'>,
): Promise<void> {
  await page.goto(address)
  await page.locator('body > *').first().waitFor({ state: 'attached', timeout: patienceMs })
  await fetched(page)
  // The panel hears taps before it thinks about fonts; a picture waits for the last of them.
  await page.waitForFunction(() => [...document.fonts].some(({ family }) => family.includes('KR')), undefined, {
    timeout: patienceMs,
  })
  if (press.length > 0 || type !== '') await rest(page)
  for (const key of press) {
    // By its own word, not by a point of the glass: what was pressed before may lie there.
    await page.locator(key).first().dispatchEvent('click', undefined, { timeout: patienceMs })
  }
  if (type !== '') {
    // Whoever listens to the keys is there with what was pressed.
    await rest(page)
    if (into !== undefined) await page.locator(into).first().focus({ timeout: patienceMs })
    await page.keyboard.type(type)
  }
  if (file !== undefined) {
    const chosen = { name: file, mimeType: 'text/csv', buffer: Buffer.from(holds) }
    await page.locator('input[type=file]').setInputFiles(chosen, { timeout: patienceMs })
  }
  if (until !== undefined) await page.locator(until).first().waitFor({ timeout: patienceMs })
  await fetched(page)
  await rest(page)
  if (end === undefined) return
  await page
    .locator(end)
    .first()
    .evaluate(element => element.scrollIntoView({ block: 'end' }), undefined, { timeout: patienceMs })
  await rest(page)
}

/** Parts that were on their way are there. */
async function fetched(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.fetching'), undefined, { timeout: patienceMs })
}
