import { expect } from 'playwright/test'
import { playDesk } from './desk.ts'
import { minute, second } from './evening.ts'
import { test } from './house.ts'
import { column } from './pages/console.ts'
import { offline, order, service } from './pages/guests.ts'
import { comeIn, go, keptByBrowser, memoryOf, queued, typeInitials } from './pages/panel.ts'

const hour = 60 * minute

test('Wi-Fi off 60 s loses and doubles nothing: in the middle of an order, the browser killed and reopened offline, an hour wrong, the party moved meanwhile', async ({
  house,
  browser,
}) => {
  const desk = await playDesk(house)
  const visit = await desk.open('v06')
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  const panel = await house.open('d1-panelv06', { context, clockAhead: hour })
  await comeIn(panel)
  await keptByBrowser(panel)
  const tickets = (room: string) => column(bar, '新单').getByRole('article').filter({ hasText: room })

  await test.step('the order is on its way when the network goes; more is tapped', async () => {
    await go(panel, '点歌')
    await typeInitials(panel, 'py')
    await expect(panel.locator('.hit-add').first()).toContainText('朋友')
    await context.setOffline(true)
    await house.kill()
    await panel.locator('.hit-add').nth(1).click()
    await order(panel, '软饮', '红牛')
    await expect(offline(panel)).toBeVisible()
    await expect(panel.getByRole('region', { name: '已下单' })).toContainText('已存好')
    await expect.poll(() => memoryOf(panel)).toMatch(/AddSong.*PlaceOrder/)
  })

  await test.step('killed and reopened without a network: the room is there, and what was tapped', async () => {
    await panel.close()
    const reopened = await house.open('d1-panelv06', { context, clockAhead: hour })
    await expect(offline(reopened)).toBeVisible()
    await expect(reopened.getByRole('navigation', { name: '页面' })).toBeVisible()
    await expect(queued(reopened).last()).toContainText('已存好')
    await expect(queued(reopened).last().locator('.title-text')).not.toHaveText('')
    await go(reopened, '服务')
    await reopened.getByRole('button', { name: /^冰块/ }).click()
    await expect(service(reopened, '冰块')).toContainText('已存好')
    await house.turn(60 * second)

    await context.setOffline(false)
    await house.start()
    await expect(reopened.getByText('已连接')).toBeVisible()
    await expect(reopened.getByRole('dialog')).toHaveCount(0)
    await expect(service(reopened, '冰块')).toContainText('已收到')
    await expect(tickets('V06')).toContainText(['红牛'])
    await expect(tickets('V06')).toHaveCount(1)
    await expect.poll(() => memoryOf(reopened)).not.toContain('PlaceOrder')
    await reopened.close()
  })

  await test.step('the party moves while its tablet is cut off: its orders follow it, and the tablet forgets it', async () => {
    const left = await house.open('d1-panelv06', { context, clockAhead: hour })
    await comeIn(left)
    await house.kill()
    await expect(offline(left)).toBeVisible()
    await order(left, '软饮', '可口可乐')
    await order(left, '软饮', '雪碧')
    await context.setOffline(true)
    await house.start()
    await expect.poll(() => desk.client.socket.connected).toBe(true)
    await desk.tell({ type: 'MoveVisit', visit, room: 'v07' }, true)
    await context.setOffline(false)
    await expect(left.getByRole('heading', { name: 'V06' })).toBeVisible()
    await expect(tickets('V07')).toContainText(['红牛', '可口可乐', '雪碧'])
    await expect(tickets('V07')).toHaveCount(3)
    // Cookie, localStorage, sessionStorage, IndexedDB, Cache, the page itself.
    const kept = await memoryOf(left)
    for (const trace of [visit, 'PlaceOrder', '雪碧 ', '"guest"']) expect(kept).not.toContain(trace)
  })
})
