/** Markup in every field that somebody fills: it is shown as it was typed, on every screen that shows it, and nothing of it runs. */
import { type BrowserContext, expect, type Page } from 'playwright/test'
import * as v from 'valibot'
import { playDesk } from './desk.ts'
import { evening, second } from './evening.ts'
import { headerFaults } from './header-faults.ts'
import { test } from './house.ts'
import { brief, full } from './markup.ts'
import { readMembers } from './members.ts'
import { go } from './pages/console.ts'
import { touchCard } from './pages/kiosk.ts'
import { comeIn, go as goOnPanel } from './pages/panel.ts'

const hour = 3_600_000

/** From the first script on: what the policy stopped is a hole too, only one that was covered. */
async function watch(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const faults: string[] = []
    Object.assign(window, { faults })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      faults.push(`${violatedDirective} ${blockedURI}`),
    )
  })
}

const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const strange =
      'body script:not([src^="/assets/"]),iframe,object,embed,base,math,template,details,animate,video,audio,body link,body meta,[onerror],[onload],[onclick],[ontoggle],[onfocus],[onbegin],[src="x"],[href^="javascript"],[srcdoc]'
    return [
      ...('faults' in window && Array.isArray(window.faults) ? window.faults.map(String) : ['not watched']),
      ...('xss' in window ? ['it ran'] : []),
      ...[...document.querySelectorAll(strange)].map(element => element.outerHTML.slice(0, 120)),
    ]
  })

/** All of it can be read, letter by letter. */
async function shows(page: Page, texts: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(wanted => {
        const shown = document.body.textContent ?? ''
        return wanted.filter(text => !shown.includes(text))
      }, texts),
    )
    .toEqual([])
  expect(await faultsOf(page)).toEqual([])
}

/** Another text than the name, as long as one may be. */
const bookedWith = (text: string) => `备注${text}`.slice(0, 80)

const Made = v.object({ member: v.string() })
const Card = v.object({ rev: v.number() })

test('markup in names, notes, lines, menus and bookings is text on every screen', async ({ house, browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 1200 } })
  await watch(context)
  const desk = await playDesk(house)
  const wang = (await readMembers()).find(({ cards }) => cards.some(({ number }) => number === house.keys.card))
  if (!wang) throw new Error('nobody has this card')

  await test.step('by staff: files, bookings, what the lobby says, the menu', async () => {
    for (const [at, called] of brief.entries()) {
      const long = full[at] ?? ''
      // More than a client may send at once.
      if (at % 5 === 0) await house.turn(2 * second)
      const details = {
        called,
        name: long,
        say: long,
        tastes: [called],
        taboos: [long.slice(0, 24)],
        note: long.repeat(3),
      }
      const { member } = v.parse(
        Made,
        await desk.tell({ type: 'NewMember', details: { ...details, welcome: true } }, true),
      )
      await desk.tell({ type: 'CheckInMember', member, party: 2 }, true)
      const arrivesAt = evening + hour
      const booked = { roomClass: 'small', party: 4, arrivesAt, heldUntil: arrivesAt + hour, deposit: false }
      await desk.tell({ type: 'Reserve', name: long, note: bookedWith(long), ...booked }, true)
    }
    await house.turn(2 * second)
    const file = await desk.client.query({ type: 'MemberCard', member: wang.id })
    const { rev } = v.parse(Card, file.ok && file.value)
    await desk.tell({ type: 'SaveMember', member: wang.id, rev, changes: { called: '<img src=x>', welcome: true } })
    const named = full.slice(0, 20).map(zhHans => ({ zhHans }))
    const changes = { name: { zhHans: '<svg onload=xss=1>' }, welcomeLines: named }
    await desk.tell({ type: 'SaveHouse', rev: 0, changes })
  })

  const phone =
    await test.step('by a guest in the lobby, whose phone, whose welcome and whose card at the desk show it', async () => {
      const kiosk = await house.open('d1-kiosk', { context })
      await kiosk.setViewportSize({ width: 1080, height: 1920 })
      const letters = kiosk.locator('.ticket-code')
      await expect(letters).toHaveText(/^[A-Z]{6}$/)
      await shows(kiosk, [full[0] ?? ''])
      const page = await context.newPage()
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${house.origin}/p`)
      await page.getByLabel('就在大屏的码下面').fill((await letters.textContent()) ?? '')
      await page.getByRole('button', { name: '确定' }).click()
      await page.getByLabel('怎么称呼您').fill('<svg/onload>')
      await page.getByRole('button', { name: '同意并签到' }).click()
      await shows(page, ['<svg/onload>'])
      await touchCard(kiosk, house.keys.card)
      await shows(kiosk, ['<img src=x>'])
      return page
    })

  await test.step('by a guest who changes it, thirty times', async () => {
    const own = phone.locator('.own-kept')
    for (const called of brief) {
      await phone.getByRole('button', { name: '更改' }).click()
      await phone.getByLabel('怎么称呼您').fill(called)
      await phone.getByRole('button', { name: '保存', exact: true }).click()
      await expect(own).toContainText(called)
    }
    expect(await faultsOf(phone)).toEqual([])
  })

  await test.step('a panel greets by it', async () => {
    const details = { called: '<b>王总</b>', welcome: true }
    const { member } = v.parse(Made, await desk.tell({ type: 'NewMember', details }, true))
    await desk.tell({ type: 'OpenVisit', room: 'v06', tariff: 'vip-timed', party: 2, member }, true)
    const panel = await house.open('d1-panelv06', { context })
    await shows(panel, ['<b>王总</b>'])
    await comeIn(panel)
    await goOnPanel(panel, '酒水')
    expect(await faultsOf(panel)).toEqual([])
  })

  await test.step('consoles list them, and show the file of each', async () => {
    desk.client.close()
    const console_ = await house.open('d1-simmanager', { context })
    await go(console_, '现场')
    // Of so many the live page names the first few, and the others when it is asked.
    await console_.locator('[data-slice-key="fold/arrivals"]').getByRole('button', { name: '更多' }).click()
    await shows(console_, brief)
    await go(console_, '预订')
    await shows(console_, [...full, ...full.map(bookedWith)])
    await go(console_, '会员')
    const search = console_.getByRole('searchbox')
    await search.fill('onerror')
    await console_.getByRole('button', { name: '<img src=x onerror=xss=1>' }).click()
    await shows(console_, [(full[1] ?? '').repeat(3), brief[1] ?? ''])
  })

  await test.step('and every file that was built comes with every header', async () => {
    expect(await headerFaults(house.origin)).toEqual([])
  })
  await context.close()
})
