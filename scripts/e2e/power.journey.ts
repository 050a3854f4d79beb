import { expect, type Page } from 'playwright/test'
import { playDesk } from './desk.ts'
import { type House, test } from './house.ts'
import { column } from './pages/console.ts'
import { offline, order, service } from './pages/guests.ts'
import { comeIn, go, keptByBrowser, memoryOf, queued, typeInitials } from './pages/panel.ts'

const room = 'v06'

async function partyWithDrinks(house: House): Promise<{ panel: Page; bar: Page }> {
  const desk = await playDesk(house)
  await desk.open(room)
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  const panel = await house.open(`d1-panel${room}`)
  await comeIn(panel)
  return { panel, bar }
}

const tickets = (bar: Page) => column(bar, '新单').getByRole('article').filter({ hasText: 'V06' })

test('the power goes between a guest’s taps: all are kept, and done once', async ({ house }) => {
  const { panel, bar } = await partyWithDrinks(house)
  await order(panel, '软饮', '可口可乐')
  await expect(tickets(bar)).toContainText(['可口可乐'])

  await test.step('one tap goes down with the hub, three follow while it is away', async () => {
    await panel.getByRole('button', { name: '来一份 雪碧 ' }).dblclick()
    await house.kill()
    await expect(offline(panel)).toBeVisible()
    await order(panel, '软饮', '王老吉')
    await expect(panel.getByRole('region', { name: '已下单' }).first()).toContainText('已存好')
    await go(panel, '服务')
    await panel.getByRole('button', { name: /^冰块/ }).click()
    await expect(service(panel, '冰块')).toContainText('已存好')
    await order(panel, '啤酒', '百威')
    await expect(tickets(bar)).not.toContainText(['王老吉'])
  })

  await test.step('it is back: each is at the bar once, in the order of the taps', async () => {
    await house.start()
    await expect(tickets(bar)).toContainText(['可口可乐', '雪碧', '王老吉', '百威'])
    await expect(panel.getByText('已连接')).toBeVisible()
    await expect(panel.getByText('已存好')).toHaveCount(0)
    await go(panel, '服务')
    await expect(service(panel, '冰块')).toContainText('已收到')
    await expect(service(panel, '冰块')).not.toContainText('已催')
  })

  await test.step('once more without power: nothing changes', async () => {
    await house.kill()
    await house.start()
    await expect(panel.getByText('已连接')).toBeVisible()
    await expect(tickets(bar)).toHaveCount(4)
  })
})

test('the tablet is restarted while the hub is away, and still forgets nothing', async ({ house }) => {
  const { panel, bar } = await partyWithDrinks(house)
  await go(panel, '点歌')
  await typeInitials(panel, 'py')
  const found = panel.getByRole('button', { name: /点这首$/ })
  await expect(found.first()).toContainText('朋友')
  const titles = await panel.locator('.hit-add .title-text').allTextContents()

  await keptByBrowser(panel)
  await house.kill()
  await expect(offline(panel)).toBeVisible()
  for (const at of [0, 1, 2]) await panel.locator('.hit-add').nth(at).click()
  await order(panel, '软饮', '可口可乐')
  await expect.poll(() => memoryOf(panel)).toMatch(/AddSong.*AddSong.*AddSong.*PlaceOrder/)
  // The browser kept the page itself; nobody answers.
  await panel.reload()
  await expect(offline(panel)).toBeVisible()

  await house.start()
  await expect(tickets(bar)).toHaveCount(1)
  await expect(tickets(bar)).toContainText('可口可乐')
  await go(panel, '歌单')
  const wanted = titles.slice(0, 3)
  await expect(panel.locator('section.now')).toContainText(wanted[0] ?? '')
  await expect(queued(panel).locator('.title-text')).toContainText(wanted.slice(1))
  await expect(panel.getByText('已存好')).toHaveCount(0)
  await expect.poll(() => memoryOf(panel)).not.toContain('AddSong')
})
