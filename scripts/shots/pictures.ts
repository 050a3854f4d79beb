/** The README's pictures: one Saturday night, each screen in Chinese and in English, and the welcome as a film. */
import { writeFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import { wallRoom } from '../demo/devices.ts'
import { openDevice, openWindow, type Size, shoot } from './camera.ts'
import { takeFilm } from './film/take-film.ts'
import { holdDevice } from './hand.ts'
import type { House } from './house.ts'
import { languages, type Reel, speak } from './reel.ts'
import { takeWall } from './wall.ts'

const sizes = {
  kiosk: { width: 1080, height: 1920, scale: 0.5 },
  film: { width: 1080, height: 1920, scale: 1 / 3 },
  phone: { width: 390, height: 844 },
  panel: { width: 1280, height: 800 },
  console: { width: 1440, height: 900 },
} as const satisfies Record<string, Size>

/**
 * In the order of the evening: each step leaves the house as the next one needs it. One that fails is said, and the others
 * are taken nevertheless. Answers how many failed.
 */
export async function takePictures(reel: Reel): Promise<number> {
  const seatWang = () => reel.evening.seatWang()
  let failures = 0
  for (const step of [takeKiosk, takePhone, takeWelcome, takeBoards, seatWang, takePanel, takeMember, takeWall]) {
    try {
      await step(reel)
    } catch (error) {
      failures += 1
      console.error(error)
    }
  }
  return failures
}

async function takeKiosk({ house, browser, file }: Reel): Promise<void> {
  const window = await openWindow(browser, sizes.kiosk)
  const page = await openDevice(house, window, 'kiosk', 'd1-kiosk')
  await page.locator('.ticket-qr svg').waitFor()
  for (const language of languages) {
    await speak(page, language, page.locator('body'))
    await shoot(page, file(`kiosk-${language.tag}.png`))
  }
  await window.close()
}

/** Opened by the kiosk's QR, as a guest's phone does. */
async function takePhone({ house, browser, file }: Reel): Promise<void> {
  const kiosk = await holdDevice(house, 'kiosk', 'd1-kiosk')
  const ticket = await kiosk.sees('a ticket', () => kiosk.one('ticket'))
  const window = await openWindow(browser, sizes.phone)
  const page = await window.newPage()
  await page.goto(ticket.url)
  for (const language of languages) {
    await speak(page, language, page.locator('body'))
    await shoot(page, file(`phone-${language.tag}.png`))
  }
  await window.close()
  kiosk.close()
}

/** Mr Wang's card touches the reader: dim, gold, seal, and into the ribbon. */
async function takeWelcome({ house, browser, file }: Reel): Promise<void> {
  const name = file('welcome.gif')
  const window = await openWindow(browser, sizes.film)
  await window.clock.install({ time: house.now() })
  const page = await openDevice(house, window, 'kiosk', 'd1-kiosk')
  await page.locator('.ticket-qr svg').waitFor()
  const touch = () => typeAsReader(page, house.keys.card)
  const film = await takeFilm({ house, page, framesPerSecond: 12, lastsMs: 11_000, cue: { atMs: 400, act: touch } })
  await writeFile(name, film)
  await window.close()
  const kiosk = await holdDevice(house, 'kiosk', 'd1-kiosk')
  const checkIn = kiosk.all('checkin').find(({ step }) => step === 'say-party')
  if (checkIn) await kiosk.tap({ type: 'SayParty', checkIn: checkIn.id, party: 8 })
  kiosk.close()
}

async function typeAsReader(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** What rings, every room, what is to be poured: while Mr Wang still stands in the lobby. */
async function takeBoards({ house, browser, file }: Reel): Promise<void> {
  const window = await openWindow(browser, sizes.console)
  const manager = await openConsole(house, window, 'd1-manager')
  const station = await openDevice(house, window, 'console', 'd1-bar')
  await startShift(station)
  for (const language of languages) {
    await speak(manager, language, manager.locator('body'))
    await screen(manager, 0).click()
    await shoot(manager, file(`console-live-${language.tag}.png`))
    await screen(manager, 1).click()
    await shoot(manager, file(`console-floor-${language.tag}.png`))
    await speak(station, language, station.locator('body'))
    await shoot(station, file(`console-bar-${language.tag}.png`))
  }
  await window.close()
}

async function takePanel({ house, browser, file }: Reel): Promise<void> {
  const window = await openWindow(browser, sizes.panel)
  const page = await openDevice(house, window, 'panel', `d1-panel${wallRoom}`)
  await page.locator('.greeting-start').click()
  for (const language of languages) {
    // A tap at once where the greeting's key was is taken for the same finger's: it is given again.
    const choice = page.getByRole('dialog')
    do await page.locator('.header-key').nth(1).click()
    while (!(await isThere(choice)))
    await speak(page, language, choice)
    for (const [name, at] of Object.entries({ playlist: 0, drinks: 2, service: 3 })) {
      await page.locator('.nav-entry').nth(at).click()
      await shoot(page, file(`panel-${name}-${language.tag}.png`))
    }
  }
  await window.close()
}

/** Within a second. */
const isThere = (what: Locator): Promise<boolean> =>
  what.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  )

async function takeMember({ house, browser, file }: Reel): Promise<void> {
  const window = await openWindow(browser, sizes.console)
  const page = await openConsole(house, window, 'd1-manager')
  await screen(page, 3).click()
  await page.locator('#member-search').fill('王总')
  await page.locator('.member-hit').first().click()
  for (const language of languages) {
    await speak(page, language, page.locator('body'))
    await page.locator('.member h1, .member h2').first().waitFor()
    await shoot(page, file(`console-member-${language.tag}.png`))
  }
  await window.close()
}

const screen = (page: Page, at: number) => page.locator('.nav-item').nth(at)

async function openConsole(
  house: House,
  window: Awaited<ReturnType<typeof openWindow>>,
  device: string,
): Promise<Page> {
  const page = await openDevice(house, window, 'console', device)
  const manager = house.keys.pins.find(({ role }) => role === 'manager')
  if (!manager) throw new Error('nobody is manager')
  await page.locator('.person, .nav-item').first().waitFor()
  if (await page.locator('.person').count()) {
    await page.locator('.person', { hasText: manager.name }).click()
    await page.keyboard.type(manager.pin)
  }
  await screen(page, 0).waitFor()
  await startShift(page)
  return page
}

/** 打开声音 or 开始值班: the banner about the sound goes away. */
async function startShift(page: Page): Promise<void> {
  await page.locator('.banners button').first().click()
  await page.locator('.banners button').first().waitFor({ state: 'detached' })
}
