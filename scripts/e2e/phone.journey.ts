import { expect, type Page } from 'playwright/test'
import { second } from './evening.ts'
import { type House, test } from './house.ts'
import { checkInCard, seat, signIn, typePin } from './pages/console.ts'
import { touchCard } from './pages/kiosk.ts'
import { key, press, typePhone } from './pages/lobby.ts'
import { memberCodes, openPhone, scan } from './pages/phone.ts'

async function lobbyAndDesk(house: House): Promise<{ kiosk: Page; desk: Page }> {
  const desk = await house.open('d1-desk', { viewport: { width: 1440, height: 900 } })
  await signIn(desk, '林姐', '201801')
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  return { kiosk, desk }
}

async function enrol(phone: Page, called: string): Promise<void> {
  await phone.getByLabel('怎么称呼您').fill(called)
  await phone.getByRole('button', { name: '同意并签到' }).click()
  await expect(phone.getByText('员工马上来接您')).toBeVisible()
}

test('a guest’s phone: scanned, enrolled, received, with a code for the next time', async ({ house, browser }) => {
  test.setTimeout(180_000)
  const { kiosk, desk } = await lobbyAndDesk(house)
  const { url, code } = await scan(kiosk)

  const phone = await test.step('phone and lobby show the same letters', async () => {
    const claimed = kiosk.locator('.ticket').filter({ hasText: '刚扫码的手机' })
    const [page] = await Promise.all([
      openPhone(browser, url),
      expect(claimed).toContainText(code, { timeout: 30_000 }),
    ])
    await expect(page.locator('.same-code-letters')).toHaveText(code)
    return page
  })

  await test.step('the ticket is used: another phone is told to scan again, or to type the letters', async () => {
    const other = await openPhone(browser, url)
    await expect(other.getByText('请再扫大屏上的码')).toBeVisible()
    const letters = other.getByLabel('或输入大屏上的六个字母')
    await letters.fill(code)
    await other.getByRole('button', { name: '确定' }).click()
    await expect(other.getByText('不对，请再看一眼大屏')).toBeVisible()
    // Away goes the word of the phone before, and with it its letters.
    await house.turn(31 * second)
    await expect.poll(async () => (await scan(kiosk)).code).not.toBe(code)
    const next = (await scan(kiosk)).code
    await letters.fill(next.toLowerCase())
    await other.getByRole('button', { name: '确定' }).click()
    await expect(other.locator('.same-code-letters')).toHaveText(next)
    await other.context().close()
  })

  await test.step('a name is all that must be said, and that is said in words', async () => {
    await phone.getByRole('button', { name: '同意并签到' }).click()
    await expect(phone.getByText('请写一个称呼')).toBeVisible()
    await phone.getByRole('button', { name: '威士忌' }).click()
    await enrol(phone, '阿强')
    const card = checkInCard(desk, '阿强')
    await expect(card).toContainText('手机页面')
    await expect(card).toContainText('先看人，再称呼')
    await expect(kiosk.locator('body')).not.toContainText('阿强')
  })

  await test.step('a phone number and a birthday are left at the lobby’s screen', async () => {
    await press(key(kiosk, '下次想用手机号签到？'))
    await typePhone(kiosk, '13912345678')
    await expect(kiosk.locator('body')).not.toContainText('13912345678')
    await press(key(kiosk, '确定'))
    await press(key(kiosk, '5月'))
    await press(key(kiosk, '20'))
    await expect(kiosk.getByText('记好了，下次输号码就行')).toBeVisible()
  })

  await test.step('they change what they are called, and the desk sees it', async () => {
    await phone.getByRole('button', { name: '更改' }).click()
    await phone.getByLabel('怎么称呼您').fill('强哥')
    await phone.getByRole('button', { name: '保存', exact: true }).click()
    await expect(phone.locator('.own-kept')).toContainText('强哥')
    await expect(checkInCard(desk, '强哥')).toBeVisible()
  })

  await test.step('seated; the code for the next time is there to keep', async () => {
    await seat(checkInCard(desk, '强哥'))
    await expect(phone.getByText('今晚尽兴')).toBeVisible()
    await expect(phone.getByText('本手机已记住您')).toBeVisible()
  })

  await test.step('the same phone, another evening: one tap', async () => {
    await phone.goto((await scan(kiosk)).url)
    await expect(phone.getByText('欢迎再来')).toBeVisible()
    await expect(phone.getByRole('button', { name: '一键签到' })).toBeVisible()
  })
  await phone.context().close()
})

test('the codes on a guest’s phone are read off its screen: each change counts once, the saved one always', async ({
  house,
  browser,
}) => {
  test.setTimeout(180_000)
  const { kiosk, desk } = await lobbyAndDesk(house)
  const phone = await openPhone(browser, (await scan(kiosk)).url)
  await enrol(phone, '阿强')
  const sendAway = async () => {
    await checkInCard(desk, '阿强').getByRole('button', { name: '不用接待' }).click()
    await expect(checkInCard(desk, '阿强')).toHaveCount(0)
    // Another touch, and the words of the last one are gone; on the phone it is another half minute too.
    await house.turn(31 * second, [kiosk, desk, phone])
    await expect(key(kiosk, '第一次来')).toBeVisible({ timeout: 30_000 })
  }
  /** The one that changes is good until half a minute after its own, so it is read right before it is touched. */
  const readCodes = async (before?: string) => {
    let codes: Awaited<ReturnType<typeof memberCodes>> = { changing: undefined, kept: undefined }
    await expect
      .poll(async () => {
        codes = await memberCodes(phone)
        return codes.changing !== undefined && codes.changing !== before && codes.kept !== undefined
      })
      .toBe(true)
    const { changing = '', kept = '' } = codes
    return { changing, kept }
  }
  const { changing: before } = await readCodes()
  await sendAway()
  const { changing, kept } = await readCodes(before)

  await test.step('the one that changes', async () => {
    await touchCard(kiosk, changing)
    await press(key(kiosk, '2位'))
    await expect(checkInCard(desk, '阿强')).toContainText('扫码')
    await checkInCard(desk, '阿强').getByRole('button', { name: '不用接待' }).click()
    await expect(checkInCard(desk, '阿强')).toHaveCount(0)
  })

  await test.step('a picture of it leads to nobody, and the desk hears why', async () => {
    await house.turn(10 * second)
    await touchCard(kiosk, changing)
    await expect(desk.getByRole('article').filter({ hasText: /同一个码又出现|码已过期/ })).toBeVisible()
    await expect(kiosk.locator('body')).not.toContainText('又出现')
  })

  await test.step('the saved one', async () => {
    await house.turn(31 * second)
    await expect(key(kiosk, '第一次来')).toBeVisible({ timeout: 30_000 })
    await touchCard(kiosk, kept)
    await press(key(kiosk, '3位'))
    await expect(checkInCard(desk, '阿强')).toContainText('先看人，再称呼')
  })
  await phone.context().close()
})

test('a member asks to leave on their phone, and the manager erases them for good', async ({ house, browser }) => {
  test.setTimeout(180_000)
  const { kiosk, desk } = await lobbyAndDesk(house)
  const manager = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  await signIn(manager, '周经理', '510841')
  const phone = await openPhone(browser, (await scan(kiosk)).url)
  await enrol(phone, '阿强')
  await phone.getByRole('button', { name: '退出会员' }).click()
  await phone.getByRole('button', { name: '我要退出' }).click()
  await expect(phone.getByText('已告诉经理，会为您删除。')).toBeVisible()
  await expect(desk.getByRole('region', { name: '想退出的会员' })).toHaveCount(0)
  await checkInCard(desk, '阿强').getByRole('button', { name: '不用接待' }).click()

  const leaving = manager.getByRole('region', { name: '想退出的会员' })
  await leaving.getByRole('button', { name: '删除会员' }).click()
  const dialog = manager.getByRole('dialog', { name: '删除阿强' })
  await dialog.getByRole('button', { name: '输 PIN 删除' }).click()
  await typePin(dialog, '510841')
  await expect(manager.getByText('阿强已删除')).toBeVisible()
  await expect(leaving).toHaveCount(0)
  await expect(phone.locator('.own')).toHaveCount(0)
  await phone.context().close()
})

test('a phone that remembers of a part of the page that it did not arrive has it once its guest is checked in', async ({
  house,
  browser,
}) => {
  const { kiosk } = await lobbyAndDesk(house)
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 390, height: 844 } })
  // However often this page asks for it: only one that starts anew has it.
  let pages = 0
  context.on('request', request => {
    if (request.isNavigationRequest()) pages += 1
  })
  await context.route(/\/done-.*\.js$/, route => (pages > 1 ? route.continue() : route.abort()))
  const phone = await context.newPage()
  await phone.goto((await scan(kiosk)).url)
  await enrol(phone, '阿强')
  expect(pages).toBe(2)
  await context.close()
})
