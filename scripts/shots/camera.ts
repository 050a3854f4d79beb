/** Opens pages of the demo's devices in a real Chromium, and takes still pictures when nothing moves any more. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { chromiumOptions } from '../bootstrap/chromium-options.mjs'
import type { House } from './house.ts'

export interface Size {
  readonly width: number
  readonly height: number
  /** Pixels of the picture for one CSS px; 1 unless given. */
  readonly scale?: number
}

/** `loud`: pages may sound before anybody touched them. */
export function launchChromium({ loud }: { loud: boolean }): Promise<Browser> {
  const options = chromiumOptions()
  return chromium.launch(loud ? { ...options, args: [...options.args, loudly] } : options)
}

const loudly = '--autoplay-policy=no-user-gesture-required'

/** A window of its own, with cookies of its own. */
export async function openWindow(browser: Browser, { width, height, scale = 1 }: Size): Promise<BrowserContext> {
  const window = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'zh-CN' })
  window.setDefaultTimeout(patienceMs)
  return window
}

const patienceMs = 60_000

/** Opens the page of a demo device, known by its token. */
export async function openDevice(
  house: House,
  context: BrowserContext,
  surface: 'kiosk' | 'panel' | 'console',
  device: string,
): Promise<Page> {
  const token = house.keys.tokens[device] ?? ''
  await context.addCookies([
    { name: `cm-${device}`, value: token, url: house.origin, httpOnly: true, sameSite: 'Strict' },
  ])
  const page = await context.newPage()
  complain(page, device)
  await page.goto(`${house.origin}/${surface}/${device}`)
  return page
}

/** What a page has to complain about is ours to hear. */
export function complain(page: Page, name: string): void {
  page.on('pageerror', error => console.error(`  ${name}: ${error.stack ?? error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') console.error(`  ${name}: ${message.text()}`)
  })
}

export async function shoot(page: Page, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await rest(page)
  await page.screenshot({ path: file })
}

/** Longer movements (a song's progress, time running out) go on. */
const shortMs = 1500

/** Until fonts are there and what moves for a moment has come to its end. */
export async function rest(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(async longest => {
      // What was just tapped is drawn with the next frame.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      await document.fonts.ready
      const short = document.getAnimations().filter(({ effect, playState }) => {
        const { endTime } = effect?.getComputedTiming() ?? {}
        return playState === 'running' && typeof endTime === 'number' && endTime <= longest
      })
      await Promise.allSettled(short.map(({ finished }) => finished))
      await document.fonts.ready
    }, shortMs)
  }
}
