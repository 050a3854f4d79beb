/** No venue PC need have a Chinese font of its own: what the hub did not give is an empty box. */
import { type Browser, expect, type Page } from 'playwright/test'
import { playDesk } from './desk.ts'
import { type House, test } from './house.ts'
import { failedFaces, lettersWithoutFont } from './pages/fonts.ts'
import { offline } from './pages/guests.ts'
import { comeIn, speak } from './pages/panel.ts'
import { eachScreen } from './pages/screens.ts'
import { openParty } from './party.ts'

const allDrawn = (page: Page, where: string) => expect.poll(() => lettersWithoutFont(page), { message: where }).toBe('')

test('a language chosen while the hub is away is drawn whole, on every screen', async ({ house }) => {
  const panel = await openParty(house, 'v06')
  await house.kill()
  await expect(offline(panel)).toBeVisible()
  for (const [name, lang] of [
    ['繁體中文', 'zh-Hant'],
    ['English', 'en'],
  ] as const) {
    await speak(panel, name, lang)
    await allDrawn(panel, lang)
    await eachScreen(panel, `${lang} screen`, where => allDrawn(panel, where))
  }
})

/** A page to which the hub's files of this name do not come, until they are let. */
async function openWithout(
  what: RegExp,
  { house, browser, device }: { house: House; browser: Browser; device: string },
): Promise<{ page: Page; let: () => void }> {
  // A worker's requests go past the route.
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    serviceWorkers: 'block',
  })
  let cut = true
  await context.route(what, route => (cut ? route.abort() : route.continue()))
  const page = await house.open(device, { context })
  await page.evaluate(() => Object.assign(window, { sameLoad: true }))
  return {
    page,
    let: () => {
      cut = false
    },
  }
}

test('what could not be fetched of a font is fetched when the hub is back, without a reload', async ({
  house,
  browser,
}) => {
  const desk = await playDesk(house)
  await desk.open('v06')
  const panel = await openWithout(/noto-.*\.woff2$/, { house, browser, device: 'd1-panelv06' })
  await comeIn(panel.page)
  await house.kill()
  await expect(offline(panel.page)).toBeVisible()
  await speak(panel.page, '繁體中文', 'zh-Hant')
  await expect.poll(() => failedFaces(panel.page)).toBeGreaterThan(0)
  expect(await lettersWithoutFont(panel.page)).not.toBe('')
  panel.let()
  await house.start()
  await expect(panel.page.getByText('已連線')).toBeVisible()
  await expect.poll(() => failedFaces(panel.page)).toBe(0)
  await allDrawn(panel.page, 'zh-Hant')
  expect(await panel.page.evaluate(() => 'sameLoad' in window)).toBe(true)
})

for (const device of ['d1-kiosk', 'd1-manager']) {
  test(`so are its style sheets: ${device}`, async ({ house, browser }) => {
    const one = await openWithout(/(noto-.*\.woff2|tc-[^/]*\.css)$/, { house, browser, device })
    const facesOfTc = () =>
      one.page.evaluate(() => [...document.fonts].filter(({ family }) => /TC/.test(family)).length)
    await expect.poll(() => failedFaces(one.page)).toBeGreaterThan(0)
    expect(await facesOfTc()).toBe(0)
    // Of the words fetched ahead none is to be missing: for them the lobby screen starts anew.
    await one.page.waitForLoadState('networkidle')
    await house.kill()
    await expect(one.page.getByText(/离线|重连|连接中|断/).first()).toBeVisible()
    one.let()
    await house.start()
    await expect.poll(facesOfTc).toBeGreaterThan(0)
    await expect.poll(() => failedFaces(one.page)).toBe(0)
    await allDrawn(one.page, device)
    expect(await one.page.evaluate(() => 'sameLoad' in window)).toBe(true)
  })
}
