/** The demo's wall as a newcomer sees it: Mr Wang's party in V08, calls and orders beside it, and the next guest sung in. */
import type { BrowserContext, Frame, Page } from 'playwright'
import { wallRoom } from '../demo/devices.ts'
import { complain, openWindow, shoot } from './camera.ts'
import { holdDevice } from './hand.ts'
import type { House } from './house.ts'
import { languages, type Reel, speak } from './reel.ts'

const size = { width: 1920, height: 1080 }

export async function takeWall({ house, browser, evening, file }: Reel): Promise<void> {
  const reader = await holdDevice(house, 'reader', 'd1-reader')
  for (const [at, language] of languages.entries()) {
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
      await console.locator('.banners button').first().waitFor({ state: 'detached' })
    }
    // A machine without a voice says so once.
    for (const device of ['d1-bar', 'd1-manager'])
      await (await frameOf(page, device)).locator('.toast').waitFor({ state: 'detached' })
    await reader.tap({ type: 'TouchCard', card: house.guestCards[at] ?? '' })
    await kiosk.locator('.ceremony .seal, .ceremony .welcome-name').first().waitFor()
    // Sung out, and what the guest is asked or told has risen.
    await kiosk.locator('.lobby[data-singing][data-asking]').waitFor()
    await shoot(page, file(`wall-${language.tag}.png`))
    await window.close()
    await evening.clearLobby()
    await house.turn(overMs)
  }
  reader.close()
}

/** The welcome and its ribbon are gone. */
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
