/**
 * What one panel holds after an evening: the orders of eight hours, and looking around in between, by its own keys, on a real
 * hub. Counted each time on the same screen, the one where all orders are: a page of forty drinks holds more than one of five.
 */
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright'
import type { Figure } from '../figure.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { openPanel } from './open-panel.ts'

/** One for every two minutes of eight hours. */
const rounds = { full: 240, quick: 20 }
/** A page that grew by half would be twice as large by the second night. */
const growth = 1.5

const section = '包厢屏一晚 panel over an evening'

export async function measureMemory({ folder, scale, progress }: Bench): Promise<Figure[]> {
  const { page, devtools, close } = await openPanel(join(folder, 'house'))
  const count = scale.quick ? rounds.quick : rounds.full
  try {
    // A round that is asked about comes when it comes.
    await page.addLocatorHandler(page.getByRole('dialog'), dialog => dialog.getByRole('button').first().click())
    // What is made once and stays is no growth.
    for (let round = 0; round < 5; round += 1) await live(page, round)
    const before = await held(page, devtools)
    for (let round = 0; round < count; round += 1) {
      if (round % 20 === 0) progress(`${round}/${count}`)
      await live(page, round)
    }
    const after = await held(page, devtools)
    const how = `${count} rounds through every screen: an order, taken back or kept; after a forced collection`
    const figure = (name: string, unit: Figure['unit'], value: number, was: number): Figure => {
      return { section, how, name, value, unit, beside: { what: 'before', value: was }, atMost: growth }
    }
    return [
      figure('JS heap', 'MB', after.heapMb, before.heapMb),
      figure('DOM nodes', 'k', after.nodes / 1000, before.nodes / 1000),
      figure('listeners', 'k', after.listeners / 1000, before.listeners / 1000),
    ]
  } finally {
    await close()
  }
}

async function live(page: Page, round: number): Promise<void> {
  const screens = page.getByRole('navigation').first().getByRole('button')
  for (let at = (await screens.count()) - 1; at >= 0; at -= 1) await screens.nth(at).click()
  await page.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '酒水' }).click()
  const drinks = page.getByRole('button', { name: /^来一份/ })
  const categories = page.getByRole('navigation', { name: '酒水' }).getByRole('button')
  await categories.nth(1 + (round % 6)).click()
  if ((await drinks.count()) > 0) await drinks.nth(round % (await drinks.count())).click()
  if (round % 3 > 0) return
  const undo = page.getByRole('region', { name: '已下单' }).getByRole('button', { name: '撤销' }).first()
  if (await undo.isVisible()) await undo.click({ timeout: 1000 }).catch(() => undefined)
}

/** In the page. */
const allBrought = `document.querySelector('.order-row') && !document.querySelector('.order-row:not([data-status=delivered])')`

async function held(page: Page, devtools: CDPSession): Promise<{ heapMb: number; nodes: number; listeners: number }> {
  await page.getByRole('navigation', { name: '酒水' }).getByRole('button', { name: '为您' }).click()
  // Until the bar has brought all of it: an evening's last rounds are minutes apart, these came within seconds.
  await page.waitForFunction(allBrought)
  await devtools.send('HeapProfiler.enable')
  for (let again = 0; again < 3; again += 1) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return { heapMb: usedSize / 2 ** 20, nodes, listeners: jsEventListeners }
}
