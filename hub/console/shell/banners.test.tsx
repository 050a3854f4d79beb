import { signal } from '@preact/signals'
import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { call, self, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('what must not be missed', () => {
  test('no sound, no hub, and a session that ended by itself', async () => {
    const { link } = await open('manager')
    expect(screen.getByText('声音没开，听不到呼叫')).toBeTruthy()
    link.connection.value = { at: 'offline', since: tonight }
    expect(await screen.findByText('连不上主机，画面是23:20的')).toBeTruthy()
    link.connection.value = { at: 'online' }
    link.put(['self', self()])
    expect(await screen.findByText('登录已过期，重新输入PIN')).toBeTruthy()
  })

  test('a network on which nothing is encrypted, signed in or not, as long as it is so', async () => {
    const { link } = await open('manager')
    expect(screen.queryByText('没有加密，这个网络上的人都能偷看')).toBeNull()
    link.put(['self', { ...self('manager'), unencrypted: true }])
    expect((await screen.findByText('没有加密，这个网络上的人都能偷看')).closest('[role=alert]')).not.toBeNull()
    link.put(['self', { ...self(), unencrypted: true }])
    await screen.findByText('登录已过期，重新输入PIN')
    expect(screen.getByText('没有加密，这个网络上的人都能偷看')).toBeTruthy()
  })

  test('a station goes on when a session on it ends', async () => {
    const { link } = await open('manager', 'bar')
    link.put(['self', self(undefined, 'bar')])
    await screen.findByText('吧台站')
    expect(screen.queryByText('登录已过期，重新输入PIN')).toBeNull()
  })

  test('a station that cannot be heard', async () => {
    const { link } = await open('manager')
    const bar = { id: 'd9', name: '吧台一号', kind: 'console', station: 'bar', online: true, sounding: false } as const
    link.drop('device/c2', 'device/c3')
    link.put(['device/d9', bar])
    expect(await screen.findByText('吧台一号 没有声音，那边听不到呼叫')).toBeTruthy()
    link.put(['device/d9', { ...bar, sounding: true }])
    await waitFor(() => expect(screen.queryByText('吧台一号 没有声音，那边听不到呼叫')).toBeNull())
    // Off is silent too, unless something else is on at its place.
    const second = { ...bar, id: 'd10', name: '吧台二号', online: false }
    link.put(['device/d10', second])
    expect(screen.queryByText(/吧台二号/)).toBeNull()
    link.put(['device/d9', bar])
    expect(await screen.findByText(/^吧台一号 没有声音/)).toBeTruthy()
    link.put(['device/d9', { ...bar, online: false }])
    // Which of them is missed nobody can tell: of the demo's, one is the simulation's.
    expect(await screen.findByText(/^吧台站 没有声音/)).toBeTruthy()
    expect(screen.queryByText(/吧台[一二]号/)).toBeNull()
    // A house without a bar's screen has one on its list that was never paired.
    link.drop('device/d10')
    link.put(['device/d9', { ...bar, online: false, unpaired: true }])
    await waitFor(() => expect(screen.queryByText(/没有声音/)).toBeNull())
  })

  test('a clock that cannot be right: who may says what day it is, the others whom to ask', async () => {
    const { link } = await open('manager')
    link.answerWith(() => done())
    link.put(['clock', { is: 'behind', night: '2026-11-20', today: '2000-01-01' }])
    expect(await screen.findByText('主机的时钟显示2000-01-01，可2026-11-20那一夜已经开始了')).toBeTruthy()
    link.put(['clock', { is: 'ahead', night: '2026-11-20', today: '2031-04-08' }])
    fireEvent.click(await screen.findByRole('button', { name: '今天是2031-04-08' }))
    expect(link.sent).toEqual([])
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '今天是2031-04-08' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'StartDay', day: '2031-04-08' }]))
    link.put(['self', self('floor')])
    expect(await screen.findByText('请经理来确认今天是几号')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '今天是2031-04-08' })).toBeNull()
    link.drop('clock')
    await waitFor(() => expect(screen.queryByText(/主机的时钟/)).toBeNull())
  })

  test('and nothing of it pushes a key from under the hand that presses it', async () => {
    const { link } = await open('manager')
    const key = await screen.findByRole('button', { name: '退出登录' })
    link.drop('device/c2', 'device/c3')
    await waitFor(() => expect(screen.queryByText(/没有声音/)).toBeNull())
    const bar = { id: 'd9', name: '吧台一号', kind: 'console', station: 'bar', online: true, sounding: false } as const
    fireEvent.pointerDown(key)
    link.put(['device/d9', bar])
    link.connection.value = { at: 'offline', since: tonight }
    await new Promise(requestAnimationFrame)
    expect(screen.queryByText(/没有声音/)).toBeNull()
    expect(screen.queryByText(/连不上主机，/)).toBeNull()
    fireEvent.pointerUp(key)
    expect(await screen.findByText(/没有声音/)).toBeTruthy()
    expect(screen.getByText(/连不上主机，/)).toBeTruthy()
  })

  test('and the hub is told whether this console sounds, anew after it was away', async () => {
    const { link } = await open(undefined, 'floor')
    await waitFor(() => expect(link.reports).toEqual([{ sounding: false, heard: [] }]))
    link.connection.value = { at: 'offline', since: tonight }
    link.connection.value = { at: 'online' }
    await waitFor(() => expect(link.reports).toHaveLength(2))
  })

  test('and of a call that sounded anew, though it is the same call', async () => {
    const { link, house } = await open(undefined, 'floor')
    const voice = { state: signal('running' as const), unlock: async () => undefined, play: () => true }
    Object.assign(house, { voice })
    const ice = { what: { kind: 'service', service: 'ice' }, severity: 'info' } as const
    const passed = { by: 's1', to: { staff: 's3' } }
    link.put(call('q9', { ...ice, passed, whose: ['s3'] }))
    await waitFor(() => expect(link.reports.at(-1)?.heard).toContain('q9'))
    const before = link.reports.length
    link.put(call('q9', ice))
    await waitFor(() => expect(link.reports.length).toBeGreaterThan(before))
    expect(link.reports.at(-1)?.heard).toContain('q9')
  })

  test('who is signed in at another console too sees where, and signs out there', async () => {
    const { link } = await open('manager')
    link.answerWith(() => done())
    expect(screen.queryByText(/还登录在/)).toBeNull()
    const { session, ...console } = self('manager')
    if (!session) throw new Error('nobody')
    link.put(['self', { ...console, session: { ...session, elsewhere: ['吧台站'] } }])
    fireEvent.click(await screen.findByRole('button', { name: '还登录在吧台站' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '在那边退出登录' }))
    expect(link.sent).toEqual([{ type: 'SignOut', elsewhere: true }])
  })

  test('signing out oneself is no alarm', async () => {
    const { link } = await open('manager')
    link.answerWith(() => done())
    fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
    expect(link.sent).toEqual([{ type: 'SignOut' }])
    link.put(['self', self()])
    await screen.findByText('谁在值班')
    expect(screen.queryByText('登录已过期，重新输入PIN')).toBeNull()
  })
})

describe('a printer without paper', () => {
  const printer = (state: string, waiting: number) => ['printer', { state, since: tonight, waiting }] as const

  test('is said at the bar, with what waits for it, and a ticket can be had on paper again', async () => {
    const { link } = await open(undefined, 'bar')
    link.answerWith(() => done())
    link.put(printer('no-paper', 3))
    expect(await screen.findByText('打印机没纸')).toBeTruthy()
    expect(screen.getByText('3张单在等，好了自动打')).toBeTruthy()
    const ticket = document.querySelector<HTMLElement>('[data-slice-key="order/o4"]')
    if (!ticket) throw new Error('no ticket')
    fireEvent.click(within(ticket).getByRole('button', { name: '打单' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '老周' }))
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'PrintTicket', order: 'o4', as: 's5' }))
    link.put(printer('well', 0))
    await waitFor(() => expect(screen.queryByText('打印机没纸')).toBeNull())
  })

  test('that says nothing of a ticket leaves it to who stands at the bar', async () => {
    const { link } = await open(undefined, 'bar')
    link.answerWith(() => done())
    const [o3, o4] = ['o3', 'o4']
    link.put(['printer', { state: 'no-answer', since: tonight, waiting: 2, unsure: [o3, o4] }])
    expect(await screen.findByText('打印机没反应')).toBeTruthy()
    expect(screen.getByText('2张单可能没打出来：在屏幕上接单，要纸再点「打单」')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '全部打单' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '老周' }))
    await waitFor(() =>
      expect(link.sent).toEqual([
        { type: 'AcceptOrder', order: o3, as: 's5' },
        { type: 'PrintTicket', order: o3, as: 's5' },
        { type: 'PrintTicket', order: o4, as: 's5' },
      ]),
    )
  })

  test('prints of what it says nothing of only what could be accepted, one after the other', async () => {
    const { link } = await open(undefined, 'bar')
    link.answerWith(({ type }) => (type === 'AcceptOrder' ? refused(refuse('wrong-state', 'look-again')) : done()))
    link.put(['printer', { state: 'no-answer', since: tonight, waiting: 0, unsure: ['o3', 'o4'] }])
    fireEvent.click(await screen.findByRole('button', { name: '全部打单' }))
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '老周' }))
    await waitFor(() =>
      expect(link.sent).toEqual([
        { type: 'AcceptOrder', order: 'o3', as: 's5' },
        { type: 'PrintTicket', order: 'o4', as: 's5' },
      ]),
    )
  })

  test('prints what it says nothing of once, however often the key is pressed', async () => {
    const { link } = await open('manager')
    link.put(['printer', { state: 'no-answer', since: tonight, waiting: 0, unsure: ['o4', 'o5'] }])
    const key = await screen.findByRole('button', { name: '全部打单' })
    fireEvent.click(key)
    fireEvent.click(key)
    link.put(printer('well', 0))
    await waitFor(() => expect(screen.queryByText('打印机没反应')).toBeNull())
    // A second round would run ahead of the first, and the first would print those tickets once more.
    expect(link.sent).toEqual([{ type: 'PrintTicket', order: 'o4' }])
  })

  test('is tried out from the devices, and says what is amiss', async () => {
    const { link, house } = await open('manager')
    link.put(printer('well', 0))
    link.answerQueries(({ type }) => (type === 'TestPrinter' ? { state: 'cover-open' } : undefined))
    house.screen.value = 'devices'
    fireEvent.click(await screen.findByRole('button', { name: '试打' }))
    expect(await screen.findByText('打印机盖没合上')).toBeTruthy()
  })
})
