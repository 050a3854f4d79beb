import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import { commands, now, openPanel } from '../panel.testing.tsx'

describe('an order', () => {
  test('can be undone, and the tap for it goes to the hub', async () => {
    const opened = await openPanel('drinks')
    const at = Date.now()
    // The hub shows it before it answers: what only waited here would be gone with the answer.
    opened.link.answerWith(({ command }) => {
      if (command.type === 'PlaceOrder') {
        const lines = command.lines.map(({ item, qty }) => ({
          ...{ line: item, item, qty, returned: 0, options: [], repeatable: true },
        }))
        const order = {
          id: 'o9',
          placedAt: at,
          lockedUntil: at + 8000,
          status: 'placed' as const,
          lines,
          byStaff: false,
        }
        opened.link.show([['order/o9', order]])
      }
      return done({ order: 'o9' })
    })
    const clock = vi.spyOn(opened.link, 'hubNow').mockReturnValue(at)
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    const undo = await screen.findByRole('button', { name: '撤销' })
    // A hand that is still mashing does not undo; one that has looked does.
    fireEvent.click(undo)
    expect(commands(opened)).toHaveLength(1)
    clock.mockReturnValue(at + 1000)
    fireEvent.click(undo)
    await waitFor(() => expect(commands(opened).at(-1)).toEqual({ type: 'UndoOrder', order: 'o9' }))
    expect(await screen.findByText('已取消')).toBeTruthy()
  })

  test('right before another one can still be undone, and the finger that undid one does not undo the other', async () => {
    const opened = await openPanel('service')
    const at = Date.now()
    const order = (id: string, item: string, ago: number) => {
      const lines = [{ line: item, item, qty: 1, returned: 0, options: [], repeatable: true }]
      const placedAt = at - ago
      return { id, placedAt, lockedUntil: placedAt + 8000, status: 'placed' as const, lines, byStaff: false }
    }
    opened.link.show([
      ['order/o8', order('o8', 'i-qingdao', 1500)],
      ['order/o9', order('o9', 'i-fruit', 1000)],
    ])
    fireEvent.click(await screen.findByRole('button', { name: /^撤销 青岛纯生/ }))
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'UndoOrder', order: 'o8' }]))
    const other = await screen.findByRole('button', { name: '撤销' })
    fireEvent.click(other)
    expect(commands(opened)).toHaveLength(1)
    vi.spyOn(opened.link, 'hubNow').mockReturnValue(Date.now() + 1000)
    fireEvent.click(other)
    await waitFor(() => expect(commands(opened).at(-1)).toEqual({ type: 'UndoOrder', order: 'o9' }))
  })

  test('of one drink by the bottle and by the dozen has keys of two names', async () => {
    const opened = await openPanel('drinks')
    fireEvent.click(await screen.findByRole('button', { name: '啤酒' }))
    const beer = opened.link.view.get('item', 'i-qingdao')
    if (!beer) throw new Error('no beer')
    opened.link.show([['item/i-dozen', { ...beer, id: 'i-dozen', unit: { zhHans: '打' } }]])
    await screen.findByRole('button', { name: '来一份 青岛纯生\u00a0· 打 ¥28' })
    const names = screen.getAllByRole('button', { name: /青岛纯生/ }).map(key => key.getAttribute('aria-label'))
    expect(names).toEqual(
      ['瓶', '打'].flatMap(unit => {
        const name = `青岛纯生\u00a0· ${unit}`
        return [`收藏 ${name}`, `多选 ${name}`, `来一份 ${name} ¥28`]
      }),
    )
  })

  test('says how it is wanted behind a tap, so that a page holds more of the menu, and what was chosen stays in sight', async () => {
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined)
    const opened = await openPanel('drinks')
    fireEvent.click(await screen.findByRole('button', { name: '软饮茶水' }))
    const row = await screen.findByText('可口可乐').then(name => name.closest('li'))
    if (!row) throw new Error('no row')
    expect(row.querySelector('.item-options')).toBeNull()
    const text = () => within(row).getByRole('button', { name: /^可口可乐/ })
    expect(text().textContent).toMatch(/做法$/)
    fireEvent.click(text())
    const [first] = within(within(row).getByRole('group', { name: '可口可乐' })).getAllByRole('button')
    if (!first) throw new Error('no choice')
    const chosen = first.textContent
    fireEvent.click(first)
    fireEvent.click(text())
    expect(row.querySelector('.item-options')).toBeNull()
    expect(row.querySelector('.item-how')?.textContent).toBe(chosen)
    fireEvent.click(within(row).getByRole('button', { name: '来一份 可口可乐 ¥12' }))
    await waitFor(() =>
      expect(commands(opened)).toMatchObject([
        { type: 'PlaceOrder', lines: [{ item: 'i-coke', options: [expect.any(String)] }] },
      ]),
    )
  })

  test('of which everything went back keeps its name, says so and has no price', async () => {
    const opened = await openPanel('drinks')
    const back = { line: 'l1', item: 'i-fruit', qty: 2, returned: 2, options: [], repeatable: true }
    const placed = { placedAt: now - 600_000, lockedUntil: 0, status: 'delivered', byStaff: false } as const
    opened.link.show([['order/o2', { id: 'o2', ...placed, lines: [back] }]])
    const row = (await screen.findByText('已退单')).closest('li')
    expect(row?.querySelector('.title-text')?.textContent).toMatch(/ ×2$/)
    expect(row?.querySelector('.money')).toBeNull()
  })

  test('is one card while the hub shows it and has not answered yet', async () => {
    const opened = await openPanel('drinks')
    opened.link.answerWith(() => undefined)
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    await screen.findByRole('button', { name: '撤销' })
    const lines = (opened.link.view.one('usual')?.items ?? []).map(({ item, qty }) => {
      return { line: item, item, qty, returned: 0, options: [], repeatable: true }
    })
    const placedAt = opened.link.hubNow()
    const order = { id: 'o9', placedAt, lockedUntil: placedAt + 8000, status: 'placed', lines, byStaff: false } as const
    opened.link.show([['order/o9', order]])
    await waitFor(() => expect(opened.link.view.all('order').map(({ id }) => id)).toContain('o9'))
    expect(screen.getAllByRole('button', { name: /撤销/ })).toHaveLength(1)
  })

  test('of the usual is seen by whoever taps it next', async () => {
    const opened = await openPanel('drinks')
    expect(await screen.findByRole('button', { name: /^老样子.*¥590$/ })).toBeTruthy()
    expect(screen.queryByText(/点过了/)).toBeNull()
    const lines = (opened.link.view.one('usual')?.items ?? []).map(({ item, qty }) => {
      return { line: item, item, qty, returned: 0, options: [], repeatable: true }
    })
    const placedAt = Date.now() - 5 * 60_000
    const order = { id: 'o9', placedAt, lockedUntil: placedAt, status: 'accepted', lines, byStaff: false } as const
    opened.link.show([['order/o9', order]])
    // One key for one thing: what they want now is another round of it.
    expect(await screen.findByRole('button', { name: /^再来一轮.*¥590$/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^老样子/ })).toBeNull()
    const beer = { line: 'l', item: 'i-qingdao', qty: 1, returned: 0, options: [], repeatable: true }
    opened.link.show([['order/o10', { ...order, id: 'o10', placedAt: placedAt + 60_000, lines: [beer] }]])
    expect(await screen.findByText(/^\d\d:\d\d点过了$/)).toBeTruthy()
    opened.link.show([['order/o9', { ...order, status: 'rejected', rejected: 'sold-out' }]])
    await waitFor(() => expect(screen.queryByText(/点过了/)).toBeNull())
  })

  const three = (at: number) => {
    const order = (id: string, item: string, ago: number) => {
      const lines = [{ line: item, item, qty: 1, returned: 0, options: [], repeatable: true }]
      const placedAt = at - ago
      const placed = { id, placedAt, lockedUntil: placedAt + 8000, status: 'placed' as const, lines, byStaff: false }
      return [`order/${id}`, placed] as const
    }
    return [order('o7', 'i-budweiser', 3000), order('o8', 'i-qingdao', 2000), order('o9', 'i-fruit', 1000)] as const
  }

  test('of two, the one that waits for the hub says so in the place of its word: there is no room for both', async () => {
    const opened = await openPanel('drinks')
    const [, , newest] = three(Date.now())
    opened.link.show([newest])
    opened.link.setState({ at: 'away', since: Date.now() })
    opened.link.answerWith(() => undefined)
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    const [mine, other, ...more] = await screen.findAllByRole('region', { name: /^已下单/ })
    if (!mine || !other || more.length > 0) throw new Error('two orders, two cards')
    expect(within(mine).queryByText('已下单')).toBeNull()
    expect(within(mine).getByText('已存好')).toBeTruthy()
    expect(within(other).getByText('已下单')).toBeTruthy()
  })

  test('of three: the finger that undid the newest does not undo the one that comes to lie there', async () => {
    const opened = await openPanel('service')
    opened.link.show([...three(Date.now())])
    fireEvent.click(await screen.findByRole('button', { name: /^撤销 (?!青岛纯生|百威)/ }))
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'UndoOrder', order: 'o9' }]))
    for (const key of await screen.findAllByRole('button', { name: /^撤销/ })) fireEvent.click(key)
    expect(commands(opened)).toHaveLength(1)
    vi.spyOn(opened.link, 'hubNow').mockReturnValue(Date.now() + 1000)
    fireEvent.click(await screen.findByRole('button', { name: /^撤销 百威/ }))
    await waitFor(() => expect(commands(opened).at(-1)).toEqual({ type: 'UndoOrder', order: 'o7' }))
  })

  test('of three: the finger on its way to the oldest does not undo the one that a new order pushed there', async () => {
    const opened = await openPanel('service')
    const [oldest, middle, newest] = three(Date.now())
    opened.link.show([oldest, middle])
    expect(await screen.findByRole('button', { name: /^撤销 百威/ })).toBeTruthy()
    opened.link.show([newest])
    fireEvent.click(await screen.findByRole('button', { name: /^撤销 青岛纯生/ }))
    expect(commands(opened)).toEqual([])
    vi.spyOn(opened.link, 'hubNow').mockReturnValue(Date.now() + 1000)
    fireEvent.click(screen.getByRole('button', { name: /^撤销 青岛纯生/ }))
    await waitFor(() => expect(commands(opened)).toEqual([{ type: 'UndoOrder', order: 'o8' }]))
  })

  test('from the usual says 已下单 there only: the same as 再来一轮 rests beside it, without having been tapped', async () => {
    const { link } = await openPanel('drinks')
    link.answerWith(() => undefined)
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    const usual = within(screen.getByRole('region', { name: '老样子' }))
    expect(await usual.findByRole('button', { name: '已下单' })).toBeTruthy()
    const lines = (link.view.one('usual')?.items ?? []).map(({ item, qty }) => {
      return { line: item, item, qty, returned: 0, options: [], repeatable: true }
    })
    const at = Date.now()
    link.show([['order/o9', { id: 'o9', placedAt: at, lockedUntil: at, status: 'placed', lines, byStaff: false }]])
    const again = await screen.findByRole('button', { name: /^再来一轮.*¥590$/ })
    expect(again.hasAttribute('disabled')).toBe(true)
    expect(usual.getByRole('button', { name: '已下单' })).toBeTruthy()
  })

  test('that was picked together is free to be picked again only once it is on its way, and is given back by a no', async () => {
    const { panel, link } = await openPanel('drinks')
    fireEvent.click(await screen.findByRole('button', { name: '啤酒' }))
    fireEvent.click(await screen.findByRole('button', { name: '多选 青岛纯生' }))
    fireEvent.click(await screen.findByRole('button', { name: '加 百威' }))
    link.answerWith(() => refused(refuse('sold-out', 'choose-other', { about: 'i-budweiser' })))
    link.show([['item/i-budweiser', { ...link.view.get('item', 'i-budweiser'), soldOut: true }]])
    fireEvent.click(screen.getByRole('button', { name: /^下单/ }))
    expect(await screen.findByText('百威售完了，换一款吧')).toBeTruthy()
    expect(panel.basket.value.map(({ item, qty }) => [item, qty])).toEqual([
      ['i-qingdao', 1],
      ['i-budweiser', 1],
    ])
    expect(screen.getByText('青岛纯生 ×1、百威 ×1')).toBeTruthy()
    // What is sold out can be taken out, and not taken more of.
    expect(screen.getByRole('button', { name: '加 百威' })).toHaveProperty('disabled', true)
    fireEvent.click(screen.getByRole('button', { name: '减 百威' }))
    expect(screen.getByText('青岛纯生 ×1')).toBeTruthy()
    expect(screen.queryByRole('group', { name: '百威' })).toBeNull()
  })

  test('that is picked once more just after says 已下单 on its key, and can be ordered as soon as it is another', async () => {
    const opened = await openPanel('drinks')
    const lines = [{ line: 'l1', item: 'i-qingdao', qty: 1, returned: 0, options: [], repeatable: true }]
    const at = Date.now()
    const order = { id: 'o9', placedAt: at, lockedUntil: at, status: 'placed', lines, byStaff: false } as const
    opened.link.show([['order/o9', order]])
    fireEvent.click(await screen.findByRole('button', { name: '啤酒' }))
    fireEvent.click(await screen.findByRole('button', { name: '多选 青岛纯生' }))
    const foot = within(await screen.findByRole('contentinfo'))
    expect(foot.getByRole('button', { name: '已下单' }).getAttribute('aria-busy')).toBe('true')
    fireEvent.click(screen.getByRole('button', { name: '加 青岛纯生' }))
    fireEvent.click(await foot.findByRole('button', { name: /^下单/ }))
    await waitFor(() => expect(commands(opened)).toHaveLength(1))
  })

  test('of thirty things takes no thirty-first, and says so', async () => {
    const { panel } = await openPanel('drinks')
    const thirty = Array.from({ length: 30 }, (_none, at) => ({ item: `x${at}`, qty: 1, options: [] }))
    panel.basket.value = thirty
    fireEvent.click(await screen.findByRole('button', { name: '啤酒' }))
    fireEvent.click(await screen.findByRole('button', { name: '加 青岛纯生' }))
    expect(panel.basket.value).toEqual(thirty)
    expect(await screen.findByText('一单最多三十样')).toBeTruthy()
  })

  test('that is unusually big is asked about once and then sent as sure', async () => {
    const opened = await openPanel('drinks')
    opened.link.answerWith(({ sure }) => (sure ? done() : refused(refuse('big-round', 'confirm'))))
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    const dialog = await screen.findByRole('dialog', { name: '这一轮较多，确定吗？' })
    fireEvent.click(within(dialog).getByRole('button', { name: /^确定下单/ }))
    await waitFor(() => expect(opened.link.sent.map(({ sure }) => sure)).toEqual([undefined, true]))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('that was refused says so in words, never a code', async () => {
    const { link } = await openPanel('drinks')
    link.answerWith(() => refused(refuse('sold-out', 'choose-other')))
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    expect(await screen.findByText('售完了，换一款好吗')).toBeTruthy()
  })

  test('that comes late is asked about: no sends nothing', async () => {
    const { link } = await openPanel('drinks')
    link.answerWith(() => refused(refuse('late', 'confirm')))
    fireEvent.click(await screen.findByRole('button', { name: /^老样子.*¥590$/ }))
    const dialog = await screen.findByRole('dialog', { name: '还要吗？' })
    expect(dialog.textContent).toContain('青岛纯生 ×12')
    fireEvent.click(within(dialog).getByRole('button', { name: '都不用了' }))
    await waitFor(() => expect(link.refusals.value).toEqual([]))
    expect(link.sent).toHaveLength(1)
  })

  test('that comes late with an equal one stays two rounds: each yes has the time of its tap', async () => {
    vi.setSystemTime(now)
    const { panel, link } = await openPanel('drinks')
    link.answerWith(({ sure }) => (sure ? done() : refused(refuse('late', 'confirm'))))
    const lines = [{ item: 'i-qingdao', qty: 2 }]
    const round = { type: 'PlaceOrder', source: 'menu', lines, seen: 5600 } as const
    void panel.tap(round)
    vi.setSystemTime(now + 60_000)
    void panel.tap(round)
    vi.setSystemTime(now + 400_000)
    const dialog = await screen.findByRole('dialog', { name: '还要吗？' })
    fireEvent.click(within(dialog).getByRole('button', { name: '都要' }))
    const kept = () => link.sent.filter(({ sure }) => sure).map(({ tappedAt }) => tappedAt)
    await waitFor(() => expect(kept()).toEqual([now, now + 60_000]))
  })

  test('that became dearer, with an equal one, stays two rounds at the price that was shown', async () => {
    vi.setSystemTime(now)
    const { panel, link } = await openPanel('drinks')
    link.answerWith(({ sure }) => (sure ? done() : refused(refuse('price-changed', 'look-again'))))
    const lines = [{ item: 'i-qingdao', qty: 2 }]
    const round = { type: 'PlaceOrder', source: 'menu', lines, seen: 1 } as const
    void panel.tap(round)
    vi.setSystemTime(now + 60_000)
    void panel.tap(round)
    for (const _each of [1, 2]) {
      const dialog = await screen.findByRole('dialog', { name: '价格有变，请再确认' })
      fireEvent.click(within(dialog).getByRole('button', { name: /^确定下单/ }))
    }
    const kept = () => link.sent.filter(({ sure }) => sure)
    await waitFor(() => expect(kept().map(({ tappedAt }) => tappedAt)).toEqual([now, now + 60_000]))
    expect(kept().map(({ command }) => command)).toEqual([
      { ...round, seen: 5600 },
      { ...round, seen: 5600 },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
