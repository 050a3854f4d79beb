import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, ticket, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('counts what was marked as sold out: not a package that lacks it, nor a drink’s other packs', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  const [wings, party] = [link.get('item', 'i5'), link.get('item', 'i7')]
  link.put(['item/i5-dozen', { ...wings, id: 'i5-dozen' }], ['item/i7', { ...party, soldOut: true, missing: 'i5' }])
  await show(link)
  expect(screen.getByRole('button', { name: /^售完/ }).textContent).toBe('售完1款')
  link.put(['item/i7', { ...party, soldOut: true }])
  fireEvent.click(await screen.findByRole('button', { name: '售完2款' }))
  const first = within(await screen.findByRole('region', { name: '现在售完' }))
  expect(first.getAllByRole('button')).toHaveLength(2)
  link.answerWith(() => done())
  fireEvent.click(first.getByRole('button', { name: '炸鸡翅 有货了' }))
  await waitFor(() => expect(link.sent).toEqual([{ type: 'SetSoldOut', item: 'i5', soldOut: false }]))
})

test('asks for what was refused after it was keyed in to be taken out of the cashier, and takes that back', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  link.put(ticket('keyed', { status: 'rejected', rejected: 'mistake', ticked: true }))
  link.answerWith(() => done())
  await show(link)
  const left = await waitForTicket('keyed')
  expect(left.textContent).toContain('收银里还有')
  expect(within(left).queryByRole('button', { name: '退单' })).toBeNull()
  fireEvent.click(within(left).getByRole('button', { name: '已从收银退掉' }))
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  expect(link.sent).toEqual([
    { type: 'TickOrder', order: 'keyed', ticked: false },
    { type: 'TickOrder', order: 'keyed', ticked: true },
  ])
})

test('offers a return and no refusal for what was accepted more than half an hour ago: it is drunk', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  const lines = [{ line: 'l1', item: 'i5', qty: 4, returned: 0, unitPrice: 1200, options: [], components: [] }]
  const made = { status: 'accepted', total: 4800, lines } as const
  link.put(ticket('long', { ...made, acceptedAt: tonight - 31 * 60_000 }))
  link.put(ticket('lately', { ...made, acceptedAt: tonight - 29 * 60_000 }))
  await show(link)
  const keys = async (id: string) =>
    within(await waitForTicket(id))
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
  expect(await keys('long')).toEqual([expect.stringMatching('出品'), '退单'])
  expect(await keys('lately')).toEqual([expect.stringMatching('出品'), '不接'])
  // At a station nobody has typed a PIN.
  link.put(['self', self(undefined, 'bar')])
  await waitFor(async () => expect((await waitForTicket('long')).textContent).toContain('要退，先登录'))
})

test('says beside 已录收银 what is left of an order, and who approves a return what of', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  const lines = [{ line: 'l1', item: 'i5', qty: 4, returned: 1, unitPrice: 1200, options: [], components: [] }]
  link.put(ticket('part', { status: 'delivered', total: 4800, lines, needsTick: true }))
  await show(link)
  const left = await waitForTicket('part')
  expect(left.textContent).toContain('¥36')
  expect(left.textContent).not.toContain('¥48')
  fireEvent.click(within(left).getByRole('button', { name: '退单' }))
  const dialog = await screen.findByRole('dialog', { name: /退单/ })
  fireEvent.click(within(dialog).getByRole('button', { name: '未开封' }))
  fireEvent.click(within(dialog).getByRole('button', { name: /^退 1份/ }))
  expect(await within(dialog).findByRole('heading', { name: /×1\s·\s¥12(\.00)?\s·\s未开封/ })).toBeTruthy()
  // A waiter does not approve what the bar gives back.
  for (const digit of '123456') fireEvent.keyDown(document.body, { key: digit })
  const people = await within(dialog).findByRole('group', { name: '请谁批准' })
  expect(within(people).queryByRole('heading', { name: '楼面' })).toBeNull()
  expect(within(people).getByRole('heading', { name: '经理' })).toBeTruthy()
})

test('says of what went out which room’s and what it is, until it is taken back or another language is chosen', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  link.answerWith(() => done())
  const house = await show(link)
  const said = () => house.notices.shown.value.map(({ text }) => text)
  for (const id of ['o5', 'o9']) {
    fireEvent.click(within(await waitForTicket(id)).getByRole('button', { name: '出品' }))
    link.put([`order/${id}`, { ...link.get('order', id), status: 'delivered', deliveredAt: tonight }])
  }
  await waitFor(() =>
    expect(said()).toEqual(['A01 山崎12年单一麦芽威士忌 ×1、青岛纯生 ×3 已出品', 'A08 青岛纯生 ×2 已出品']),
  )
  fireEvent.click(within(await waitForTicket('o9')).getByRole('button', { name: '撤回' }))
  link.put(['order/o9', { ...link.get('order', 'o9'), status: 'accepted' }])
  await waitFor(() => expect(said()).toHaveLength(1))
  await house.chooseLanguage('en')
  expect(said()).toEqual(['A01 Yamazaki\u00a012 ×1, Tsingtao Draft ×3 delivered'])
})

const waitForTicket = (id: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-slice-key="order/${id}"]`)
    if (!found) throw new Error('no ticket')
    return found
  })

test('leads whoever asks for a bill to each ticket of that room that nobody keyed in, and to no other', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')], ...inside)
  const out = { status: 'delivered', needsTick: true, deliveredAt: tonight } as const
  link.put(ticket('other', { ...out, visit: 'p1' }), ticket('first', { ...out, visit: 'pk' }))
  link.put(ticket('second', { ...out, visit: 'pk' }))
  link.answerWith(() => done())
  const house = await show(link)
  house.keyingIn.value = 'pk'
  house.screen.value = 'bar'
  const sought = () => document.querySelectorAll('[data-sought]')
  await waitFor(() => expect(document.activeElement).toBe(sought()[0]))
  const [one] = sought()
  expect([one?.getAttribute('data-slice-key'), sought().length]).toEqual(['order/first', 1])
})
