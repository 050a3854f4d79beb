/** The demo's wall as a newcomer sees it: Mr Wang's party in V08, calls and orders beside it, and the next guest sung in. */
import type { BrowserContext, Frame, Page } from 'playwright'
import { wallRoom } from '../demo/devices.ts'
import { complain, openWindow, shoot } from './camera.ts'
import type { House } from './house.ts'
import { languages, type Reel, speak } from './reel.ts'

const size = { width: 1920, height: 1080 }

export async function takeWall({ house, browser, evening, file }: Reel): Promise<void> {
  for (const language of languages) {
    const window = await openWindow(browser, size)
    await remember(window, language.locale, await evening.wangsVisit())
    const page = await window.newPage()
    complain(page, 'wall')
    await page.goto(wallLink(house))
    const kiosk = await frameOf(page, 'kiosk')
    await kiosk.locator('.ticket-qr svg').waitFor()
    await speak(kiosk, language, kiosk.locator('body'))
    await (await frameOf(page, 'panel')).locator('.nav-entry').first().waitFor()
    for (const device of ['d1-bar', 'd1-manager']) {
      const console = await frameOf(page, device)
      await console.locator('.banners button').first().click()
    }
    // The guest whose code the wall's hand holds.
    await page.locator('.wall-step button').last().click()
    await kiosk.locator('.ceremony .seal, .ceremony .welcome-name').first().waitFor()
    await house.turn(sungMs)
    await shoot(page, file(`wall-${language.tag}.png`))
    await window.close()
    await evening.clearLobby()
    await house.turn(overMs)
  }
}

/** Seal landed, and the same guest again is a new touch. */
const sungMs = 1000
const overMs = 40_000

/** What the devices keep over a reload. */
function remember(window: BrowserContext, locale: string, visit: string): Promise<unknown> {
  const kept = {
    'changming-wall-language': locale,
    'changming.d1-bar.language': locale,
    'changming.d1-manager.language': locale,
    [`cm-panel-d1-panel${wallRoom}-guest`]: JSON.stringify({ visit, locale, large: false }),
  }
  return window.addInitScript(entries => {
    for (const [key, value] of entries) localStorage.setItem(key, value)
  }, Object.entries(kept))
}

function wallLink({ origin, keys, link }: House): string {
  const parts = new URLSearchParams({ power: `${origin}/`, card: keys.card, code: keys.code })
  const add = (surface: string, device: string) => parts.append(surface, `${device}:${link(device)}`)
  add('kiosk', 'd1-kiosk')
  add('panel', `d1-panel${wallRoom}`)
  for (const device of ['d1-bar', 'd1-floor', 'd1-manager']) add('console', device)
  return `${origin}/wall#${parts.toString()}`
}

async function frameOf(page: Page, part: string): Promise<Frame> {
  const frame = await (await page.locator(`iframe[src*="${part}"]`).elementHandle())?.contentFrame()
  if (!frame) throw new Error(`the wall shows no ${part}`)
  return frame
}
