import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import { type BrowserContext, expect, type Page } from 'playwright/test'
import { type LanHouse, lanAddress, test } from './lan-house.ts'
import { go, signIn } from './pages/console.ts'
import { openPhone, scan } from './pages/phone.ts'

test.use({ unpaired: ['r201', 'r202', 'r203'] })
// biome-ignore lint/suspicious/noSkippedTests: without a network there is no address to show it at.
test.skip(lanAddress() === undefined, 'this machine is on no network')

async function contextOn({ trusting, cookie }: LanHouse, device?: string): Promise<BrowserContext> {
  const context = await trusting.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  if (device !== undefined) await context.addCookies([cookie(device)])
  return context
}

async function openOn(house: LanHouse, surface: string, device?: string): Promise<Page> {
  const page = await (await contextOn(house, device)).newPage()
  await page.goto(`${house.origin}/${surface}${device === undefined ? '' : `/${device}`}`)
  return page
}

/** What a browser lets a page do here. */
const powers = (page: Page) =>
  page.evaluate(() => ({
    secure: isSecureContext,
    camera: 'mediaDevices' in navigator,
    awake: 'wakeLock' in navigator,
    worker: 'serviceWorker' in navigator,
  }))

/** By the authority that the trust page gives away, and by nothing else: name, constraints, dates, chain. */
async function strictly({ origin, guestOrigin }: LanHouse, path: string): Promise<number | undefined> {
  const file = Buffer.from(await (await fetch(`${guestOrigin}/trust/changming-ca.crt`)).arrayBuffer())
  const ca = new X509Certificate(file).toString()
  return new Promise((answered, failed) => {
    request(origin + path, { ca, agent: false }, response => {
      response.resume()
      answered(response.statusCode)
    })
      .on('error', failed)
      .end()
  })
}

test('on the venue’s network: devices over HTTPS, tablets paired one after the other, a guest’s phone over HTTP', async ({
  house,
}) => {
  const { origin, guestOrigin } = house

  await test.step('the certificate holds, and each port has only what is its own', async () => {
    expect(origin).toMatch(/^https:\/\/\d/)
    expect(await strictly(house, '/healthz')).toBe(200)
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed')
    for (const path of ['/phone', '/p', '/P/ABCDEFGH']) expect(await strictly(house, path)).toBe(404)
    for (const path of ['/console', '/panel', '/kiosk', '/healthz']) {
      const { status, headers } = await fetch(guestOrigin + path, { redirect: 'manual' })
      expect([path, status]).toEqual([path, 404])
      expect(headers.get('set-cookie')).toBeNull()
    }
    for (const path of ['/pair/ask', '/pair/claim', '/pair/renew']) {
      const headers = { 'content-type': 'application/json', origin: guestOrigin }
      expect((await fetch(guestOrigin + path, { method: 'POST', headers, body: '{}' })).status).toBe(404)
    }
  })

  const desk = await openOn(house, 'console', 'd1-manager')
  await signIn(desk, '周经理', '510841')

  await test.step('three tablets: the PIN once, then six keys each and no tap', async () => {
    await go(desk, '设备')
    await desk.getByRole('button', { name: '连续配平板' }).click()
    const dialog = desk.getByRole('dialog')
    await expect(dialog).toContainText('周经理，输入六位PIN')
    await desk.keyboard.type('510841')
    const letters = dialog.getByLabel('设备上的六个字母')
    await expect(letters).toBeFocused()
    const seconds: number[] = []
    for (const room of ['201', '202', '203']) {
      const began = performance.now()
      const tablet = await openOn(house, 'panel')
      await expect(dialog.getByRole('button', { name: room, exact: true })).toHaveAttribute('aria-pressed', 'true')
      const shown = tablet.getByRole('status')
      await expect(shown).toHaveAttribute('aria-label', /^(\w ?){6}$/)
      const code = ((await shown.getAttribute('aria-label')) ?? '').replaceAll(' ', '')
      await desk.keyboard.type(code)
      await expect(tablet.locator('.idle-room, .greeting-room')).toHaveText(room)
      await expect(dialog.getByRole('status')).toContainText(`${room} 开好了`)
      await expect(letters).toBeFocused()
      seconds.push((performance.now() - began) / 1000)
      expect(await powers(tablet)).toEqual({ secure: true, camera: true, awake: true, worker: true })
      await tablet.context().close()
    }
    const each = seconds.map(one => one.toFixed(1)).join(', ')
    console.log(`  pairing tablets: 6 keys and 0 taps each; ${each} s from the address to the room's name`)
    await desk.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('a guest’s phone comes by the lobby’s QR, over HTTP, with no cookie', async () => {
    const kiosk = await openOn(house, 'kiosk', 'd1-kiosk')
    const { url, code } = await scan(kiosk)
    expect(url.startsWith(`${guestOrigin}/`)).toBe(true)
    const phone = await openPhone(house.stranger, url)
    await expect(phone.locator('.same-code-letters')).toHaveText(code)
    expect(await phone.context().cookies()).toEqual([])
    expect(await powers(phone)).toEqual({ secure: false, camera: false, awake: false, worker: false })
    await phone.getByLabel('怎么称呼您').fill('阿强')
    await phone.getByRole('button', { name: '同意并签到' }).click()
    await expect(phone.getByText('员工马上来接您')).toBeVisible()
    await go(desk, '现场')
    await expect(desk.getByRole('article').filter({ hasText: '阿强' })).toBeVisible()
    await phone.context().close()
  })
})
