import { expect, type Locator, type Page } from 'playwright/test'
import { playDesk } from './desk.ts'
import { second } from './evening.ts'
import { type House, test } from './house.ts'
import { column } from './pages/console.ts'
import { openCategory, service } from './pages/guests.ts'
import { answerGreeting, comeIn, go, queued, typeInitials } from './pages/panel.ts'
import { openParty } from './party.ts'

const room = 'v06'

/** Ten taps of one finger at one point of the glass, whatever comes to lie under it. */
async function mash(house: House, page: Page, key: Locator, share = 0.5): Promise<void> {
  // The mouse does not scroll: what is below the fold would not be hit.
  await key.scrollIntoViewIfNeeded()
  const box = await key.boundingBox()
  if (!box) throw new Error('there is no key to mash')
  await house.paced(async () => {
    for (let tap = 0; tap < 10; tap += 1) {
      await page.mouse.click(box.x + box.width / 2, box.y + box.height * share)
      await house.turn(250)
    }
  })
}

/** From now on: in how many pictures of the page this word stands. */
async function picturesWith(page: Page, word: string): Promise<() => Promise<number>> {
  const count = await page.evaluateHandle(word => {
    const seen = { pictures: 0 }
    const look = () => {
      if (document.body.textContent?.includes(word)) seen.pictures += 1
      requestAnimationFrame(look)
    }
    look()
    return seen
  }, word)
  return () => count.evaluate(({ pictures }) => pictures)
}

test('Drunk: ten mashes, one request; undo within 8 s without reading; no gestures; 切歌 can be cancelled', async ({
  house,
}) => {
  test.setTimeout(180_000)
  const desk = await playDesk(house)
  const visit = await desk.open(room)
  const bar = await house.open('d1-bar', { viewport: { width: 1440, height: 900 } })
  const panel = await house.open(`d1-panel${room}`)
  await comeIn(panel)
  const tickets = column(bar, '新单').getByRole('article').filter({ hasText: 'V06' })
  const ordered = () => [...desk.client.slices('order/').values()].filter(one => JSON.stringify(one).includes(visit))

  await test.step('多选 and 下单', async () => {
    await openCategory(panel, '软饮')
    await panel.getByRole('button', { name: '多选 红牛' }).click()
    await house.turn(second)
    await panel.getByRole('button', { name: '加 可口可乐' }).click()
    await mash(house, panel, panel.getByRole('button', { name: /^下单/ }))
    await expect(tickets).toHaveCount(1)
    await expect(tickets).toContainText(['红牛'])
    await expect(panel.getByText('已取消')).toHaveCount(0)
    await house.turn(9 * second)
    expect(ordered()).toHaveLength(1)
  })

  await test.step('one of a thing', async () => {
    await mash(house, panel, panel.getByRole('button', { name: /^来一份 红牛/ }).first())
    await expect(tickets).toHaveCount(2)
    await house.turn(9 * second)
    expect(ordered()).toHaveLength(2)
  })

  await test.step('what the house proposes to a party that nobody knows', async () => {
    await panel.getByRole('navigation', { name: '酒水' }).getByRole('button', { name: '为您' }).click()
    const usual = panel.getByRole('region', { name: '大家爱点' }).getByRole('button', { name: /^大家爱点 ¥/ })
    await mash(house, panel, usual)
    await expect(tickets).toHaveCount(3)
    await house.turn(9 * second)
    expect(ordered()).toHaveLength(3)
    expect(JSON.stringify(ordered())).not.toContain('cancelled')
  })

  await test.step('下单, then 撤销 in the header: said, and gone from the bar', async () => {
    await openCategory(panel, '啤酒')
    await panel
      .getByRole('button', { name: /^来一份/ })
      .first()
      .click()
    await expect(tickets).toHaveCount(4)
    await house.turn(second)
    const undo = panel.getByRole('region', { name: '已下单' }).getByRole('button', { name: '撤销' })
    // It came to lie where the one before it ran out just now, and is deaf for a moment: who finds it so presses again.
    await expect
      .poll(async () => {
        if (await undo.isVisible()) await undo.click()
        return panel.getByText('已取消').isVisible()
      })
      .toBe(true)
    await expect(tickets).toHaveCount(3)
  })

  await test.step('ice, at the edge where 不用了 comes to lie', async () => {
    await go(panel, '服务')
    const urged = await picturesWith(panel, '已催')
    await mash(house, panel, service(panel, '冰块').getByRole('button').first(), 0.92)
    await expect(service(panel, '冰块')).toContainText('已收到')
    // Not for a moment either: between what the hub shows of a tap and what it answers there is a picture at most.
    expect(await urged()).toBeLessThanOrEqual(2)
  })

  await test.step('删除, where the next song moves up', async () => {
    await go(panel, '点歌')
    await typeInitials(panel, 'py')
    for (const at of [0, 1, 2, 3]) await panel.locator('.hit-add').nth(at).click()
    await go(panel, '歌单')
    await expect(queued(panel)).toHaveCount(3)
    // A row is another one, with keys that live, once the hub has its song: the taps are for such a row.
    await expect(panel.getByRole('button', { name: /^删除/, disabled: false })).toHaveCount(3)
    await mash(house, panel, panel.getByRole('button', { name: /^删除/ }).first())
    await house.turn(9 * second)
    await expect(queued(panel)).toHaveCount(2)
  })

  await test.step('切歌, and after all not', async () => {
    const singing = (await panel.locator('.now-title h1').textContent()) ?? ''
    await house.paced(async () => {
      await panel.getByRole('button', { name: '切歌' }).click()
      await house.turn(second)
      await panel.getByRole('button', { name: '不切了' }).click()
    })
    await house.turn(9 * second)
    await expect(panel.getByRole('button', { name: '切歌' })).toBeVisible()
    await expect(panel.locator('.now-title h1')).toHaveText(singing)
    await expect(queued(panel)).toHaveCount(2)
  })
})

/** Of a key on the glass, mm. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const mm = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'))
    const least = { manager: 30, primary: 24, standard: 20, min: 15 }
    const open = document.querySelector('dialog[open]') ?? document
    return Array.from(open.querySelectorAll('button'), key => {
      const { width, height } = key.getBoundingClientRect()
      const size = key.dataset.size ?? 'min'
      const wanted = size === 'manager' || size === 'primary' || size === 'standard' ? least[size] : least.min
      const short = Math.min(width, height) / mm
      // A manager's key that lies across the screen is as high as it is wide elsewhere.
      return width === 0 || short >= wanted - 0.1 ? '' : `${key.textContent}: ${short.toFixed(1)} of ${wanted} mm`
    }).filter(said => said !== '')
  })
}

/** A tablet on its side and upright. */
const tablets = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
]

test('every key of the panel is as large as a finger needs', async ({ house }) => {
  const panel = await openParty(house, room)
  const measure = async (what: string) => {
    for (const tablet of tablets) {
      await panel.setViewportSize(tablet)
      expect(await tooSmall(panel), `${what}, ${tablet.width} across`).toEqual([])
    }
  }
  for (const screen of ['歌单', '点歌', '服务', '评价']) {
    await go(panel, screen)
    await expect(panel.locator('.room-screen')).not.toBeEmpty()
    await measure(screen)
  }
  await expect(panel.getByRole('button', { name: '叫人帮忙' })).toHaveAttribute('data-size', 'manager')
  await panel.getByRole('button', { name: '不太满意' }).click()
  await expect(panel.getByRole('button', { name: '请经理来' })).toHaveAttribute('data-size', 'manager')
  await measure('不太满意')
  await openCategory(panel, '软饮')
  await measure('软饮')
  await panel.getByRole('button', { name: /^多选/ }).first().click()
  await expect(panel.getByRole('button', { name: /^下单/ })).toHaveAttribute('data-size', 'primary')
  await measure('多选')
  await go(panel, '服务')
  await expect(panel.getByRole('button', { name: '投诉' })).toHaveAttribute('data-size', 'manager')
  await panel.getByRole('button', { name: '投诉' }).click()
  await measure('投诉')
  await panel.getByRole('button', { name: '语言 English' }).click()
  await expect(panel.getByRole('dialog')).toBeVisible()
  await measure('语言')
})

test('a panel that lost its hub while its screens were on their way says so, and is whole when the hub is back', async ({
  house,
  browser,
}) => {
  const desk = await playDesk(house)
  await desk.open(room)
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
  // The drinks never arrive the first time: their code, and then their looks.
  let cut = true
  await context.route(/drinks-screen.*\.(js|css)$/, route => (cut ? route.abort() : route.continue()))
  const tablet = await house.open(`d1-panel${room}`, { context })
  await answerGreeting(tablet)
  // It has started anew once meanwhile, in vain.
  await expect(async () => {
    await go(tablet, '酒水')
    await expect(tablet.getByText('正在连接，请稍等')).toBeVisible({ timeout: 1000 })
  }).toPass()
  cut = false
  await house.turn(61 * second)
  await expect(tablet.locator('html')).toHaveAttribute('data-complete', '')
  await openCategory(tablet, '软饮')
  await expect(tablet.locator('.item').first()).toHaveCSS('display', 'flex')
})
