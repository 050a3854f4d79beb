/**
 * Saturday at eleven: forty rooms taken, four consoles, two of them phones in one hand. Thirty calls in a minute, the power
 * goes, one phone sleeps for five minutes. In the end the page of the night is held against the journal, row by row.
 */
import { expect, type Locator, type Page } from 'playwright/test'
import * as v from 'valibot'
import { rooms } from '../demo/venue/rooms.ts'
import type { DeviceClient } from '../lib/device-client.ts'
import { byName, type CountedNight, countNight } from './count-night.ts'
import { playDesk } from './desk.ts'
import { minute, second } from './evening.ts'
import { type House, test } from './house.ts'
import { go, signIn, signOut } from './pages/console.ts'

const laptop = { width: 1440, height: 900 }
const phone = { width: 375, height: 812 }

/** Each from a room of its own: what they want goes round. */
const calls = 30
/** Of what each of the staff took. */
const doneEach = 3
const wants = [
  { type: 'CallService', service: 'ice' },
  { type: 'Complain', category: 'audio' },
  { type: 'CallService', service: 'cups' },
  { type: 'CallService', service: 'microphone' },
  { type: 'Complain', category: 'drinks' },
] as const

test('forty rooms, thirty calls in a minute, a dead hub, a sleeping phone: each is answered once, and 早报 is the journal', async ({
  house,
}) => {
  test.setTimeout(180_000)
  await fillAllRooms(house)
  const panels = await Promise.all(rooms.map(({ id }) => house.play(`d1-panel${id}`)))
  const [manager, floor, chen, zhao] = await Promise.all([
    house.open('d1-manager', { viewport: laptop }),
    house.open('d1-floor', { viewport: laptop }),
    house.open('d1-desk', { viewport: phone }),
    house.open('d1-simdesk', { viewport: phone }),
  ])
  await Promise.all([
    signIn(manager, '周经理', '510841'),
    signIn(chen, '小陈', '310821'),
    signOut(zhao).then(() => signIn(zhao, '小赵', '310822')),
    tapName(floor, '小何'),
  ])
  const staff = [
    { page: manager, name: '周经理' },
    { page: floor, name: '小何' },
    { page: chen, name: '小陈' },
    { page: zhao, name: '小赵' },
  ]

  const call = async (from: number, until: number, awake = staff) => {
    for (let at = from; at < until; at += 1) {
      await callFrom(panels, at)
      await house.turn(2 * second, [])
      // They do not wait until it is over.
      if (at % 3 === 2) await takeOne(awake[at % awake.length])
    }
  }

  await test.step('the first fifteen; four take the same card in the same moment', async () => {
    await call(0, 15)
    await expect(takeKeys(manager).first()).toBeVisible()
    await Promise.all(staff.map(takeOne))
  })

  await test.step('the power goes: what is tapped meanwhile is sent once it is back', async () => {
    await house.kill()
    await expect(chen.getByText(/连不上主机/).first()).toBeVisible()
    await takeOne(staff[2])
    await expect(chen.getByText('待发送').first()).toBeVisible()
    await house.start()
    for (const { page } of staff) await expect(page.getByText(/连不上主机/)).toHaveCount(0)
    await expect(chen.getByText('待发送')).toHaveCount(0)
  })

  await test.step('one phone sleeps for five minutes and wakes to what is true by then', async () => {
    await zhao.context().setOffline(true)
    await call(15, calls, staff.slice(0, 3))
    await house.turn(5 * minute, [zhao])
    await zhao.context().setOffline(false)
    await expect(zhao.getByText(/连不上主机/)).toHaveCount(0)
  })

  await test.step('all is answered, some of it done, and everybody sees the same', async () => {
    await Promise.all(staff.map(workOff))
    for (const { page } of staff) await expect(takeKeys(page)).toHaveCount(0)
  })

  await test.step('早报, asked for while the link is away, tells what the journal tells, row by row', async () => {
    await house.turn(minute)
    await go(manager, '早报')
    const shown = await readNight(manager)
    for (const panel of panels) panel.close()
    await house.kill()
    const { called, twice, ...tables } = countNight(await house.journal())
    expect(shown).toEqual(tables)
    expect(twice).toEqual([])
    expect(called).toBeGreaterThanOrEqual(calls)
    expect(tables.visits).toHaveLength(rooms.length)
  })
})

const Room = v.object({ condition: v.string(), visit: v.optional(v.string()) })

/** Who is not there yet comes now; some rooms have drinks already. */
async function fillAllRooms(house: House): Promise<void> {
  const desk = await playDesk(house)
  for (const [at, { id }] of rooms.entries()) {
    const { condition, visit } = v.parse(Room, desk.client.slice(`room/${id}`))
    if (condition === 'to-clean') await desk.tell({ type: 'CleanRoom', room: id })
    if (condition === 'out-of-order') await desk.tell({ type: 'SetOutOfOrder', room: id, outOfOrder: false })
    if (visit === undefined) await desk.open(id, 2 + (at % 3), true)
    // Nobody opens rooms quicker than that.
    await house.turn(second)
  }
  desk.client.close()
}

async function callFrom(panels: readonly DeviceClient[], at: number): Promise<void> {
  const want = wants[at % wants.length]
  const panel = panels[at]
  if (!want || !panel) throw new Error(`nobody calls from the ${at}th room`)
  const { id } = v.parse(v.object({ id: v.string() }), panel.slice('visit'))
  expect(await panel.command(want, { visit: id })).toMatchObject({ ok: true })
}

const takeKeys = (page: Page): Locator =>
  page.getByRole('article').getByRole('button', { name: /^接单/ }).and(page.locator(':enabled'))

interface Hands {
  readonly page: Page
  readonly name: string
}

/** At a station one's name is enough. */
async function tapName(page: Page, name: string): Promise<void> {
  await go(page, '现场')
  await page.getByRole('button', { name: '谁来做？点自己的名字' }).click()
  await page.getByRole('button', { name }).click()
}

/** What hurts most of what this screen shows; `nth` of those that wait, where several hands reach for them. */
async function takeOne(hands: Hands | undefined, nth = 0): Promise<boolean> {
  if (!hands) throw new Error('nobody is there to take it')
  const open = takeKeys(hands.page)
  const waiting = await open.count()
  if (waiting === 0) return false
  // Somebody was quicker: the hand has nothing to press any more.
  await open
    .nth(nth % waiting)
    .click({ timeout: 3000 })
    .catch(() => undefined)
  return true
}

/** Takes until nobody waits any more, then does some of it; the rest is still in hand when the page of the night is read. */
async function workOff(hands: Hands, nth: number): Promise<void> {
  // Of two who took the same one, one hears that it is the other's.
  while (await takeOne(hands, nth)) await expect(hands.page.getByText('待发送')).toHaveCount(0)
  for (let done = 0; done < doneEach; done += 1) await doOne(hands)
}

/** One that they took themselves: 解决, and how. */
async function doOne({ page, name }: Hands): Promise<void> {
  const own = page
    .getByRole('article')
    .filter({ hasText: `${name}接单` })
    .filter({ has: page.getByRole('button', { name: '解决', exact: true }) })
  // Whoever came too late every time has nothing to do.
  if ((await own.count()) === 0) return
  // By its own name: others come before it while its taker reads.
  const key = await own.first().getAttribute('data-slice-key')
  const row = page.locator(`article[data-slice-key="${key}"]`)
  const resolve = row.getByRole('button', { name: '解决', exact: true })
  const done = row.getByRole('button', { name: '已办好' })
  // A second tap at once, so near the first, would be the same finger: a hand presses again.
  await expect(async () => {
    if (await done.isVisible()) await done.click({ timeout: 2000 })
    else if (await resolve.isVisible()) await resolve.click({ timeout: 2000 })
    expect((await done.count()) + (await resolve.count())).toBe(0)
  }).toPass({ intervals: [100] })
}

/** The tables of the page, as `countNight` writes them. */
async function readNight(page: Page): Promise<Pick<CountedNight, 'rooms' | 'kinds' | 'people' | 'visits'>> {
  const table = async (name: string, wanted: readonly (number | string)[]) => {
    const found = page.getByRole('region', { name: '早报' }).getByRole('region', { name, exact: true })
    const rows = found.locator('tbody tr')
    await expect(rows.first()).toBeVisible()
    const heads = await found.locator('thead th').allTextContents()
    const columns = wanted.map(column => (typeof column === 'number' ? column : heads.indexOf(column)))
    const cells = await rows.evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent ?? '')))
    return cells.map(row => columns.map(column => row[column] ?? '')).sort(byName)
  }
  return {
    rooms: await table('按包厢', [0, 1, 2, 4]),
    kinds: await table('按呼叫内容', [0, 1, 2, 4]),
    people: (await table('按员工', [0, '接呼叫', '一般等'])).filter(([, taken]) => taken !== '0'),
    visits: (await table('开台', [0, 1, 2, 3, 8])).map(
      ([room = '', hours = '', party = '', money = '', orders = '']) => [
        room,
        hours.slice(0, 5),
        party,
        money.replace(/[¥,]/g, ''),
        orders.replace('单', ''),
      ],
    ),
  }
}
