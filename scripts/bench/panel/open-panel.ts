/** A room's panel in a real Chromium, as slow as a venue's tablet, on a hub as it is built. */
import { type CDPSession, chromium, type Page } from 'playwright'
import { chromiumOptions } from '../../bootstrap/chromium-options.mjs'
import { startHub } from '../child.ts'
import { openRooms } from '../open-house.ts'
import { makeHouse, panelOf } from '../venue.ts'
import { openBar } from './open-bar.ts'

export interface OpenPanel {
  readonly page: Page
  readonly devtools: CDPSession
  close(): Promise<void>
}

/** DESIGN: a tablet's processor is taken for a quarter as fast as the machine's. */
export const slowdown = 4

/** With guests in its room, greeted, all screens there, and a bar that brings what is ordered. */
export async function openPanel(folder: string): Promise<OpenPanel> {
  const house = await makeHouse({ folder, rooms: 1, members: 400, songs: [] })
  const hub = await startHub({ folder })
  const browser = await chromium.launch(chromiumOptions())
  try {
    await openRooms(house, hub.origin)
    const bar = await openBar(house, hub.origin)
    const device = panelOf(0)
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1280, height: 800 },
      // What is measured is asked in strings, which the page's own policy would not run.
      bypassCSP: true,
    })
    const cookie = { name: `cm-${device}`, value: house.tokens[device] ?? '', url: hub.origin, httpOnly: true }
    await context.addCookies([{ ...cookie, sameSite: 'Strict' }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await page.goto(`${hub.origin}/panel/${device}`)
    await page.locator('html[data-complete]').waitFor()
    await page.locator('.greeting-start').press('Enter')
    await page.getByRole('navigation', { name: '页面' }).waitFor()
    return {
      page,
      devtools,
      async close() {
        bar.close()
        await browser.close()
        await hub.stop()
      },
    }
  } catch (error) {
    await browser.close()
    await hub.stop()
    throw error
  }
}
