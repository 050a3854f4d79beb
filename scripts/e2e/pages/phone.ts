/** A guest's phone in the lobby. */
import type { Browser, Page } from 'playwright/test'

/** What the QR on the lobby's screen says: as a phone's camera reads it, here from the frame that the screen was sent. */
export async function scan(kiosk: Page, origin: string): Promise<{ url: string; code: string }> {
  const ticket = new Promise<{ url: string; code: string }>(found =>
    kiosk.on('websocket', socket =>
      socket.on('framereceived', ({ payload }) => {
        const [, url, code] = /"url":"([^"]+)","code":"([^"]+)"/.exec(String(payload)) ?? []
        if (url !== undefined && code !== undefined) found({ url: origin + new URL(url).pathname, code })
      }),
    ),
  )
  await kiosk.reload()
  return ticket
}

export async function openPhone(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  })
  const page = await context.newPage()
  await page.goto(url)
  return page
}
