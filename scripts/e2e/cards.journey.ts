import { expect } from 'playwright/test'
import { connectDevice } from '../lib/device-client.ts'
import { second } from './evening.ts'
import { test } from './house.ts'
import { checkInCard, go, signIn } from './pages/console.ts'

test('a reader learns its format, a member gets a card, loses it, and has another', async ({ house }) => {
  test.setTimeout(240_000)
  // A reader that was never set: it writes the card's whole id in hex. It asks the hub's time when it connects.
  const touch = async (card: string) => {
    const token = house.keys.tokens['d1-reader'] ?? ''
    const reader = await connectDevice({ origin: house.origin, device: 'd1-reader', token, shown: false })
    await reader.command({ type: 'TouchCard', card })
    reader.close()
  }
  const manager = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  await signIn(manager, '周经理', '510841')
  const desk = await house.open('d1-desk', { viewport: { width: 1440, height: 900 } })
  await signIn(desk, '林姐', '201801')
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  const dialog = (name: string) => manager.getByRole('dialog', { name })

  await test.step('the manager touches one card whose number is known', async () => {
    await go(manager, '设备')
    const row = manager.locator('[data-slice-key="device/d1-reader"]')
    await expect(row).toContainText('读卡格式未设')
    await row.getByRole('button', { name: '设置读卡格式' }).click()
    const learn = dialog('设置读卡格式')
    await expect(learn.getByText('请碰一下卡')).toBeVisible()
    await touch('0102B0A5FD')
    await expect(learn.getByText('读到尾号A5FD')).toBeVisible()
    await learn.getByLabel('卡面号码').fill('0045131261')
    await learn.getByRole('button', { name: '确定格式' }).click()
    await expect(learn).toHaveCount(0)
    await expect(row).toContainText('EM 10H')
    // The lobby heard nothing of all that.
    await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  })

  await test.step('a new member is written down, with the card by the number that is printed on it', async () => {
    await go(manager, '会员')
    await manager.getByRole('button', { name: '新会员' }).click()
    await manager.getByLabel('称呼', { exact: true }).fill('唐老板')
    await manager.getByRole('button', { name: '唱名', exact: true }).click()
    await manager.getByRole('button', { name: '建档' }).click()
    await manager.getByRole('button', { name: '加卡' }).click()
    await dialog('加卡').getByLabel('或输入卡面号码').fill('176,42493')
    await dialog('加卡').getByRole('button', { name: '保存' }).click()
    await expect(manager.getByText('尾号2493')).toBeVisible()
  })

  await test.step('whose card is known to a reader that writes the whole id', async () => {
    await house.turn(10 * second)
    await touch('0102B0A5FD')
    await expect(kiosk.getByText('唐老板').first()).toBeVisible()
    const card = checkInCard(desk, '唐老板')
    await card.getByRole('button', { name: '不用接待' }).click()
    await expect(card).toHaveCount(0)
  })

  await test.step('and refused from the second in which it is lost: the lobby sends a person and says no more', async () => {
    await manager.getByRole('button', { name: '挂失', exact: true }).click()
    await expect(manager.getByText('尾号2493已挂失，马上生效')).toBeVisible()
    await house.turn(40 * second)
    await touch('0102B0A5FD')
    await expect(kiosk.getByText('马上来帮您')).toBeVisible()
    await expect(kiosk.locator('body')).not.toContainText('挂失')
    await expect(desk.getByRole('article').filter({ hasText: '卡已挂失' })).toContainText('唐老板')
  })
})
