/** What guests do on their room's panel. */
import { expect, type Locator, type Page } from 'playwright/test'

export async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: screen }).click()
}

/** All screens are there: the hub may go away. */
export async function comeIn(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-complete', '')
  await answerGreeting(page)
}

/** Who was greeted here before is not again. */
export async function answerGreeting(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: '开始' })
  const screens = page.getByRole('navigation', { name: '页面' })
  await expect(start.or(screens)).toBeVisible()
  // By a key: it is as large as the screen, so that a tap right after a tap on it is taken for the same finger's.
  if (await start.isVisible()) await start.press('Enter')
  await expect(screens).toBeVisible()
}

export async function speak(page: Page, name: string, lang: string): Promise<void> {
  await page.locator('.header-key').nth(1).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
}

/** From here on the page opens without the hub too. */
export async function keptByBrowser(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

export async function typeInitials(page: Page, letters: string): Promise<void> {
  const keys = page.getByRole('group', { name: '键盘' })
  for (const letter of letters) await keys.getByRole('button', { name: letter.toUpperCase(), exact: true }).click()
}

export const queued = (page: Page): Locator => page.locator('li.song-row')

export async function complain(page: Page, category: string): Promise<void> {
  await go(page, '服务')
  await page.getByRole('button', { name: '投诉' }).click()
  await page.getByRole('button', { name: category }).click()
}

/** Everything that this browser keeps, of any page of the hub, and what is on this one, as one text. */
export const memoryOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const kept: unknown[] = []
    for (const { name } of databases) {
      if (name === undefined) continue
      const database = await new Promise<IDBDatabase>((done, failed) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => done(opening.result)
        opening.onerror = () => failed(opening.error)
      })
      for (const store of database.objectStoreNames) {
        kept.push(
          await new Promise((done, failed) => {
            const reading = database.transaction(store).objectStore(store).getAll()
            reading.onsuccess = () => done(reading.result)
            reading.onerror = () => failed(reading.error)
          }),
        )
      }
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        kept.push([name, request.url, response && /panel$/.test(request.url) ? await response.text() : ''])
      }
    }
    const own = [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state]
    return JSON.stringify([kept, own, document.body.textContent])
  })
