import { screen, within } from '@testing-library/preact'
import { describe, expect, it, vi } from 'vitest'
import { close, show } from '../app.testing.tsx'
import { dot } from '../parts/dot.ts'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { night, slip } from '../stage/night.ts'
import { NightPage } from './night-page.tsx'
import { VisitBill } from './visit-bill.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function read(visits: typeof night.visits): Promise<string | null | undefined> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={{ ...night, visits }} onVisit={() => undefined} />)
  const [figure] = screen.getAllByText('房费')
  const told = figure?.parentElement?.textContent
  close()
  return told
}

it('says beside the room charge that it holds what was settled, as long as a room is not', async () => {
  expect(night.visits.some(({ charge }) => charge === undefined)).toBe(true)
  expect(await read(night.visits)).toMatch(/^房费¥960(\.00)?只含当晚已买单的$/)
  const settled = night.visits.filter(({ charge }) => charge !== undefined)
  expect(await read(settled)).toMatch(/^房费¥960(\.00)?$/)
})

it('names who solved a call beside who came first, where that was somebody else', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={night} onVisit={() => undefined} />)
  expect(screen.getByText('阿豪 → 林静')).toBeTruthy()
  expect(screen.getAllByText(/^\S+ → \S+$/)).toHaveLength(1)
})

describe('the tables of the page', () => {
  const rowsOf = (name: string) =>
    within(screen.getByRole('region', { name }))
      .getAllByRole('row')
      .slice(1)
      .map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent),
      )
  async function open(report = night) {
    const link = createFakeLink('c1', tonight)
    link.put(...rooms, ...inside, ['self', self('manager')])
    await show(link, <NightPage report={report} onVisit={() => undefined} />)
  }

  it('says of what members brought that members did: a row of nobody would be looked for among the staff', async () => {
    const [someone] = night.people
    if (!someone) throw new Error('nobody worked')
    await open({ ...night, people: [{ ...someone, staff: 'm9', booked: 8_000, visitsBooked: 1 }] })
    expect(rowsOf('按员工')[0]?.[0]).toBe('会员订房')
  })

  it('lists what was returned, why and by which two, and what was given and taken back', async () => {
    await open()
    expect(rowsOf('退单')).toEqual([
      ['22:25', 'V08', '炸鸡翅 ×1', '质量不好', '¥58', '林静 + 阿豪'],
      ['', '合计', '', '', '¥58', ''],
    ])
    expect(rowsOf('赠送减免').map(cells => cells[2])).toEqual(['减免', '青岛纯生 ×3老周 已收回', ''])
    expect(rowsOf('赠送减免').at(-1)?.[4]).toBe('¥88')
  })

  it('tells which bookings nobody came for, what was paid ahead, and who cancelled', async () => {
    await open()
    expect(rowsOf('没来的预订')).toEqual([
      ['21:10', '中包', '6', '未付订金', '小陈', '过时没来'],
      ['23:00', 'V08', '12', '已付订金', '林静', '小美取消'],
    ])
    close()
    await open({ ...night, lostBookings: [] })
    expect(screen.queryByRole('region', { name: '没来的预订' })).toBeNull()
  })

  it('lists which bills were undone, by whom, and by how much the next one differs; on a night without, nothing', async () => {
    const [lower, left] = night.undoneBills
    if (!lower || !left) throw new Error('nothing was undone')
    const joined = { at: lower.at, visit: 'visit-v02', room: 'v02', joined: 'v05' }
    await open({ ...night, undoneBills: [lower, left, joined] })
    expect(rowsOf('撤销买单')).toEqual([
      ['22:46', 'V01', '¥1,236', '¥1,168', '-¥68', '林静', '对单'],
      ['23:14', 'A02', '¥2,106', '未再买单', '–', '小陈', '对单'],
      ['22:46', 'V02', '–', '并入 V05', '–', '–', '对单'],
      ['合计', '', '', '', '-¥68', '', ''],
    ])
    expect(screen.getAllByText('撤销买单')[0]?.parentElement?.textContent).toBe('撤销买单3')
    close()
    await open({ ...night, undoneBills: [] })
    expect(screen.queryByText('撤销买单')).toBeNull()
  })

  it('shows fen in a whole column where one amount has them', async () => {
    const [gift, other] = night.comps
    const [back] = night.returns
    const [ticket] = night.unticked
    if (!gift || !other || !back || !ticket) throw new Error('nothing to tell')
    await open({
      ...night,
      comps: [{ ...gift, amount: 1_250 }, other],
      returns: [back, { ...back, amount: 1_250 }],
      unticked: [ticket, { ...ticket, order: 'o77', total: 1_250 }],
    })
    expect(rowsOf('赠送减免').map(cells => cells[4])).toEqual(['¥12.50', '¥38.00', '¥88.00'])
    expect(rowsOf('退单').map(cells => cells[4])).toEqual(['¥58.00', '¥12.50', '¥58.00'])
    expect(rowsOf('未录收银').map(cells => cells[1])).toEqual(['¥128.00', '¥12.50', '¥140.50'])
  })

  it('says of what was given the night before that it was, when it was taken back, and that it is off the sum', async () => {
    const given = night.comps.find(({ takenBack }) => takenBack)
    if (!given) throw new Error('nothing was taken back')
    await open({ ...night, comps: [{ ...given, amount: -3_800, before: true }], compTotal: -3_800 })
    expect(rowsOf('赠送减免')[0]?.slice(0, 5)).toEqual([
      '22:32',
      'V05',
      '青岛纯生 ×3前一晚送出老周 已收回',
      '熟客',
      '-¥38',
    ])
    const table = screen.getByRole('region', { name: '赠送减免' })
    expect(table.querySelector('s')).toBeNull()
  })

  it('strikes out what was taken back on the same night: it is in no sum', async () => {
    await open()
    const struck = screen.getByRole('region', { name: '赠送减免' }).querySelectorAll('s')
    expect([...struck].map(amount => amount.textContent)).toEqual(['¥38'])
  })

  it('says of each party what it lacks to its minimum and what it was to pay, in sums that are those above', async () => {
    await open()
    const parties = rowsOf('开台')
    expect(parties[0]?.slice(1, 4)).toEqual(['18:20–22:40前一晚开的', '(4)', '¥688.00低消差¥312'])
    expect(parties[3]?.slice(3, 7)).toEqual(['¥1,751.50', '–', '-¥88.00', '¥1,663.50'])
    expect(parties.at(-1)).toEqual(['合计', '', '30', '¥6,985.00', '¥960.00', '-¥88.00', '¥7,857.00', '', ''])
    expect(screen.getAllByText('应收')[0]?.parentElement?.textContent).toBe('应收¥7,857房费只含已买单的')
    expect(screen.getByText('其中减免¥88')).toBeTruthy()
    expect(screen.getAllByText('低消还差')[0]?.parentElement?.textContent).toBe('低消还差¥312')
  })

  it('tells which complaints guests took back and which tickets nobody keyed in, and speaks of no lines of a journal', async () => {
    await open()
    expect(rowsOf('客人撤回的投诉')).toEqual([['21:50', 'V05', '投诉：等太久', '小美', '3:10']])
    expect(rowsOf('未录收银')).toEqual([
      ['V05', '¥128', '对单'],
      ['合计', '¥128', ''],
    ])
    expect(screen.getByText(/^统计截至/)).toBeTruthy()
    expect(screen.queryByText(/条记录/)).toBeNull()
  })
})

it('shows on 对单 what came off and beside the orders, by whom and when, and that it adds up', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  await show(link, <VisitBill slip={slip} />)
  const told = document.body.textContent ?? ''
  expect(told).toContain(`22:25 V08炸鸡翅 ×1${dot}质量不好林静 + 阿豪-¥58`)
  expect(told).toContain('青岛纯生 ×3')
  expect(told).toContain('撤销买单23:00 V08¥828 → ¥682林静-¥146')
  const sums = [...document.querySelectorAll('.slip-sum > div')].map(row => row.textContent)
  expect(sums).toEqual(['点单¥348', '退单-¥58', '房费¥480', '减免金额-¥88', '应收¥682'])
  expect(screen.getByText('低消差¥110')).toBeTruthy()
})

it('says of a bottle that was set right what was said of it before', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={night} onVisit={() => undefined} />)
  expect(screen.getByText('更正 8成 → 10成、架位C-12 → C-21、换了主人')).toBeTruthy()
})
