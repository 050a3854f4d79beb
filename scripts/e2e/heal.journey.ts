/** A part of a page that did not arrive: browsers may remember that, however often the page asks; only one that starts anew has it. */
import { type Browser, expect, type Page } from 'playwright/test'
import { second } from './evening.ts'
import { type House, test } from './house.ts'
import { key, press } from './pages/lobby.ts'

interface Cut {
  readonly page: Page
  /** How often it began. */
  readonly begun: () => number
}

/** The first page of this context gets no script whose file or words are these. */
async function openWithout(
  what: RegExp | string,
  { house, browser, device }: { house: House; browser: Browser; device?: string },
): Promise<Cut> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1080, height: 1920 },
    // A worker's requests go past the route.
    serviceWorkers: 'block',
  })
  let pages = 0
  context.on('request', request => {
    if (request.isNavigationRequest()) pages += 1
  })
  await context.route(/\/assets\/.*\.js$/, async route => {
    if (pages > 1) return route.continue()
    if (typeof what !== 'string') return what.test(route.request().url()) ? route.abort() : route.continue()
    const response = await route.fetch()
    return (await response.text()).includes(what) ? route.abort() : route.fulfill({ response })
  })
  const page = device === undefined ? await context.newPage() : await house.open(device, { context })
  return { page, begun: () => pages }
}

for (const [part, what] of [
  ['what it answers with', /\/answers-/],
  ['the words of another language', 'First visit'],
  ['the words of its own', '第一次来'],
] as const) {
  test(`a lobby screen to which ${part} did not come has it a moment later`, async ({ house, browser }) => {
    const { page, begun } = await openWithout(what, { house, browser, device: 'd1-kiosk' })
    await expect.poll(begun).toBe(2)
    await press(key(page, '第一次来'))
    await expect(key(page, '2位')).toBeVisible()
    await press(key(page, 'English'))
    await expect(key(page, '2 people')).toBeVisible()
    expect(begun()).toBe(2)
  })
}

test('a lobby screen does not start anew under a guest’s hands', async ({ house, browser }) => {
  const { page, begun } = await openWithout(/\/still-there-/, { house, browser, device: 'd1-kiosk' })
  const asked = page.waitForRequest(/\/still-there-/)
  await press(key(page, '第一次来'))
  await expect(key(page, '2位')).toBeVisible()
  await house.turn(61 * second)
  await asked
  await expect(key(page, '2位')).toBeVisible()
  expect(begun()).toBe(1)
  await house.turn(31 * second)
  await expect.poll(begun).toBe(2)
  await expect(key(page, '第一次来')).toBeVisible()
})

for (const [surface, part] of [
  ['kiosk', /\/unready-/],
  ['panel', /\/pairing-/],
] as const) {
  test(`a ${surface} that nobody knows yet and to which its own code did not come shows it a moment later`, async ({
    house,
    browser,
  }) => {
    const { page, begun } = await openWithout(part, { house, browser })
    await page.goto(`${house.origin}/${surface}`)
    await expect.poll(begun).toBe(2)
    await expect(page.getByRole('status').filter({ hasText: /^[A-Z0-9]{6}$/ })).toBeVisible()
  })
}

for (const [device, words] of [
  ['d1-panelv06', '酒水'],
  ['d1-desk', '登录'],
] as const) {
  test(`a page that came without the words of its language has them a moment later: ${device}`, async ({
    house,
    browser,
  }) => {
    const { begun } = await openWithout(words, { house, browser, device })
    await expect.poll(begun).toBe(2)
  })
}
