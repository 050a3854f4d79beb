import { type BrowserContext, expect } from 'playwright/test'
import * as v from 'valibot'
import { playDesk } from './desk.ts'
import { second } from './evening.ts'
import { type House, test } from './house.ts'
import { signIn, ticket, typePin } from './pages/console.ts'
import { listenForHeard } from './told-heard.ts'

const size = { width: 1440, height: 900 }
const Placed = v.object({ order: v.string() })
const Order = v.object({ lines: v.array(v.object({ returned: v.number() })) })

test('a call that no console sounded goes to the next step at once; the manager sees who is silent', async ({
  house,
}) => {
  const desk = await playDesk(house)
  const visit = await desk.open('v06')
  const floor = await house.open('d1-floor', { viewport: size })
  const manager = await house.open('d1-manager', { viewport: size })
  await signIn(manager, '周经理', '510841')
  const silent = manager.getByText(/(^|、)楼面 Floor(、.*)? 没有声音，那边听不到呼叫/)
  const row = (service: string) => floor.getByRole('article').filter({ hasText: 'V06' }).filter({ hasText: service })
  const call = async (service: 'ice' | 'cups') => {
    const panel = await house.play('d1-panelv06')
    expect(await panel.command({ type: 'CallService', service }, { visit })).toMatchObject({ ok: true })
    panel.close()
  }

  await test.step('nobody started the shift', async () => {
    await expect(silent).toBeVisible()
    await call('ice')
    await expect(row('冰块')).toBeVisible()
    await house.turn(10 * second)
    await expect(row('冰块')).toContainText('已升级×1')
  })

  await test.step('打开声音: heard, and waits for its turn', async () => {
    await floor.getByRole('button', { name: '打开声音' }).click()
    await expect(silent).toHaveCount(0)
    const heard = await listenForHeard(floor)
    await call('cups')
    const key = await row('杯子').getAttribute('data-slice-key')
    // Time that is turned before the hub knows would pass in a silent house.
    await expect.poll(() => heard((key ?? '').replace('request/', ''))).toBe(true)
    await house.turn(60 * second)
    await expect(row('杯子')).toContainText('1:')
    await expect(row('杯子')).not.toContainText('已升级')
  })

  await test.step('muted is silent', async () => {
    await floor.getByRole('button', { name: '静音' }).click()
    await expect(silent).toBeVisible()
  })
})

test('a press is for what lay under the hand, whatever a colleague does before it is let go', async ({ house }) => {
  const desk = await playDesk(house)
  const visit = await desk.open('v06')
  const manager = await house.open('d1-manager', { viewport: size })
  await signIn(manager, '周经理', '510841')
  const panel = await house.play('d1-panelv06')
  expect(await panel.command({ type: 'CallService', service: 'ice' }, { visit })).toMatchObject({ ok: true })
  const row = manager.getByRole('article').filter({ hasText: 'V06' }).filter({ hasText: '冰块' })
  const take = row.getByRole('button', { name: '接单' })
  await take.hover()
  await manager.mouse.down()
  const [request] = [...desk.client.slices('request/').keys()].map(key => key.slice('request/'.length))
  expect(await desk.client.command({ type: 'TakeRequest', request: request ?? '' })).toMatchObject({ ok: true })
  // Beside the list nothing stands still: the console has heard of it.
  await expect(manager.getByRole('complementary').getByText('接单').first()).toBeVisible()
  await expect(take).toBeVisible()
  await manager.mouse.up()
  // Not 撤销, which lies there now and would give the call back.
  await expect(row.getByRole('button', { name: '解决' })).toBeVisible()
  await expect.poll(() => desk.client.slice(`request/${request}`)).toMatchObject({ status: 'acknowledged' })
  await expect(row.getByRole('button', { name: '解决' })).toBeVisible()
})

test('a return whose answer was lost is done once when it is tried again', async ({ house, browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: size })
  const wire = await fragileWire(context)
  const desk = await playDesk(house)
  const order = await deliver(house, await desk.open('v06'))
  const manager = await house.open('d1-manager', { context })
  await signIn(manager, '周经理', '510841')
  const owner = house.keys.pins.find(({ role }) => role === 'owner')
  if (!owner) throw new Error('the venue has no owner')
  await manager.getByRole('navigation', { name: '功能' }).getByRole('button', { name: '吧台' }).click()
  await ticket(manager, '已出', 'V06').getByRole('button', { name: '退单' }).click()
  const dialog = manager.getByRole('dialog')
  await dialog.getByRole('button', { name: '未开封' }).click()
  await dialog.getByRole('button', { name: '退 1份' }).click()
  await typePin(dialog, '510841')
  await dialog.getByRole('button', { name: owner.name }).click()

  wire.loseNextAnswer()
  await typePin(dialog, owner.pin)
  await expect.poll(() => returned(desk.client.slice(`order/${order}`))).toBe(1)
  await house.turn(9 * second)
  await expect(dialog.getByText('没有回音，再试一次')).toBeVisible()

  await expect(manager.getByText('已连接')).toBeVisible()
  await typePin(dialog, owner.pin)
  await expect(dialog).toHaveCount(0)
  expect(returned(desk.client.slice(`order/${order}`))).toBe(1)

  await test.step('早报 and 对单 tell it: what was returned, and by whose hands', async () => {
    await manager.getByRole('navigation', { name: '功能' }).getByRole('button', { name: '早报' }).click()
    const report = manager.getByRole('region', { name: '早报' })
    await expect(report.getByRole('region', { name: '按员工' }).getByRole('row', { name: /周经理/ })).toContainText(
      '(1)',
    )
    await report.getByRole('row', { name: /^V06/ }).getByRole('button', { name: '1单' }).click()
    const slip = manager.getByRole('dialog', { name: '对单' })
    await expect(slip.getByRole('listitem').filter({ hasText: '退单' }).last()).toContainText(`周经理 + ${owner.name}`)
    await expect(slip.getByRole('listitem').filter({ hasText: '下单' }).last()).toContainText('V06')
  })
})

/** A way to the hub on which the answer to the next command gets lost. */
async function fragileWire(context: BrowserContext): Promise<{ loseNextAnswer(): void }> {
  let losing = false
  let answer: string | undefined
  await context.routeWebSocket(/socket\.io/, page => {
    const hub = page.connectToServer()
    page.onMessage(message => {
      const [, id] = /^42(\d+)\["command"/.exec(String(message)) ?? []
      if (losing && id !== undefined) answer = `43${id}[`
      if (id !== undefined) losing = false
      hub.send(message)
    })
    hub.onMessage(message => {
      if (answer !== undefined && String(message).startsWith(answer)) answer = undefined
      else page.send(message)
    })
  })
  return {
    loseNextAnswer() {
      losing = true
    },
  }
}

/** Two bottles ordered, made and brought. */
async function deliver(house: House, visit: string): Promise<string> {
  const panel = await house.play('d1-panelv06')
  const bar = await house.play('d1-bar')
  const barman = house.keys.pins.find(({ role }) => role === 'bar')?.staff ?? ''
  const lines = [{ item: 'red-bull', qty: 2 }]
  const seen = v.parse(v.object({ price: v.number() }), panel.slice('item/red-bull')).price * 2
  const placed = await panel.command({ type: 'PlaceOrder', source: 'menu', lines, seen }, { visit })
  if (!placed.ok) throw new Error(placed.refusal.refused)
  const { order } = v.parse(Placed, placed.result)
  await house.turn(9 * second)
  for (const type of ['AcceptOrder', 'DeliverOrder'] as const)
    expect(await bar.command({ type, order, as: barman })).toMatchObject({ ok: true })
  panel.close()
  bar.close()
  return order
}

const returned = (slice: unknown): number => v.parse(Order, slice).lines[0]?.returned ?? 0
