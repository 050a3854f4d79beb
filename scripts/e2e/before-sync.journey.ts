import { expect } from 'playwright/test'
import { playDesk } from './desk.ts'
import { test } from './house.ts'
import { column } from './pages/console.ts'
import { offline, order } from './pages/guests.ts'
import { comeIn } from './pages/panel.ts'

test('what was decided and is on no disk was shown to nobody, and is done once', async ({ house }) => {
  const desk = await playDesk(house)
  await desk.open('v06')
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  const panel = await house.open('d1-panelv06')
  await comeIn(panel)
  const tickets = column(bar, '新单').getByRole('article').filter({ hasText: 'V06' })
  await expect(column(bar, '新单')).toBeVisible()
  // Not even for a moment that nobody looked.
  const everShown = bar.evaluate(
    () =>
      new Promise<boolean>(seen => {
        const look = () => document.body.textContent?.includes('红牛') && seen(true)
        new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
        document.addEventListener('looked-enough', () => seen(false))
      }),
  )

  await test.step('the order is decided, and the power goes before the disk has it', async () => {
    await house.dieBeforeSync()
    await order(panel, '软饮', '红牛')
    await house.died()
    await expect(offline(panel)).toBeVisible()
    await expect(panel.getByRole('region', { name: '已下单' })).toContainText('已存好')
    await expect(bar.getByText('连不上主机')).toBeVisible()
    await bar.evaluate(() => document.dispatchEvent(new Event('looked-enough')))
    expect(await everShown).toBe(false)
  })

  await test.step('the hub is back: the tap is there, once', async () => {
    await house.start()
    await expect(tickets).toContainText(['红牛'])
    await expect(panel.getByText('已连接')).toBeVisible()
    await expect(panel.getByText('已存好')).toHaveCount(0)
    await house.kill()
    await house.start()
    await expect(bar.getByText('连不上主机')).toHaveCount(0)
    await expect(tickets).toHaveCount(1)
  })
})
