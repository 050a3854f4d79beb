import { expect } from 'playwright/test'
import { playDesk } from './desk.ts'
import { minute, second } from './evening.ts'
import { test } from './house.ts'
import { column, signIn, typePin } from './pages/console.ts'
import { offline, openCategory, order, service } from './pages/guests.ts'
import { key, press } from './pages/lobby.ts'
import { comeIn, go, memoryOf } from './pages/panel.ts'

const room = 'v06'

test('sold out, a big round, paid, gone: each is said, and nothing is lost', async ({ house }) => {
  test.setTimeout(180_000)
  const desk = await playDesk(house)
  const visit = await desk.open(room)
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  const panel = await house.open(`d1-panel${room}`)
  await comeIn(panel)
  const tickets = column(bar, '新单').getByRole('article').filter({ hasText: 'V06' })

  await test.step('sold out between the choice and the order: said, and the rest of the menu is there', async () => {
    await openCategory(panel, '软饮')
    await panel.getByRole('button', { name: '多选 红牛' }).click()
    await desk.tell({ type: 'SetSoldOut', item: 'red-bull', soldOut: true })
    await expect(panel.locator('li.item').filter({ hasText: '红牛' })).toContainText('售完')
    await panel.getByRole('button', { name: '下单' }).click()
    await expect(panel.getByText('红牛售完了，换一款吧')).toBeVisible()
    await expect(tickets).toHaveCount(0)
    await panel.getByRole('button', { name: '去掉售完的' }).click()
    await expect(panel.getByRole('button', { name: '下单' })).toHaveCount(0)
  })

  await test.step('a big round is asked about once', async () => {
    await order(panel, '白兰地', '轩尼诗XO')
    const asked = panel.getByRole('dialog', { name: '这一轮较多，确定吗？' })
    await expect(asked).toContainText('轩尼诗XO')
    await expect(tickets).toHaveCount(0)
    await asked.getByRole('button', { name: '确定下单' }).click()
    await expect(tickets).toContainText(['轩尼诗XO'])
    await expect(asked).toHaveCount(0)
  })

  await test.step('one thing of a round cannot be made: the guests read it wherever they are, the rest is made', async () => {
    await house.turn(9 * second)
    await bar.getByRole('button', { name: '谁来做？点自己的名字' }).click()
    await bar.getByRole('button', { name: '阿唐' }).click()
    const lines = [
      { item: 'fruit-small', qty: 1 },
      { item: 'red-bull', qty: 2 },
    ]
    await desk.tell({ type: 'SetSoldOut', item: 'red-bull', soldOut: false })
    await desk.tell({ type: 'PlaceOrderFor', visit, lines })
    await go(panel, '服务')
    const round = tickets.filter({ hasText: '红牛' })
    await house.turn(9 * second)
    await round.getByRole('button', { name: '不接' }).click()
    await round
      .getByRole('group', { name: /只不接这几样/ })
      .getByRole('button', { name: /红牛/ })
      .click()
    await round.getByRole('button', { name: '售完' }).click()
    const question = bar.getByRole('dialog').filter({ hasText: '红牛也标售完吗？' })
    await question.getByRole('button', { name: '先不标' }).click()
    await expect(round).toHaveCount(0)
    await expect(tickets.filter({ hasText: '果盘' })).toHaveCount(1)
    await house.kill()
    await house.start()
    await panel.getByRole('button', { name: /这款售完了.*红牛 ×2/ }).click()
    await expect(panel.locator('li.order-row').filter({ hasText: '红牛' })).toContainText('这款售完了')
    await expect(panel.locator('li.order-row').filter({ hasText: '果盘' })).toContainText('已下单')
    await expect(panel.getByRole('button', { name: /这款售完了/ })).toHaveCount(0)
  })

  await test.step('paid: later orders need staff, and the panel says so', async () => {
    await tickets.filter({ hasText: '果盘' }).getByRole('button', { name: '接单制作' }).click()
    await column(bar, '制作中').getByRole('button', { name: '出品' }).click()
    await tickets.getByRole('button', { name: '接单制作' }).click()
    await column(bar, '制作中').getByRole('button', { name: '出品' }).click()
    // The desk, a socket of its own, is not to be quicker than the bar's taps.
    await expect(panel.locator('li.order-row').filter({ hasText: '已出品' })).toHaveCount(2)
    await desk.tell({ type: 'SettleVisit', visit }, true)
    await expect(panel.getByRole('button', { name: '请员工加点' })).toBeVisible()
    await expect(panel.getByRole('button', { name: /^来一份/ })).toHaveCount(0)
  })

  await test.step('gone: the panel forgets them, in memory and on the tablet', async () => {
    expect(await memoryOf(panel)).toContain(visit)
    await desk.tell({ type: 'CloseVisit', visit }, true)
    await expect(panel.getByRole('heading', { name: 'V06' })).toBeVisible()
    await expect(panel.getByRole('navigation', { name: '页面' })).toHaveCount(0)
    const memory = await memoryOf(panel)
    expect(memory).not.toContain(visit)
    expect(memory).not.toContain('轩尼诗')
  })
})

test('what comes more than three minutes late is asked once, then done once', async ({ house }) => {
  test.setTimeout(180_000)
  const desk = await playDesk(house)
  await desk.open(room)
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  const panel = await house.open(`d1-panel${room}`)
  await comeIn(panel)
  const tickets = column(bar, '新单').getByRole('article').filter({ hasText: 'V06' })
  await go(panel, '服务')
  await expect(service(panel, '冰块')).toBeVisible()

  await house.kill()
  await expect(offline(panel)).toBeVisible()
  await panel.getByRole('button', { name: /^冰块/ }).click()
  await order(panel, '软饮', '红牛')
  await house.turn(4 * minute)
  await house.start()
  const asked = panel.getByRole('dialog', { name: '还要吗？' })
  await expect(asked.getByRole('listitem')).toContainText(['冰块', '红牛'])
  await expect(tickets).toHaveCount(0)
  await asked.getByRole('button', { name: '都要', exact: true }).click()
  await expect(asked).toHaveCount(0)
  await expect(tickets).toContainText(['红牛'])
  await go(panel, '服务')
  await expect(service(panel, '冰块')).toContainText('已收到')
  await expect(tickets).toHaveCount(1)
  // The desk comes back to the hub in its own time.
  await expect
    .poll(() => [...desk.client.slices('request/').values()])
    .toMatchObject([{ what: { service: 'ice' }, times: 1 }])
})

test('a wrong PIN is said, and the right one opens', async ({ house }) => {
  const console = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  const names = console.getByRole('group', { name: '谁在值班' })
  await names.getByRole('button', { name: '周经理', exact: true }).click()
  await typePin(console, '000000')
  await expect(console.getByText('PIN不对，请再输一次')).toBeVisible()
  await typePin(console, '510841')
  await expect(console.getByRole('navigation', { name: '功能' })).toBeVisible()
})

test('no room for so many: the lobby promises a person, the desk sees why', async ({ house }) => {
  const manager = await playDesk(house)
  // Only suites hold twenty; V08 is Mr Wang's.
  for (const id of ['v01', 'v02', 'v03', 'v05', 'v06', 'v07', 'v09']) {
    const suite = manager.client.slice(`room/${id}`)
    if (typeof suite === 'object' && suite !== null && !('visit' in suite)) await manager.open(id)
  }
  const desk = await house.open('d1-desk', { viewport: { width: 1440, height: 900 } })
  await signIn(desk, '林姐', '201801')
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  await press(key(kiosk, '第一次来'))
  await press(key(kiosk, '20位'))
  await expect(kiosk.getByText('包厢暂满，林姐来安排')).toBeVisible()
  await expect(desk.getByRole('article').filter({ hasText: '散客到店' })).toContainText('没有合适空房，选一间')
})
