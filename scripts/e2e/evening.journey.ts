import { expect } from 'playwright/test'
import { minute, second } from './evening.ts'
import { test } from './house.ts'
import { checkInCard, go as goConsole, requestRow, seat, signIn, ticket, typePin } from './pages/console.ts'
import { touchCard } from './pages/kiosk.ts'
import { comeIn, complain, go, memoryOf, queued, typeInitials } from './pages/panel.ts'
import { openPhone, scan } from './pages/phone.ts'

const manager = { name: '周经理', pin: '510841' }

test('Mr Wang’s evening, from the card to the empty room', async ({ house, browser }) => {
  test.setTimeout(240_000)
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  const panel = await house.open('d1-panelv08')
  const console = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  await signIn(console, manager.name, manager.pin)

  await test.step('his card touches the reader: the lobby sings out his name, the console knows all', async () => {
    await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
    await touchCard(kiosk, house.keys.card)
    await expect(kiosk.getByText('王总').first()).toBeVisible()
    const card = checkInCard(console, '王总')
    await expect(card).toContainText('禁忌')
    await expect(card).toContainText('花生')
    await expect(card).toContainText('芝华士')
    await expect(card).toContainText('上次投诉')
    await expect(kiosk.locator('body')).not.toContainText('V08')
    await expect(kiosk.locator('body')).not.toContainText('花生')
  })

  await test.step('a guest of another party checks in by phone meanwhile', async () => {
    const { url, code } = await scan(kiosk)
    const phone = await openPhone(browser, url)
    await expect(phone.locator('.same-code-letters')).toHaveText(code)
    await phone.getByLabel('怎么称呼您').fill('阿强')
    await phone.getByRole('button', { name: '同意并签到' }).click()
    await seat(checkInCard(console, '阿强'))
    await expect(phone.locator('svg.qr')).toBeVisible()
    await phone.context().close()
  })

  await test.step('one tap gives him his room: greeting, playlist, the usual', async () => {
    // In the place of the key that was pressed just now, and as soon, it would be one more tap of the same finger.
    await checkInCard(console, '王总')
      .getByRole('button', { name: '确认入座 V08' })
      .click({ position: { x: 6, y: 6 } })
    await expect(panel.getByText('王总').first()).toBeVisible()
    await comeIn(panel)
    // What he sang the last time says so; the rest of his songs are 您常唱.
    await expect(queued(panel).first()).toContainText(/上次唱过|您常唱/)
    await go(panel, '酒水')
    await expect(panel.getByRole('region', { name: '老样子' })).toContainText('芝华士')
  })

  await test.step('a song found by its initials is added, put on top, and the playing one is skipped', async () => {
    await go(panel, '点歌')
    for (const [initials, title] of [
      ['cd', '成都'],
      ['xxy', '小幸运'],
    ] as const) {
      await typeInitials(panel, initials)
      await panel
        .getByRole('button', { name: new RegExp(`^${title} .*点这首`) })
        .first()
        .click()
      await panel.getByRole('button', { name: '清空' }).click()
    }
    await go(panel, '歌单')
    await panel.getByRole('button', { name: '顶歌 小幸运' }).last().click()
    await expect(queued(panel).first()).toContainText('小幸运')
    await house.paced(async () => {
      await panel.getByRole('button', { name: '切歌' }).click()
      // A finger that has not rested is mashing.
      await house.turn(second)
      await panel.getByRole('button', { name: '不切了' }).click()
      await house.turn(second)
    })
    await expect(queued(panel).first()).toContainText('小幸运')
    await panel.getByRole('button', { name: '切歌' }).click()
    await house.turn(4 * second)
    await expect(panel.locator('section.now')).toContainText('小幸运')
  })

  await test.step('the usual is on the bar at once; another order is undone; the bar pours', async () => {
    await go(panel, '酒水')
    const usual = panel.getByRole('region', { name: '老样子' })
    await usual.getByRole('button', { name: /^老样子 ¥/ }).click()
    await expect(ticket(bar, '新单', 'V08')).toContainText('芝华士')
    await house.turn(9 * second)
    await bar.getByRole('button', { name: '谁来做？点自己的名字' }).click()
    await bar.getByRole('button', { name: '阿唐' }).click()
    await ticket(bar, '新单', 'V08').getByRole('button', { name: '接单制作' }).click()
    await ticket(bar, '制作中', 'V08').getByRole('button', { name: '出品' }).click()
    await expect(panel.locator('li.order-row').first()).toContainText('已出品')
  })

  await test.step('the microphone crackles: one tap, and somebody comes, by name', async () => {
    await complain(panel, '话筒音响')
    await expect(panel.locator('.complaint-card')).toContainText('经理马上来')
    await expect(panel.locator('body')).not.toContainText('话筒音响')
    const alert = requestRow(console, 'V08', '话筒音响')
    await expect(alert).toContainText('紧急')
    await alert.getByRole('button', { name: '接单' }).click()
    await expect(panel.locator('.complaint-card')).toContainText('周经理马上来')
    // The same finger at the same place, without a rest, is mashing.
    await house.turn(second)
    await alert.getByRole('button', { name: '解决' }).click()
    await house.turn(second)
    await alert.getByRole('button', { name: '已赠送' }).click()
    await expect(panel.locator('.complaint-card')).toContainText('已为您赠送')
    await panel.getByRole('button', { name: '投诉 好了' }).click()
    await expect(panel.getByRole('button', { name: '投诉' })).toBeVisible()
    await expect(alert).toHaveCount(0)
  })

  await test.step('取存酒: one tap, taken by name, on the way, brought, and the guest says so', async () => {
    const tile = panel.locator('article.tile').filter({ hasText: '取存酒' })
    await tile.getByRole('button', { name: '取存酒', exact: true }).click()
    await expect(tile).toContainText('已收到')
    const call = requestRow(console, 'V08', '取存酒')
    await call.getByRole('button', { name: '接单' }).click()
    await expect(tile).toContainText('周经理接单')
    await house.turn(11 * second)
    await call.getByRole('button', { name: '在路上' }).click()
    await expect(tile).toContainText('周经理在路上')
    await call.getByRole('button', { name: '解决' }).click()
    await house.turn(second)
    await call.getByRole('button', { name: '已办好' }).click()
    await tile.getByRole('button', { name: '取存酒 好了' }).click()
    await expect(tile).not.toHaveAttribute('data-at')
    await expect(call).toHaveCount(0)
  })

  const sheet = console.getByRole('dialog').filter({ hasText: 'V08' })
  await test.step('somebody at the door: the host says whether they come in, and may think again', async () => {
    await goConsole(console, '楼面')
    await console.getByRole('button', { name: /V08/ }).first().click()
    await sheet.getByRole('button', { name: '有人找', exact: true }).click()
    const asks = console.getByRole('dialog', { name: '有人找 V08' })
    await asks.getByRole('textbox').fill('李小姐')
    await asks.getByRole('button', { name: '问主人' }).click()
    await panel.getByRole('button', { name: /有人找您.*李小姐/ }).click()
    await panel.getByRole('dialog').getByRole('button', { name: '请他进来' }).click()
    const said = panel.getByRole('region', { name: '有人找您：李小姐' })
    await expect(said.getByRole('button', { name: '撤销' })).toBeVisible()
    await sheet.getByRole('button', { name: '关闭' }).click()
    await goConsole(console, '现场')
    const door = console.getByRole('article').filter({ hasText: '李小姐在门口' })
    await expect(door).toContainText('面板上问了')
    await house.turn(9 * second)
    await expect(door).toContainText('主人说：请他进来')
    await expect(said).toHaveCount(0)
    await door.getByRole('button', { name: '已转告' }).click()
    await expect(door).toHaveCount(0)
  })

  await test.step('a plate of fruit from a budget that is counted', async () => {
    await goConsole(console, '楼面')
    await console.getByRole('button', { name: /V08/ }).first().click()
    await sheet.getByRole('button', { name: '赠送', exact: true }).click()
    const gift = console.getByRole('dialog', { name: /赠送 V08/ })
    await expect(gift).toContainText('今天还能送')
    const budget = await gift.getByText('今天还能送').textContent()
    await gift.getByRole('searchbox').fill('果盘')
    await gift.getByRole('listitem').filter({ hasText: '果盘' }).first().getByRole('button', { name: '赠送' }).click()
    await gift.getByRole('button', { name: '投诉补偿' }).click()
    await gift.getByRole('button', { name: '下一步' }).click()
    await typePin(gift, manager.pin)
    await expect(console.getByText('已送出')).toBeVisible()
    await sheet.getByRole('button', { name: '赠送', exact: true }).click()
    await expect(gift.getByText('今天还能送')).not.toHaveText(budget ?? '')
    await gift.getByRole('button', { name: '取消' }).click()
  })

  await test.step('a smiley on the way out', async () => {
    await go(panel, '评价')
    await panel.getByRole('button', { name: '非常满意' }).click()
    await expect(panel.getByText('谢谢您').first()).toBeVisible()
  })

  await test.step('paid is not gone: settling asks about what nobody keyed in; closing leaves nothing behind', async () => {
    await sheet.getByRole('button', { name: '买单', exact: true }).click()
    await console.getByRole('button', { name: '仍然买单' }).click()
    await expect(panel.getByRole('navigation', { name: '页面' })).toBeVisible()
    await sheet.getByRole('button', { name: '关房', exact: true }).click()
    const sure = console.getByRole('dialog', { name: /关房/ })
    await sure.getByRole('button', { name: '关房' }).click()
    await expect(panel.getByRole('navigation', { name: '页面' })).toHaveCount(0)
    await expect(panel.getByRole('heading', { name: 'V08' })).toBeVisible()
    const left = await memoryOf(panel)
    for (const trace of ['王总', '芝华士', '成都', '吻别', '话筒']) expect(left).not.toContain(trace)
  })

  await test.step('next time the house remembers the microphone', async () => {
    await house.turn(2 * minute)
    await goConsole(console, '现场')
    await touchCard(kiosk, house.keys.card)
    const card = checkInCard(console, '王总')
    await expect(card).toContainText('话筒音响，已赠送')
  })
})
