import { expect, type Page } from 'playwright/test'
import { connectDevice } from '../lib/device-client.ts'
import { second } from './evening.ts'
import { type House, test } from './house.ts'
import { readMembers } from './members.ts'
import { checkInCard, requestRow, signIn } from './pages/console.ts'
import { touchCard } from './pages/kiosk.ts'
import { key, press, typePhone } from './pages/lobby.ts'
import { comeIn, go } from './pages/panel.ts'

const upright = { viewport: { width: 1080, height: 1920 } }

async function lobbyAndDesk(house: House): Promise<{ kiosk: Page; desk: Page }> {
  const desk = await house.open('d1-desk', { viewport: { width: 1440, height: 900 } })
  await signIn(desk, '林姐', '201801')
  const kiosk = await house.open('d1-kiosk', upright)
  await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  return { kiosk, desk }
}

/** The tablet of a room that is known by its name. */
const panelOf = (room: string): string => `d1-panel${/^\d/.test(room) ? `r${room}` : room.toLowerCase()}`

/** The words have been read: they go by themselves, 15 s after the last tap was answered, be that before the turn or after. */
async function wordsGo(house: House, kiosk: Page): Promise<void> {
  await house.turn(31 * second)
  await expect(key(kiosk, '第一次来')).toBeVisible({ timeout: 30_000 })
}

test('code, phone number, no card at all: everybody is received', async ({ house }) => {
  test.setTimeout(180_000)
  const { kiosk, desk } = await lobbyAndDesk(house)
  const members = await readMembers()
  const scanned = members.find(({ code }) => code === house.keys.code)
  const typed = members.find(
    ({ phone, discreet, called }) =>
      phone !== undefined && !discreet && called !== scanned?.called && !called.includes('王总'),
  )
  if (!scanned || typed?.phone === undefined) throw new Error('the demo has no such members')

  await test.step('a member code, by a scanner that types: staff look first', async () => {
    await touchCard(kiosk, house.keys.code)
    await press(key(kiosk, '2位'))
    await expect(kiosk.getByText('请稍等，林姐来接您')).toBeVisible()
    const card = checkInCard(desk, scanned.called)
    await expect(card).toContainText('扫码')
    await expect(card).toContainText('先看人，再称呼')
    await expect(kiosk.locator('body')).not.toContainText(scanned.called)
    await wordsGo(house, kiosk)
  })

  await test.step('a phone number on the pad, masked for who stands behind', async () => {
    const { phone = '' } = typed
    await typePhone(kiosk, phone)
    await expect(kiosk.locator('body')).not.toContainText(phone)
    await press(key(kiosk, '确定'))
    await press(key(kiosk, '3位'))
    await expect(kiosk.getByText('请稍等，林姐来接您')).toBeVisible()
    await expect(checkInCard(desk, typed.called)).toContainText('手机号')
    await wordsGo(house, kiosk)
  })

  await test.step('five who come for the first time', async () => {
    await press(key(kiosk, '第一次来'))
    await press(key(kiosk, '5位'))
    await expect(kiosk.getByText('请稍等，林姐带您进房')).toBeVisible()
    const card = desk.getByRole('article').filter({ hasText: '散客到店' })
    await expect(card).toContainText('5位')
    await card.getByRole('button', { name: /^确认入座/ }).click()
    await expect(card).toHaveCount(0)
    await wordsGo(house, kiosk)
  })

  await test.step('two who read English at the door read it in their room', async () => {
    await press(key(kiosk, 'English'))
    await press(key(kiosk, 'First visit'))
    await press(key(kiosk, '2 people'))
    const card = desk.getByRole('article').filter({ hasText: '散客到店' })
    await expect(card).toContainText('语言：English')
    const seat = card.getByRole('button', { name: /^确认入座/ })
    const [, room = ''] = (await seat.textContent())?.match(/(\w+)\s*$/) ?? []
    await seat.click()
    await expect(card).toHaveCount(0)
    const panel = await house.open(panelOf(room))
    await expect(panel.locator('html')).toHaveAttribute('lang', 'en')
    await panel.close()
    await wordsGo(house, kiosk)
  })

  await test.step('a card that page and reader see ten times is one check-in, and finds its booking', async () => {
    const reader = await connectDevice({
      origin: house.origin,
      device: 'd1-reader',
      token: house.keys.tokens['d1-reader'] ?? '',
      shown: false,
    })
    // All at once, as a hand that waves does it: what comes within 3 s is one touch.
    await Promise.all([
      touchCard(kiosk, house.keys.card, 5),
      ...Array.from({ length: 5 }, () => reader.command({ type: 'TouchCard', card: house.keys.card })),
    ])
    reader.close()
    await expect(kiosk.getByText(/^您的预订已备好 · \d\d:\d\d，\d+位$/)).toBeVisible()
    // While the name stands above in gold it is not said once more.
    await expect(kiosk.locator('.says-hello')).toBeHidden()
    // More than one member is called so.
    const byCard = checkInCard(desk, '王总').filter({ hasText: '刷卡' })
    await expect(byCard).toHaveCount(1)
    await expect(byCard).toContainText('有预订')
    await expect(desk.getByRole('article').filter({ hasText: '签到不成' })).toHaveCount(0)
    // Nothing is asked of them: what they read on in reaches the desk all the same.
    await press(key(kiosk, 'English'))
    await expect(byCard).toContainText('语言：English')
  })
})

test('what the reader does not know: first a way, then a person; why is the desk’s alone', async ({ house }) => {
  const { kiosk, desk } = await lobbyAndDesk(house)

  await touchCard(kiosk, '9990001112')
  await expect(kiosk.getByText('请用手机扫码')).toBeVisible()
  await expect(desk.getByRole('article').filter({ hasText: '卡或号码不认识' })).toBeVisible()
  await touchCard(kiosk, '9990001113')
  await expect(kiosk.getByText('林姐马上来帮您')).toBeVisible()
  await expect(desk.getByRole('article').filter({ hasText: '卡或号码不认识' })).toContainText('连续2次')
  const call = requestRow(desk, '大堂', '门口签到不成')
  await expect(call).toBeVisible()
  await expect(kiosk.locator('body')).not.toContainText('不认识')
  await call.getByRole('button', { name: '接单' }).click()
  await expect(call).toContainText('林姐接单')
})

test('a card that is taken away too soon: once more, then a person', async ({ house }) => {
  const { kiosk, desk } = await lobbyAndDesk(house)
  await touchCard(kiosk, ';00112')
  await expect(kiosk.getByText('请再碰一下卡')).toBeVisible()
  const trouble = desk.getByRole('article').filter({ hasText: '卡或码读不出' })
  await expect(trouble).toBeVisible()
  await wordsGo(house, kiosk)
  await touchCard(kiosk, ';00113')
  await expect(kiosk.getByText('林姐马上来帮您')).toBeVisible()
  await expect(trouble).toContainText('连续2次')
})

test('Demanding: 低调 silences every screen: a discreet member is let in without a word', async ({ house }) => {
  const { kiosk, desk } = await lobbyAndDesk(house)
  const quiet = (await readMembers()).find(({ discreet, cards }) => discreet && cards.some(({ blocked }) => !blocked))
  const card = quiet?.cards.find(({ blocked }) => !blocked)
  if (!quiet || !card) throw new Error('the demo has no such member')

  await touchCard(kiosk, card.number)
  await press(key(kiosk, '4位'))
  await expect(kiosk.getByText('请稍等，林姐带您进房')).toBeVisible()
  await expect(kiosk.locator('body')).not.toContainText(quiet.called)
  const seat = checkInCard(desk, quiet.called)
  await expect(seat).toContainText('低调：不要称呼，不要声张')
  const button = seat.getByRole('button', { name: /^确认入座/ })
  const room = (await button.textContent())?.replace(/[^V\d]/g, '') ?? ''
  await button.click()

  const panel = await house.open(panelOf(room))
  await expect(panel.getByText('欢迎光临').first()).toBeVisible()
  await comeIn(panel)
  await expect(panel.getByText('还没点歌')).toBeVisible()
  await go(panel, '酒水')
  await expect(panel.getByRole('navigation', { name: '酒水' })).toBeVisible()
  await expect(panel.getByRole('region', { name: /老样子|大家爱点/ })).toHaveCount(0)
  await expect(panel.locator('body')).not.toContainText(quiet.called)
  await expect(kiosk.locator('body')).not.toContainText(quiet.called)
})

test('Elderly: 30 s more, as often as needed; whoever walks away leaves nothing behind', async ({ house }) => {
  const kiosk = await house.open('d1-kiosk', upright)
  await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  await typePhone(kiosk, '13900')
  await press(key(kiosk, 'English'))
  await press(key(kiosk, 'Large text'))
  await expect(kiosk.locator('.phone-pad-digits')).not.toHaveAttribute('data-empty')

  await test.step('asked, and still there: all stays', async () => {
    const asking = kiosk.getByRole('dialog', { name: 'Still there?' })
    for (let time = 0; time < 3; time += 1) {
      await house.turn(61 * second)
      await press(asking.getByRole('button'))
      await expect(asking).toHaveCount(0)
      // A minute that passed at once looks to the page like a link that died: nobody tells it twice before it is back.
      await expect(kiosk.getByRole('status').getByText('Offline')).toHaveCount(0)
      await expect(kiosk.locator('.phone-pad-digits')).not.toHaveAttribute('data-empty')
    }
  })

  await test.step('asked, and nobody there: all goes', async () => {
    await house.turn(61 * second)
    await expect(kiosk.getByRole('dialog', { name: 'Still there?' })).toBeVisible()
    await house.turn(31 * second)
    await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
    await expect(kiosk.getByRole('dialog')).toHaveCount(0)
    await expect(kiosk.locator('.phone-pad-digits')).toHaveAttribute('data-empty')
    await expect(kiosk.locator('html')).not.toHaveAttribute('data-large-type')
  })
})
