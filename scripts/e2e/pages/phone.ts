/** A guest's phone in the lobby. */
import { type Browser, expect, type Page } from 'playwright/test'
import { decodeQrs } from '../decode-qr.ts'

/** What a phone's camera reads off the lobby's screen, and the letters that stand beneath it. */
export async function scan(kiosk: Page): Promise<{ url: string; code: string }> {
  let seen: { url: string; code: string } | undefined
  // A welcome may lie over it for a while, and a ticket may be renewed between a look at the code and one at the letters.
  await expect
    .poll(
      async () => {
        const [code] = await kiosk.locator('.ticket-code').allTextContents()
        const text = (await decodeQrs(await kiosk.screenshot())).find(found => /^HTTPS?:/.test(found))
        const [after] = await kiosk.locator('.ticket-code').allTextContents()
        seen =
          code !== undefined && code === after && text !== undefined ? { url: new URL(text).href, code } : undefined
        return seen
      },
      { timeout: 60_000 },
    )
    .toBeDefined()
  if (seen === undefined) throw new Error('no QR on the screen')
  return seen
}

/** The codes on a phone's page, as the scanner at the lobby reads them: the one that changes, and the one to keep. */
export async function memberCodes(phone: Page): Promise<{ changing: string | undefined; kept: string | undefined }> {
  const codes = await decodeQrs(await phone.screenshot({ fullPage: true }))
  return { changing: codes.find(code => code.startsWith('v1.')), kept: codes.find(code => !code.startsWith('v1.')) }
}

export async function openPhone(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const page = await context.newPage()
  // Its own, which a journey can turn with the house's.
  await page.clock.install()
  await page.goto(url)
  return page
}
