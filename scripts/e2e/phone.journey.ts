import { expect } from 'playwright/test'
import { test } from './house.ts'
import { checkInCard, signIn } from './pages/console.ts'
import { openPhone, scan } from './pages/phone.ts'

test('a guest’s phone: scanned, enrolled, received, with a code for the next time', async ({ house, browser }) => {
  test.setTimeout(180_000)
  const desk = await house.open('d1-desk', { viewport: { width: 1440, height: 900 } })
  await signIn(desk, '林姐', '201801')
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  const { url, code } = await scan(kiosk, house.origin)

  const phone = await test.step('phone and lobby show the same code', async () => {
    const claimed = kiosk.locator('.ticket').filter({ hasText: '刚扫码的手机' })
    const [page] = await Promise.all([
      openPhone(browser, url),
      expect(claimed).toContainText(code, { timeout: 30_000 }),
    ])
    await expect(page.locator('.same-code-letters')).toHaveText(code)
    return page
  })

  await test.step('the ticket is used: another phone is told to scan again', async () => {
    const other = await openPhone(browser, url)
    await expect(other.getByText('请再扫大屏上的码')).toBeVisible()
    await expect(other.getByText('这个码已用过或过期')).toBeVisible()
    await other.context().close()
  })

  await test.step('a name is all that must be said', async () => {
    await phone.getByRole('button', { name: '同意并签到' }).click()
    await expect(phone.getByLabel('怎么称呼您')).toHaveAttribute('aria-invalid', 'true')
    await phone.getByLabel('怎么称呼您').fill('阿强')
    await phone.getByRole('button', { name: '威士忌' }).click()
    await phone.getByRole('button', { name: '同意并签到' }).click()
    await expect(phone.getByText('同事马上来接您')).toBeVisible()
    const card = checkInCard(desk, '阿强')
    await expect(card).toContainText('手机页面')
    await expect(card).toContainText('先看人，再称呼')
    await expect(kiosk.locator('body')).not.toContainText('阿强')
  })

  await test.step('seated; the code for the next time is there to keep', async () => {
    await checkInCard(desk, '阿强')
      .getByRole('button', { name: /^确认入座/ })
      .click()
    await expect(phone.getByText('今晚尽兴')).toBeVisible()
    await expect(phone.getByRole('img', { name: '您的会员码' })).toBeVisible()
    await expect(phone.getByText('本手机已记住您')).toBeVisible()
  })

  await test.step('the same phone, another evening: one tap', async () => {
    await phone.goto((await scan(kiosk, house.origin)).url)
    await expect(phone.getByText('欢迎再来')).toBeVisible()
    await expect(phone.getByRole('button', { name: '一键签到' })).toBeVisible()
  })
  await phone.context().close()
})
