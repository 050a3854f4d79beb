import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { MenuSetupView } from '../../../shared/protocol/views/setup.ts'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink, type FakeLink } from '../stage/fake-link.ts'
import { menuSetup, staffSetup, venueSetup } from '../stage/setup.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

// What the screen fetches when it is opened: on a machine that does other things the first time is no measure.
beforeAll(async () => {
  await import('./setup.tsx')
}, 60_000)

/** The manager has 设置 open, at a section. */
async function open(section: string, menu = () => menuSetup, venue = venueSetup): Promise<FakeLink> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')], ...inside, ['setup', { venue: 0, menu: 0, staff: 0 }])
  link.answerQueries(query =>
    query.type === 'MenuSetup'
      ? menu()
      : query.type === 'StaffSetup'
        ? staffSetup
        : query.type === 'VenueSetup'
          ? venue
          : undefined,
  )
  await show(link)
  await goTo(section)
  return link
}

async function goTo(section: string): Promise<void> {
  const sections = await waitFor(
    () => {
      // Whoever just signed in is first led to their own board.
      fireEvent.click(within(screen.getByRole('navigation', { name: '功能' })).getByRole('button', { name: '设置' }))
      return screen.getByRole('group', { name: '设置哪一块' })
    },
    { timeout: 5_000 },
  )
  fireEvent.click(within(sections).getByRole('button', { name: section }))
}

const row = (name: RegExp) => screen.findByRole('button', { name })
const typePrice = (amount: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: '价格' }), { target: { value: amount } })
const pressSave = () => fireEvent.click(screen.getByRole('button', { name: '保存' }))

describe('the price list in set-up', () => {
  test('a price is typed as money, and sent with the version that was seen', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await row(/百威/))
    typePrice('32.5')
    pressSave()
    await waitFor(() =>
      expect(link.sent).toMatchObject([
        { type: 'SaveItem', item: 'i2', rev: 0, fields: { price: 3_250, name: { zhHans: '百威' } } },
      ]),
    )
    expect(await screen.findByText('已保存：百威')).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('a price that is no amount is said to be none, and not sent', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await row(/百威/))
    typePrice('12.345')
    expect(screen.getByText('像 1280.25 这样写')).toBeTruthy()
    pressSave()
    expect(link.sent).toEqual([])
    typePrice('１２')
    pressSave()
    await waitFor(() => expect(link.sent).toMatchObject([{ fields: { price: 1_200 } }]))
  })

  test('a new drink wants a name; its notes are given ids by the hub', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一款' }))
    const save = screen.getByRole('button', { name: '保存' })
    expect(save.hasAttribute('disabled')).toBe(true)
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '乌苏' } })
    typePrice('26')
    // As the other beers.
    expect(screen.getByRole('button', { name: '含酒精' }).getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: '加备注' }))
    fireEvent.input(screen.getByRole('textbox', { name: '备注 1 简体' }), { target: { value: '冰的' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveItem',
      rev: 0,
      fields: {
        category: 'beer',
        name: { zhHans: '乌苏' },
        unit: { zhHans: '份', en: 'portion' },
        price: 2_600,
        prices: [],
        components: [],
        again: true,
        alcohol: true,
        tags: [],
        options: [{ name: { zhHans: '冰的' } }],
        gift: false,
      },
    })
  })

  test('a drink without a price is asked about: every room could order it at once', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一款' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '乌苏' } })
    pressSave()
    const asked = await screen.findByRole('dialog', { name: '价格是0' })
    fireEvent.click(within(asked).getByRole('button', { name: '取消' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '价格是0' })).toBeNull())
    expect(link.sent).toEqual([])
    await waitFor(() => expect(screen.getByRole('button', { name: '保存' }).getAttribute('aria-busy')).toBeNull())
    pressSave()
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: '价格是0' })).getByRole('button', { name: '不收钱' }),
    )
    await waitFor(() =>
      expect(link.sent).toMatchObject([{ type: 'SaveItem', fields: { name: { zhHans: '乌苏' }, price: 0 } }]),
    )
  })

  test('what was typed is not lost when a thing is put back on the list: it is asked first', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: /^已下架/ }))
    fireEvent.click(await row(/雪花/))
    typePrice('26')
    const putBack = () => fireEvent.click(screen.getByRole('button', { name: '重新上架' }))
    putBack()
    const asked = async () => within(await screen.findByRole('dialog', { name: '改动还没保存' }))
    fireEvent.click((await asked()).getByRole('button', { name: '返回' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '价格' }).value).toBe('26')
    expect(link.sent).toEqual([])
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '改动还没保存' })).toBeNull())
    putBack()
    // The key says what it does.
    fireEvent.click((await asked()).getByRole('button', { name: '重新上架' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'RetireItem', item: 'i8', rev: 0, retired: false }]))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '价格' })).toBeNull())
  })

  test('hours of the room go with the last thing in a package', async () => {
    const components = [{ item: 'i5', qty: 1 }]
    const link = await open('酒水', () => ({
      ...menuSetup,
      items: menuSetup.items.map(item => (item.id === 'i6' ? { ...item, components } : item)),
    }))
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: /^套餐/ }))
    fireEvent.click(await row(/欢唱套餐/))
    expect(screen.getByRole<HTMLInputElement>('spinbutton', { name: '含几小时房费' }).value).toBe('3')
    fireEvent.click(screen.getByRole('button', { name: /^减 大果盘/ }))
    await waitFor(() => expect(screen.queryByRole('spinbutton', { name: '含几小时房费' })).toBeNull())
    pressSave()
    await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveItem', fields: { components: [] } }]))
    expect(link.sent[0]).not.toHaveProperty('fields.hours')
  })

  test('what somebody else changed meanwhile is said, and not written over unseen', async () => {
    let menu: MenuSetupView = menuSetup
    const link = await open('酒水', () => menu)
    fireEvent.click(await row(/百威/))
    typePrice('99')
    menu = { ...menu, items: menu.items.map(item => (item.id === 'i2' ? { ...item, rev: 1, price: 3_100 } : item)) }
    link.put(['setup', { venue: 0, menu: 1, staff: 0 }])
    expect(await screen.findByText(/刚改过这一项/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '价格' }).value).toBe('99')
    fireEvent.click(screen.getByRole('button', { name: '看新的' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '价格' }).value).toBe('31')
    expect(screen.queryByText(/刚改过这一项/)).toBeNull()
  })

  test('a refusal is said in words, and what was typed stays; it outlives the session', async () => {
    const link = await open('酒水')
    link.answerWith(() => refused(refuse('name-taken', 'choose-other')))
    fireEvent.click(await row(/科罗娜/))
    typePrice('41')
    pressSave()
    expect(await screen.findByText('已有同名的，换个名字')).toBeTruthy()
    link.put(['self', self()])
    await waitFor(() => expect(screen.queryByRole('button', { name: '保存' })).toBeNull())
    link.put(['self', self('manager')])
    await goTo('酒水')
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '价格' })).value).toBe('41')
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
  })
})

describe('staff in set-up', () => {
  test('a new person types their PIN twice, then the manager theirs', async () => {
    const link = await open('员工')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一位员工' }))
    fireEvent.input(screen.getByRole('textbox', { name: /简体$/ }), { target: { value: '小林' } })
    fireEvent.click(within(screen.getByRole('group', { name: '岗位' })).getByRole('button', { name: '吧台' }))
    pressSave()
    for (const pin of ['480271', '480271', '123456'])
      for (const digit of pin) fireEvent.keyDown(document.body, { key: digit })
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'NewStaff',
      name: { zhHans: '小林' },
      role: 'bar',
      zone: [],
      newPin: '480271',
      pin: '123456',
    })
  })

  test('a manager is the owner’s affair', async () => {
    await open('员工')
    const owner = await row(/何生/)
    expect(owner.hasAttribute('disabled')).toBe(true)
    fireEvent.click(await row(/老周/))
    const ranks = within(screen.getByRole('group', { name: '岗位' }))
    expect(ranks.getByRole('button', { name: '老板' }).hasAttribute('disabled')).toBe(true)
  })
})

describe('rooms in set-up', () => {
  test('a room is moved on the plan by taps or by arrow keys, and the places are saved as one', async () => {
    const link = await open('包厢')
    link.answerWith(() => done())
    const plan = within(await screen.findByRole('group', { name: '平面图' }))
    const [first, second] = venueSetup.rooms.filter(({ floor }) => floor === venueSetup.rooms[0]?.floor)
    if (!first || !second) throw new Error('too few rooms')
    fireEvent.click(plan.getByRole('button', { name: first.name }))
    fireEvent.click(plan.getByRole('button', { name: '第4排第5格' }))
    fireEvent.keyDown(plan.getByRole('button', { name: second.name }), { key: 'ArrowDown' })
    fireEvent.click(screen.getByRole('button', { name: '保存位置' }))
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'PlaceRooms' })
    const places = link.sent[0]?.type === 'PlaceRooms' ? link.sent[0].places : []
    expect(places).toContainEqual({ room: first.id, rev: 0, at: { x: 4, y: 3 } })
    expect(places.find(({ room }) => room === second.id)?.at.y).toBe(1)
  })

  test('a room goes on by the keys, and back where it was there is nothing to save', async () => {
    const placed = venueSetup.rooms.map((room, x) => ({ ...room, at: { x: x % 12, y: Math.floor(x / 12) } }))
    const [first] = placed
    if (!first) throw new Error('too few rooms')
    const link = await open('包厢', undefined, { ...venueSetup, rooms: placed })
    link.answerWith(() => done())
    const plan = within(await screen.findByRole('group', { name: '平面图' }))
    plan.getByRole('button', { name: first.name }).focus()
    const press = async (key: string) => {
      const { activeElement: before } = document
      if (before) fireEvent.keyDown(before, { key })
      await waitFor(() => expect(document.activeElement).not.toBe(before))
      expect(document.activeElement?.textContent).toBe(first.name)
    }
    const save = () => screen.getByRole('button', { name: '保存位置' })
    await press('ArrowDown')
    await press('ArrowUp')
    expect(save()).toHaveProperty('disabled', true)
    await press('ArrowDown')
    await press('ArrowDown')
    fireEvent.click(save())
    await waitFor(() =>
      expect(link.sent).toEqual([{ type: 'PlaceRooms', places: [{ room: first.id, rev: 0, at: { x: 0, y: 2 } }] }]),
    )
  })

  test('another room that is tapped on the plan is the one in hand, and what was cancelled is in nobody’s', async () => {
    const link = await open('包厢')
    link.answerWith(() => done())
    const plan = within(await screen.findByRole('group', { name: '平面图' }))
    const [first, second] = venueSetup.rooms.filter(({ floor }) => floor === venueSetup.rooms[0]?.floor)
    if (!first || !second) throw new Error('too few rooms')
    const tap = (name: string) => fireEvent.click(plan.getByRole('button', { name }))
    const held = () => plan.queryAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)
    tap(first.name)
    await screen.findByText(`点${first.name}要放的格子，或另一间`)
    tap(second.name)
    await waitFor(() => expect(held()).toEqual([second.name]))
    expect(screen.queryByRole('button', { name: '保存位置' })).toBeNull()
    tap('第4排第5格')
    await waitFor(() => expect(held()).toEqual([]))
    tap(first.name)
    await waitFor(() => expect(held()).toEqual([first.name]))
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    await waitFor(() => expect(held()).toEqual([]))
    tap(second.name)
    tap('第5排第5格')
    fireEvent.click(await screen.findByRole('button', { name: '保存位置' }))
    await waitFor(() => expect(link.sent).toHaveLength(1))
    const places = link.sent[0]?.type === 'PlaceRooms' ? link.sent[0].places : []
    expect(places).toContainEqual({ room: second.id, rev: 0, at: { x: 4, y: 4 } })
  })

  test('a floor that is out of bounds says so alone: the zone that follows it keeps the one that holds', async () => {
    await open('包厢')
    const list = within(await screen.findByRole('region', { name: '包厢' }))
    fireEvent.click(list.getByRole('button', { name: /^V01.+/ }))
    const floor = screen.getByRole('spinbutton', { name: '楼层' })
    const zone = screen.getByRole('spinbutton', { name: '区域' })
    const { value: before } = zone as HTMLInputElement
    for (const typed of ['2000', '']) {
      fireEvent.input(floor, { target: { value: typed } })
      await screen.findByText('填-9到199')
      expect(zone).toHaveProperty('value', before)
      expect(screen.queryByText('填-9到999')).toBeNull()
    }
    fireEvent.input(floor, { target: { value: '7' } })
    await waitFor(() => expect(zone).toHaveProperty('value', '7'))
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
  })

  test('a new room and a class want their names', async () => {
    const link = await open('包厢')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加包厢' }))
    fireEvent.input(screen.getByRole('textbox', { name: '房名' }), { target: { value: '888' } })
    fireEvent.click(within(screen.getByRole('group', { name: '房型' })).getByRole('button', { name: '豪华大包' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'SaveRoom', rev: 0, fields: { name: '888', roomClass: 'big' } })
  })

  test('another class for a room with guests in it is asked about before it is saved', async () => {
    const link = await open('包厢')
    link.answerWith((_, sure) => (sure ? done() : refused(refuse('room-taken', 'confirm'))))
    const list = within(await screen.findByRole('region', { name: '包厢' }))
    fireEvent.click(list.getByRole('button', { name: /^V01.+/ }))
    fireEvent.click(within(screen.getByRole('group', { name: '房型' })).getByRole('button', { name: '豪华大包' }))
    pressSave()
    expect(await screen.findByText(/按新房型算价/)).toBeTruthy()
    fireEvent.click(await screen.findByRole('button', { name: '确定' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '房型' })).toBeNull())
    expect(link.sent.map(({ type }) => type)).toEqual(['SaveRoom', 'SaveRoom'])
  })

  test('another class for a room with guests in it that is promised as well is asked about in one breath', async () => {
    const link = await open('包厢')
    link.answerWith((_, sure) => (sure ? done() : refused(refuse('in-use', 'confirm'))))
    const list = within(await screen.findByRole('region', { name: '包厢' }))
    const choose = (room: RegExp) => {
      fireEvent.click(list.getByRole('button', { name: room }))
      fireEvent.click(within(screen.getByRole('group', { name: '房型' })).getByRole('button', { name: '豪华大包' }))
      pressSave()
    }
    const question = async () => (await screen.findByRole('dialog', { name: '再确认一次' })).querySelector('.question')
    choose(/^V01.+/)
    expect((await question())?.textContent).toBe(
      '包厢里有客人，之后点的酒水会按新房型算价。\n有预订要靠这间，这样就兑现不了。仍要继续？',
    )
    fireEvent.click(screen.getByRole('button', { name: '确定' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '房型' })).toBeNull())
    expect(link.sent).toHaveLength(2)
    // Nobody is in this one.
    choose(/^V03.+/)
    expect((await question())?.textContent).toBe('有预订要靠这间，这样就兑现不了。仍要继续？')
  })
})

describe('a name in set-up', () => {
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByRole('textbox', { name: label }), { target: { value } })

  test('of a house says which characters no screen draws, whatever language they are in', async () => {
    await open('门店')
    await screen.findByRole('textbox', { name: '店名 简体' })
    type('店名 简体', '乐声 KTV')
    type('店名 English', 'Lesheng 🎤 𱁬')
    await screen.findByText('◆ 这些字显示不出：🎤 𱁬')
    type('店名 English', 'Lesheng')
    await waitFor(() => expect(screen.queryByText(/显示不出/)).toBeNull())
    // What is typed outlives the test.
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
  })

  test('is as the first where another language is left blank, and says that the first is missing', async () => {
    const link = await open('酒水')
    link.answerWith(() => done())
    fireEvent.click(await row(/百威/))
    type('名称 English', '  ')
    type('名称 繁體', '\u200b')
    type('名称 简体', ' ')
    expect(await screen.findByText('先填简体')).toBeTruthy()
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    type('名称 简体', '百威')
    await waitFor(() => expect(screen.queryByText('先填简体')).toBeNull())
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toHaveProperty('fields.name', { zhHans: '百威' })
  })

  test('of a room likewise', async () => {
    await open('包厢')
    fireEvent.click(await screen.findByRole('button', { name: '加包厢' }))
    type('房名', 'V30👑')
    await screen.findByText('◆ 这些字显示不出：👑')
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
  })
})

describe('tariffs in set-up', () => {
  test('no more hours are offered than a tariff may have, and how many that is is said', async () => {
    await open('计时')
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    for (let hours = 1; hours < 24; hours += 1) fireEvent.click(await screen.findByRole('button', { name: '加时段' }))
    await screen.findByText('最多24个')
    expect(screen.queryByRole('button', { name: '加时段' })).toBeNull()
    fireEvent.click(screen.getAllByRole('button', { name: '删除' })[0] ?? document.body)
    await screen.findByRole('button', { name: '加时段' })
    expect(screen.queryByText('最多24个')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
  })

  test('Friday and Saturday cost more: the first hours that fit count', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '计时' } })
    for (const day of ['周一', '周二', '周三', '周四', '周日'])
      fireEvent.click(screen.getByRole('button', { name: day }))
    fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
    fireEvent.click(screen.getByRole('button', { name: '加时段' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveTariff',
      rev: 0,
      fields: {
        kind: 'timed',
        name: { zhHans: '计时' },
        roomClass: 'middle',
        bands: [
          { days: [5, 6], from: 720, to: 1800, price: 12_800 },
          { from: 720, to: 1800, price: 12_800 },
        ],
      },
    })
  })

  test('hours without a price are asked about', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '计时' } })
    pressSave()
    const asked = await screen.findByRole('dialog', { name: '价格是0' })
    expect(link.sent).toEqual([])
    fireEvent.click(within(asked).getByRole('button', { name: '不收钱' }))
    await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveTariff', fields: { bands: [{ price: 0 }] } }]))
  })

  test('counted in half hours, as long as it is by the hour', async () => {
    const link = await open('计时')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '夜场' } })
    fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
    const steps = () => within(screen.getByRole('group', { name: '计时单位（不足一段，按一段算）' }))
    expect(steps().getByRole('button', { name: '1分钟' }).getAttribute('aria-pressed')).toBe('true')
    fireEvent.click(steps().getByRole('button', { name: '30分钟' }))
    fireEvent.click(screen.getByRole('button', { name: '包段' }))
    expect(screen.queryByRole('group', { name: '计时单位（不足一段，按一段算）' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '按小时' }))
    fireEvent.click(steps().getByRole('button', { name: '1小时' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'SaveTariff', fields: { kind: 'timed', step: 60 } })
  })
})

test('a length is typed digit by digit, on from what is out of bounds alone', async () => {
  await open('计时')
  fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
  fireEvent.click(screen.getByRole('button', { name: '包段' }))
  const length = screen.getByRole('spinbutton')
  for (const typed of ['1', '12', '120']) {
    fireEvent.input(length, { target: { value: typed } })
    await waitFor(() => expect(length).toHaveProperty('value', typed))
  }
  // Back by a digit and on again.
  for (const typed of ['12', '1', '15', '150']) fireEvent.input(length, { target: { value: typed } })
  fireEvent.blur(length)
  await waitFor(() => expect(length).toHaveProperty('value', '150'))
})

test('a length is emptied again: the tariff lasts until its hours end', async () => {
  const link = await open('计时')
  link.answerWith(() => done())
  fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
  fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '夜场' } })
  fireEvent.input(screen.getByRole('textbox', { name: '每小时' }), { target: { value: '128' } })
  fireEvent.click(screen.getByRole('button', { name: '包段' }))
  const length = screen.getByRole('spinbutton')
  for (const typed of ['120', '']) fireEvent.input(length, { target: { value: typed } })
  fireEvent.blur(length)
  await waitFor(() => expect(length).toHaveProperty('value', ''))
  pressSave()
  await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveTariff', fields: { kind: 'block' } }]))
  expect(link.sent[0]).not.toHaveProperty('fields.minutes')
})

test('a number out of its bounds is said and not sent, nor is none where there must be one', async () => {
  const link = await open('包厢')
  link.answerWith(() => done())
  fireEvent.click(await screen.findByRole('button', { name: /^小包/ }))
  const capacity = screen.getByRole('spinbutton', { name: '可坐几位' })
  const type = (typed: string) => {
    fireEvent.input(capacity, { target: { value: typed } })
    fireEvent.blur(capacity)
  }
  for (const typed of ['120', '']) {
    type(typed)
    await screen.findByText('填1到99')
    await waitFor(() => expect(capacity).toHaveProperty('value', typed))
    pressSave()
  }
  type('12')
  await waitFor(() => expect(screen.queryByText('填1到99')).toBeNull())
  pressSave()
  await waitFor(() => expect(link.sent).toMatchObject([{ type: 'SaveRoomClass', fields: { capacity: 12 } }]))
})

describe('a form that is closed', () => {
  const close = () => fireEvent.click(screen.getByRole('button', { name: '关闭' }))

  test('asks first if something was typed, and goes at once if nothing was', async () => {
    await open('计时')
    fireEvent.click(await screen.findByRole('button', { name: '加计费 中包' }))
    close()
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '加计费' })).toBeNull())
    fireEvent.click(screen.getByRole('button', { name: '加计费 中包' }))
    fireEvent.input(screen.getByRole('textbox', { name: '名称 简体' }), { target: { value: '夜场' } })
    close()
    fireEvent.click(await screen.findByRole('button', { name: '返回' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '名称 简体' }).value).toBe('夜场')
    close()
    fireEvent.click(await screen.findByRole('button', { name: '不要了' }))
    await waitFor(() => expect(screen.queryByRole('textbox', { name: '名称 简体' })).toBeNull())
  })
})

describe('the rules in set-up', () => {
  test('only what was changed is sent, and unchanged there is nothing to save', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const calls = within(await screen.findByRole('group', { name: '呼叫' }))
    expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
    fireEvent.input(calls.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '3' } })
    fireEvent.change(screen.getByRole('combobox', { name: '评价送一份' }), { target: { value: '' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SavePolicy',
      rev: 0,
      changes: { answerMs: { service: 180_000, complaint: 120_000, vip: 60_000 }, feedbackReward: '' },
    })
  })

  test('a category has clocks of its own, one each, and loses them', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const add = await screen.findByRole<HTMLSelectElement>('combobox', { name: '加一类' })
    const offered = () => [...add.options].map(({ value }) => value)
    expect(offered()).not.toContain('ice')
    fireEvent.change(add, { target: { value: 'audio' } })
    const audio = within(screen.getByRole('group', { name: '投诉：话筒音响' }))
    expect(offered()).not.toContain('audio')
    // It begins with what held until now.
    expect(audio.getByRole<HTMLInputElement>('spinbutton', { name: '几分钟内有人到' }).value).toBe('2')
    fireEvent.input(audio.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '1' } })
    fireEvent.click(within(screen.getByRole('group', { name: '冰块' })).getByRole('button', { name: '删除' }))
    fireEvent.click(within(screen.getByRole('group', { name: '哪些等级算贵宾' })).getByRole('button', { name: '金卡' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SavePolicy',
      rev: 0,
      changes: {
        requestClocks: [{ of: 'audio', answerMs: 60_000, resolveMs: 900_000 }],
        vipTiers: ['diamond', 'black', 'gold'],
      },
    })
  })

  test('what follows another is neither emptied nor out of bounds with it: the one that was typed says so alone', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const calls = within(await screen.findByRole('group', { name: '呼叫' }))
    const ofCalls = calls.getByRole('spinbutton', { name: '几分钟内办好' })
    const ofIce = within(screen.getByRole('group', { name: '冰块' })).getByRole('spinbutton', { name: '几分钟内办好' })
    for (const typed of ['500', '']) {
      fireEvent.input(ofCalls, { target: { value: typed } })
      await waitFor(() => expect(screen.getAllByText('填1到240')).toHaveLength(1))
      expect(ofIce).toHaveProperty('value', '15')
    }
    fireEvent.change(screen.getByRole('combobox', { name: '加一类' }), { target: { value: 'cups' } })
    const cups = within(await screen.findByRole('group', { name: '杯子' }))
    expect(cups.getByRole('spinbutton', { name: '几分钟内办好' })).toHaveProperty('value', '15')
    fireEvent.input(ofCalls, { target: { value: '20' } })
    await waitFor(() => expect(ofIce).toHaveProperty('value', '20'))
    fireEvent.input(calls.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '500' } })
    await screen.findByText('填1到240')
    expect(calls.queryByText(/没人应/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
  })

  test('how long a name is sung, who is waited for and how many songs lie ready are set here, within bounds', async () => {
    const link = await open('规则')
    link.answerWith(() => done())
    const set = (name: string, value: string) => {
      const field = screen.getByRole('spinbutton', { name })
      fireEvent.input(field, { target: { value } })
      fireEvent.blur(field)
    }
    await screen.findByRole('group', { name: '呼叫' })
    set('大堂唱名几秒', '20')
    set('备几首歌（0：不备）', '0')
    set('几秒内没有工作台响过，马上升级（0：不管）', '0')
    // Nobody reads a name in two seconds.
    set('大堂唱名几秒', '2')
    await screen.findByText('填10到120')
    pressSave()
    set('大堂唱名几秒', '20')
    await waitFor(() => expect(screen.queryByText('填10到120')).toBeNull())
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SavePolicy',
      rev: 0,
      changes: { welcomeMs: 20_000, preloadSongs: 0, heardWithinMs: 0 },
    })
  })

  test('whoever hears of a call next is said, by the clock that was typed', async () => {
    await open('规则')
    const calls = within(await screen.findByRole('group', { name: '呼叫' }))
    fireEvent.input(calls.getByRole('spinbutton', { name: '几分钟内有人到' }), { target: { value: '3' } })
    expect(calls.getByText('没人应：3分钟后叫楼面全体和经理，9分钟后叫老板')).toBeTruthy()
  })

  test('the printer is given by its address, which must be one', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    const address = await screen.findByRole('textbox', { name: '出单打印机地址（空着就没有）' })
    fireEvent.input(address, { target: { value: 'http://x' } })
    expect(screen.getByRole('button', { name: '保存' }).hasAttribute('disabled')).toBe(true)
    expect(screen.getByText('填本店网络里的地址，如 192.168.1.80')).toBeTruthy()
    fireEvent.input(address, { target: { value: ' 192.168.1.90 ' } })
    fireEvent.click(screen.getByRole('button', { name: '58 毫米' }))
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: 0,
      changes: { ticketPrinter: { host: '192.168.1.90', port: 9100, paper: 58 } },
    })
  })

  test('the Wi-Fi is given as a router takes it, and what is not is said', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    const type = async (name: RegExp, value: string) =>
      fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } })
    const wrong = async (words: string) => {
      expect(await screen.findByText(words)).toBeTruthy()
      expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    }
    await type(/^Wi-Fi 密码/, 'singalong！')
    await wrong('8到63位，只用英文字母、数字和半角符号')
    await type(/^Wi-Fi 密码/, 'singalong!')
    await type(/^客人 Wi-Fi/, '唱名量贩式歌厅客人网络')
    await wrong('太长了：最多32个字母，或10个汉字')
    await type(/^客人 Wi-Fi/, '唱名客人')
    await waitFor(() => expect(screen.queryByText(/太长了/)).toBeNull())
    pressSave()
    await waitFor(() =>
      expect(link.sent).toMatchObject([{ changes: { wifi: { ssid: '唱名客人', password: 'singalong!' } } }]),
    )
  })

  test('the sign in the lobby is the house’s own, its first name first', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    const field = (language: string) => screen.findByRole('textbox', { name: new RegExp(`^大堂招牌.* ${language}$`) })
    fireEvent.input(await field('English'), { target: { value: 'GOLDEN MIC' } })
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    fireEvent.input(await field('简体'), { target: { value: '金曲会' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: 0,
      changes: { sign: { zhHans: '金曲会', en: 'GOLDEN MIC' } },
    })
  })

  test('a sign of blanks is none', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    fireEvent.input(await screen.findByRole('textbox', { name: /^大堂招牌.* 简体$/ }), { target: { value: ' ' } })
    pressSave()
    await waitFor(() => expect(link.sent).toMatchObject([{ changes: { sign: { zhHans: '' } } }]))
  })

  test('a line for the lobby is added', async () => {
    const link = await open('门店')
    link.answerWith(() => done())
    fireEvent.click(await screen.findByRole('button', { name: '加一句' }))
    fireEvent.input(screen.getByRole('textbox', { name: '第2句 简体' }), { target: { value: '今晚有惊喜' } })
    pressSave()
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toEqual({
      type: 'SaveHouse',
      rev: 0,
      changes: { welcomeLines: [{ zhHans: '欢迎光临', en: 'Welcome' }, { zhHans: '今晚有惊喜' }] },
    })
  })
})
