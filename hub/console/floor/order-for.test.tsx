import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { type Answer, done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { self, tonight } from '../stage/evening.ts'
import type { FakeLink } from '../stage/fake-link.ts'
import type { House } from '../state/house.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

/** Draft beer has a price of its own in big rooms, such as V08, and a happy hour until midnight in the others. */
function priceBeer(link: FakeLink): void {
  const beer = link.get('item', 'i2')
  if (!beer) throw new Error('no beer')
  const classes = [{ roomClass: 'big', price: 4800, bands: [] }]
  link.put(['item/i2', { ...beer, price: 3800, bands: [{ from: 1200, to: 1440, price: 2900 }], classes }])
}

async function sheetOf(id: string) {
  const { link, house } = await open('manager')
  priceBeer(link)
  house.openRoom.value = id
  const sheet = await screen.findByRole('dialog', { name: new RegExp(id, 'i') })
  return { link, house, sheet }
}

/** What the sheet asked in a window of its own. */
const asked = () => {
  const dialog = document.querySelector('dialog')
  if (!dialog) throw new Error('nothing asked')
  return dialog
}

const press = (inside: HTMLElement, name: string | RegExp) =>
  fireEvent.click(within(inside).getByRole('button', { name }))

const offered = (dialog: HTMLElement) => {
  const list = dialog.querySelector<HTMLElement>('.items-list')
  if (!list) throw new Error('nothing offered')
  return list
}

const rowOf = (dialog: HTMLElement, name = '青岛纯生') => {
  const row = within(offered(dialog)).getByText(name).closest('li')
  if (!row) throw new Error('no row')
  return row
}

describe('代客下单', () => {
  test('asks what the hub will book: the price of that room’s class', async () => {
    const { sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    const dialog = asked()
    expect(rowOf(dialog).textContent).toContain('¥48')
    press(rowOf(dialog), '加 青岛纯生')
    expect(within(dialog).getByRole('button', { name: /¥48/ })).toBeTruthy()
  })

  test('finds a drink by its initials, by pinyin and by its name', async () => {
    const { link, sheet } = await sheetOf('v08')
    link.put(['item/i2', { ...link.get('item', 'i2'), sounds: ['qdcs', 'qingdaochunsheng'] }])
    press(sheet, '代客下单')
    const field = within(asked()).getByRole('searchbox', { name: '找酒水' })
    for (const value of ['qdcs', 'QingDao', '纯生']) {
      fireEvent.input(field, { target: { value } })
      const rows = [...asked().querySelectorAll('.items-list > li')]
      expect(rows.map(row => row.textContent?.includes('青岛纯生'))).toEqual([true])
    }
    fireEvent.input(field, { target: { value: 'qx' } })
    expect(within(asked()).getByText('没有这款')).toBeTruthy()
  })

  test('and of the hour in the house’s time zone, as soon as it has struck', async () => {
    vi.useFakeTimers({ now: tonight, toFake: ['Date', 'setInterval', 'clearInterval'] })
    try {
      const { link, sheet } = await sheetOf('v01')
      press(sheet, '代客下单')
      const row = rowOf(asked())
      expect(row.textContent).toContain('¥29')
      link.setNow(tonight + 40 * 60_000)
      vi.advanceTimersByTime(1000)
      await vi.waitFor(() => expect(row.textContent).toContain('¥38'), 10_000)
    } finally {
      vi.useRealTimers()
    }
  })

  test('is not lost where something sells out meanwhile: what it is is named, and can be taken out', async () => {
    const { link, house, sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    press(rowOf(asked()), '加 青岛纯生')
    press(rowOf(asked(), '果盘（小）'), '加 果盘（小）')
    link.put(['item/i2', { ...link.get('item', 'i2'), soldOut: true }])
    await waitFor(() => expect(rowOf(asked()).textContent).toContain('售完'))
    link.answerWith(() => refused(refuse('sold-out', 'choose-other', { about: 'i2' })))
    press(asked(), /^下单/)
    expect((await within(asked()).findByRole('alert')).textContent).toBe('青岛纯生：已售完，请推荐别的')
    // In the dialog, where it is read.
    expect(house.notices.shown.value).toEqual([])
    expect(within(rowOf(asked())).getByRole('button', { name: '加 青岛纯生' })).toHaveProperty('disabled', true)
    press(rowOf(asked()), '减 青岛纯生')
    link.answerWith(() => done())
    press(asked(), /^下单/)
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    expect(link.sent.at(-1)).toMatchObject({ type: 'PlaceOrderFor', lines: [{ item: 'i6', qty: 1 }] })
    expect(house.notices.shown.value.map(({ text }) => text)).toEqual(['已下单'])
  })

  test('waits for the hub’s answer in its dialog, is asked for once, and may be left', async () => {
    const { link, house, sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    press(rowOf(asked()), '加 青岛纯生')
    let answer: (given: Answer) => void = () => undefined
    const tap = vi.spyOn(link, 'tap').mockImplementation(
      () =>
        new Promise<Answer>(given => {
          answer = given
        }),
    )
    press(asked(), /^下单/)
    await within(asked()).findByRole('button', { name: '关闭' })
    press(asked(), /^下单/)
    expect(tap).toHaveBeenCalledTimes(1)
    press(asked(), '关闭')
    press(sheet, '赠送')
    answer(done())
    await waitFor(() => expect(house.notices.shown.value.map(({ text }) => text)).toEqual(['已下单']))
    expect(asked().textContent).toContain('赠送')
  })

  test('lists what was picked, what each comes to and all of it, to be changed and taken out there', async () => {
    const { link, sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    expect(within(asked()).queryByRole('list', { name: '已选' })).toBeNull()
    press(rowOf(asked()), '加 青岛纯生')
    press(rowOf(asked(), '果盘（小）'), '加 果盘（小）')
    // Whatever is looked for meanwhile.
    fireEvent.input(within(asked()).getByRole('searchbox', { name: '找酒水' }), { target: { value: '没有的' } })
    const basket = within(asked()).getByRole('list', { name: '已选' })
    const lines = () => within(basket).getAllByRole('listitem')
    const [beer] = lines()
    if (!beer) throw new Error('no beer')
    press(beer, '加 青岛纯生')
    expect(lines().map(line => /¥\d+/.exec(line.textContent ?? '')?.[0])).toEqual(['¥96', '¥88'])
    expect(within(asked()).getByText('合计').parentElement?.textContent).toContain('¥184')
    press(beer, '删除 青岛纯生')
    expect(lines()).toHaveLength(1)
    press(asked(), /^下单/)
    await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ lines: [{ item: 'i6', qty: 1 }] }))
  })

  test('of which something sold out sends the rest by one tap', async () => {
    const { link, sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    press(rowOf(asked()), '加 青岛纯生')
    press(rowOf(asked(), '果盘（小）'), '加 果盘（小）')
    const rest = () => within(asked()).queryByRole('button', { name: /^去掉售完的/ })
    expect(rest()).toBeNull()
    link.answerWith(() => refused(refuse('sold-out', 'choose-other', { about: 'i2' })))
    press(asked(), /^下单/)
    link.put(['item/i2', { ...link.get('item', 'i2'), soldOut: true }])
    await within(asked()).findByRole('alert')
    link.answerWith(() => done())
    expect(rest()?.textContent).toBe('去掉售完的，下单 1份 ¥88')
    press(asked(), /^去掉售完的/)
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    expect(link.sent.at(-1)).toMatchObject({ type: 'PlaceOrderFor', lines: [{ item: 'i6', qty: 1 }] })
  })

  test('of which nothing is left offers no rest', async () => {
    const { link, sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    press(rowOf(asked()), '加 青岛纯生')
    link.put(['item/i2', { ...link.get('item', 'i2'), soldOut: true }])
    await waitFor(() => expect(rowOf(asked()).textContent).toContain('售完'))
    expect(within(asked()).queryByRole('button', { name: /^去掉售完的/ })).toBeNull()
  })

  test.each([
    ['a finger: no keyboard comes up over the list', true, 'DIALOG'],
    ['a mouse: what is typed is looked for at once', false, 'INPUT'],
  ])('with %s', async (_with, coarse, focused) => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: coarse && query === '(pointer: coarse)' }))
    // As browsers do.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true
      this.querySelector('input')?.focus()
    }
    const { sheet } = await sheetOf('v08')
    press(sheet, '代客下单')
    await waitFor(() => expect(document.activeElement?.tagName).toBe(focused))
    vi.unstubAllGlobals()
  })
})

/** A key's name is all that a screen reader has of a row. */
describe('a drink by the bottle and by the dozen', () => {
  const dozen = { zhHans: '打', en: 'dozen' }
  const namesOf = (dialog: HTMLElement) =>
    within(offered(dialog))
      .getAllByRole('button')
      .map(key => key.getAttribute('aria-label') ?? key.textContent)

  test.each([
    ['代客下单', '加 青岛纯生\u00a0· 瓶', '加 青岛纯生\u00a0· 打'],
    ['赠送', '赠送 青岛纯生\u00a0· 瓶', '赠送 青岛纯生\u00a0· 打'],
  ])('has keys of two names: %s', async (key, bottle, byDozen) => {
    const { link, sheet } = await sheetOf('v08')
    link.put(['item/i9', { ...link.get('item', 'i2'), id: 'i9', unit: dozen }])
    press(sheet, key)
    const names = namesOf(asked())
    expect(names.filter(name => name === bottle || name === byDozen)).toEqual([bottle, byDozen])
    expect(names).toEqual([...new Set(names)])
  })
})

describe('what was picked for a room', () => {
  const pick = async () => {
    const opened = await sheetOf('v08')
    press(opened.sheet, '代客下单')
    press(rowOf(asked()), '加 青岛纯生')
    return opened
  }
  const lock = async (link: FakeLink) => {
    link.put(['self', self()])
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
  }
  const comeBack = async (link: FakeLink, house: House) => {
    await act(() => link.put(['self', self('manager')]))
    house.openRoom.value = 'v08'
    return screen.findByRole('dialog', { name: /V08/ })
  }

  test('outlives a session that ends in the middle, and a sheet that is closed', async () => {
    const { link, house } = await pick()
    await lock(link)
    await comeBack(link, house)
    expect(await within(asked()).findByRole('button', { name: /^下单 1份 ¥48/ })).toBeTruthy()
    await act(() => {
      house.openRoom.value = 'v01'
    })
    expect(document.querySelector('dialog')).toBeNull()
    await act(() => {
      house.openRoom.value = 'v08'
    })
    expect(await within(asked()).findByRole('button', { name: /^下单 1份 ¥48/ })).toBeTruthy()
    press(asked(), '取消')
    expect(document.querySelector('dialog')).toBeNull()
    expect(house.drafts.value.size).toBe(0)
  })

  test('is not asked for again where the answer came after the session had ended', async () => {
    const { link, house } = await pick()
    let answer: (given: Answer) => void = () => undefined
    vi.spyOn(link, 'tap').mockImplementation(
      () =>
        new Promise<Answer>(given => {
          answer = given
        }),
    )
    press(asked(), /^下单/)
    await lock(link)
    answer(done())
    await waitFor(() => expect(house.notices.shown.value.map(({ text }) => text)).toEqual(['已下单']))
    await comeBack(link, house)
    expect(document.querySelector('dialog')).toBeNull()
  })
})

describe('赠送', () => {
  test('counts at the price of that room’s class, as the hub will', async () => {
    const { sheet } = await sheetOf('v08')
    press(sheet, '赠送')
    const dialog = asked()
    expect(rowOf(dialog).textContent).toContain('¥48')
    press(rowOf(dialog), '赠送 青岛纯生')
    expect(dialog.textContent).toContain('¥48')
  })
})
