import { expect, type Page } from 'playwright/test'
import { playDesk } from './desk.ts'
import { test } from './house.ts'
import { go, signIn } from './pages/console.ts'
import { comeIn, go as goOnPanel } from './pages/panel.ts'

const size = { width: 1440, height: 900 }

test('a price changed and a drink added in set-up are on the panel without a touch, and there after a power cut', async ({
  house,
}) => {
  const desk = await playDesk(house)
  await desk.open('v06')
  const panel = await house.open('d1-panelv06')
  await comeIn(panel)
  await goOnPanel(panel, '酒水')
  await panel.getByRole('button', { name: '软饮', exact: true }).click()
  const manager = await house.open('d1-manager', { viewport: size })
  await signIn(manager, '周经理', '510841')
  await go(manager, '设置')
  await manager.getByRole('group', { name: '分类' }).getByRole('button', { name: /^软饮/ }).click()

  await test.step('another price', async () => {
    await manager.getByRole('button', { name: /^可口可乐/ }).click()
    await save(manager, { 价格: '99' })
    await expect(row(panel, '可口可乐')).toContainText('¥99')
  })

  await test.step('another drink, which a guest orders', async () => {
    await manager.getByRole('button', { name: '加一款' }).click()
    await save(manager, { '名称 简体': '桂花酸梅汤', 价格: '26.13' })
    await expect(row(panel, '桂花酸梅汤')).toContainText('¥26.13')
    await row(panel, '桂花酸梅汤')
      .getByRole('button', { name: /^来一份/ })
      .click()
    await expect.poll(() => ordered(desk.client.slices('order/').values(), 2_613)).toBe(1)
  })

  await house.kill()
  await house.start()
  await expect(panel.getByText('已连接')).toBeVisible()
  await expect(row(panel, '可口可乐')).toContainText('¥99')
  await expect.poll(() => ordered(desk.client.slices('order/').values(), 2_613)).toBe(1)
})

test('a list of members is taken in over a power cut, each once, and read once more it adds nobody', async ({
  house,
}) => {
  const manager = await house.open('d1-manager', { viewport: size })
  await signIn(manager, '周经理', '510841')
  await go(manager, '设置')
  await manager.getByRole('group', { name: '设置哪一块' }).getByRole('button', { name: '会员' }).click()
  const people = Array.from({ length: 60 }, (_, at) => `旧会员${at},1770000${String(1000 + at)},${88_000_000 + at}`)
  const choose = () =>
    manager.locator('input[type=file]').setInputFiles({
      name: '旧会员.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['姓名,手机,卡号', ...people].join('\n')),
    })

  await choose()
  await manager.getByRole('button', { name: '导入60位会员' }).click()
  await expect(manager.getByText(/^已看1\d位/)).toBeVisible({ timeout: 30_000 })
  await house.kill()
  await house.start()
  await expect(manager.getByText('导完了')).toBeVisible({ timeout: 60_000 })
  await expect(manager.getByRole('region', { name: '旧会员.csv' })).toContainText('新建60')

  await choose()
  await manager.getByRole('button', { name: '导入60位会员' }).click()
  await expect(manager.getByText('导完了')).toBeVisible({ timeout: 60_000 })
  await expect(manager.getByRole('region', { name: '旧会员.csv' })).toContainText('已有档案60')

  await go(manager, '会员')
  await manager.getByRole('searchbox').fill('88000059')
  await expect(manager.getByRole('button', { name: /^旧会员59/ })).toHaveCount(1)
})

const row = (panel: Page, name: string) => panel.getByRole('listitem').filter({ hasText: name })

async function save(manager: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const sheet = manager.getByRole('dialog')
  for (const [label, text] of Object.entries(fields))
    await sheet.getByRole('textbox', { name: label, exact: true }).first().fill(text)
  await sheet.getByRole('button', { name: '保存' }).click()
  await expect(sheet).toHaveCount(0)
}

/** How many orders come to this, which nothing else on the menu does. */
const ordered = (orders: Iterable<unknown>, total: number): number =>
  [...orders].filter(order => typeof order === 'object' && order !== null && 'total' in order && order.total === total)
    .length
