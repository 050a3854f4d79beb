import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Role, Station } from '../../shared/protocol/words.ts'
import { App } from './app.tsx'
import { call, inside, house as rooms, self, staffSlices, switchOff, tonight } from './stage/evening.ts'
import { createFakeLink, type FakeLink } from './stage/fake-link.ts'
import { createHouse, type House, HouseContext } from './state/house.ts'
import { createSpeech } from './state/speech.ts'

vi.mock('../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let opened: House | undefined

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(() => {
  cleanup()
  opened?.stop()
})

async function open(role?: Role, station?: Station): Promise<{ link: FakeLink; house: House }> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(role, station)], ...(role || station ? inside : []))
  const house = createHouse(link, await createSpeech('zh-Hans', () => link.one('venue')))
  opened = house
  render(
    <HouseContext.Provider value={house}>
      <App />
    </HouseContext.Provider>,
  )
  return { link, house }
}

const onDuty = (...staff: readonly string[]) =>
  staffSlices.flatMap(([key, view]) =>
    staff.includes(view.id) ? [[key, { ...view, onDutySince: tonight - 3_600_000 }] as const] : [],
  )

const row = (id: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-slice-key="request/${id}"]`)
  if (!found) throw new Error(`no row of ${id}`)
  return found
}

describe('a locked console', () => {
  test('shows open calls by room, sends name and PIN, and says what was wrong with it', async () => {
    const { link } = await open()
    link.put(call('q1', { what: { kind: 'complaint', category: 'audio' }, severity: 'critical' }))
    expect(await screen.findByText('投诉：话筒音响')).toBeTruthy()
    expect(screen.queryByText('欧阳䶮女士')).toBeNull()
    link.answerWith(() => refused(refuse('wrong-pin', 'wait', { waitMs: 30_000 })))
    fireEvent.click(screen.getByRole('button', { name: '林静' }))
    for (const digit of '111111') fireEvent.keyDown(document.body, { key: digit })
    expect(await screen.findByText('PIN不对，请再输一次')).toBeTruthy()
    expect(screen.getByText('等30秒再试')).toBeTruthy()
    expect(link.sent).toEqual([{ type: 'SignIn', staff: 's1', pin: '111111' }])
    for (const digit of '222222') fireEvent.keyDown(document.body, { key: digit })
    expect(link.sent).toHaveLength(1)
  })
})

describe('the live screen', () => {
  test('shows a take at once, with whose it is, and gives it back', async () => {
    const { link } = await open('manager')
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    expect(within(row('q2')).getByText('林静接单')).toBeTruthy()
    expect(within(row('q2')).getByText('待发送')).toBeTruthy()
    expect(within(row('q2')).queryByRole('button', { name: '接单' })).toBeNull()
    fireEvent.click(within(row('q2')).getByRole('button', { name: '撤销接单' }))
    expect(link.sent.map(({ type }) => type)).toEqual(['TakeRequest', 'ReleaseRequest'])
    expect(within(row('q2')).getByRole('button', { name: '接单' })).toBeTruthy()
  })

  test('says a refusal in words and shows the truth again', async () => {
    const { link } = await open('manager')
    link.answerWith(() => refused(refuse('already-taken', 'look-again')))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    expect(await screen.findByText('已有人接单')).toBeTruthy()
    expect(within(row('q2')).getByRole('button', { name: '接单' })).toBeTruthy()
  })

  test('seats a VIP in the offered room with one tap, however often it is tapped', async () => {
    const { link } = await open('manager')
    const seat = screen.getByRole('button', { name: '确认入座 V06' })
    for (let tap = 0; tap < 10; tap += 1) fireEvent.click(seat)
    expect(link.sent).toEqual([{ type: 'SeatCheckIn', checkIn: 'k1', room: 'v06', tariff: 't1b' }])
    expect(screen.getByText('入座中')).toBeTruthy()
  })

  test('puts taboos before everything else of a VIP', async () => {
    await open('manager')
    const card = document.querySelector('[data-slice-key="checkin/k1"] .brief')?.textContent ?? ''
    expect(card.indexOf('不喝白酒')).toBeLessThan(card.indexOf('读作'))
  })

  test('does not let somebody take a complaint about themselves', async () => {
    await open('floor')
    expect(within(row('q1')).getByRole('button', { name: '接单' }).hasAttribute('disabled')).toBe(true)
  })

  test('takes what hurts most with A and resolves with chips', async () => {
    const { link } = await open('manager')
    fireEvent.keyDown(document.body, { key: 'a' })
    expect(link.sent[0]).toEqual({ type: 'TakeRequest', request: 'q1' })
    fireEvent.click(within(row('q4')).getByRole('button', { name: '解决' }))
    fireEvent.click(within(row('q4')).getByRole('button', { name: '已办好' }))
    expect(link.sent.at(-1)).toEqual({ type: 'ResolveRequest', request: 'q4', outcome: 'done' })
  })

  test('passes a call on to whom is on duty, and puts one aside for a reason', async () => {
    const { link } = await open('manager')
    link.put(...onDuty('s2', 's3'))
    link.answerWith(() => done())
    fireEvent.click(within(row('q2')).getByRole('button', { name: '更多' }))
    const whom = within(row('q2')).getByRole('group', { name: '转交' })
    expect(within(whom).queryByRole('button', { name: '欧阳子衿' })).toBeNull()
    fireEvent.click(within(whom).getByRole('button', { name: '阿豪' }))
    expect(link.sent.at(-1)).toEqual({ type: 'PassRequest', request: 'q2', to: { staff: 's3' } })
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(link.sent.at(-1)).toEqual({ type: 'ReleaseRequest', request: 'q2' })
    fireEvent.click(within(row('q2')).getByRole('button', { name: '更多' }))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '等配件' }))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '10分钟后再响' }))
    expect(link.sent.at(-1)).toEqual({ type: 'SnoozeRequest', request: 'q2', reason: 'waiting-part', minutes: 10 })
  })

  test('shows whose a call is, that it is overdue, and takes up again what was not done after all', async () => {
    const { link } = await open('manager')
    link.put(
      call('q8', {
        what: { kind: 'service', service: 'ice' },
        severity: 'critical',
        whose: ['s2'],
        overdue: true,
        level: 2,
      }),
    )
    await waitFor(() => expect(row('q8').textContent).toContain('小陈的'))
    expect(row('q8').textContent).toContain('超时未办好')
    link.answerWith(() => done())
    fireEvent.click(within(row('q8')).getByRole('button', { name: '更多' }))
    link.put(call('q8', { what: { kind: 'service', service: 'ice' }, severity: 'info', status: 'resolved' }))
    fireEvent.click(await within(row('q8')).findByRole('button', { name: '重开' }))
    expect(link.sent.at(-1)).toEqual({ type: 'ResumeRequest', request: 'q8' })
  })

  test('takes one call for a key that is held or mashed', async () => {
    const { link } = await open('manager')
    atOneMoment(() => {
      fireEvent.keyDown(document.body, { key: 'a' })
      fireEvent.keyDown(document.body, { key: 'a', repeat: true })
      fireEvent.keyDown(document.body, { key: 'a' })
    })
    expect(link.sent).toEqual([{ type: 'TakeRequest', request: 'q1' }])
  })

  test('takes one call for a finger that taps twice at one place', async () => {
    const { link } = await open('manager')
    const tap = (id: string) =>
      fireEvent.click(within(row(id)).getByRole('button', { name: '接单' }), { detail: 1, clientX: 300, clientY: 200 })
    atOneMoment(() => {
      tap('q1')
      tap('q2')
    })
    expect(link.sent).toEqual([{ type: 'TakeRequest', request: 'q1' }])
  })

  /** However long a busy machine takes from one to the next. */
  function atOneMoment(act: () => void): void {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    act()
    clock.mockRestore()
  }

  /** The calls as they stand, from above. */
  const calls = () =>
    [...document.querySelectorAll('[data-list] [data-slice-key^="request/"]')].map(one =>
      one.getAttribute('data-slice-key')?.slice('request/'.length),
    )
  const worse = call('q9', {
    room: 'v05',
    what: { kind: 'complaint', category: 'audio' },
    severity: 'critical',
    openedAt: 1,
  })

  test('stands still under a finger, so that what it came down on is what is pressed', async () => {
    const { link } = await open('manager')
    const before = calls()
    const take = within(row('q2')).getByRole('button', { name: '接单' })
    fireEvent.pointerDown(take)
    link.put(
      worse,
      call('q2', {
        what: { kind: 'service', service: 'ice' },
        severity: 'info',
        status: 'acknowledged',
        takenBy: 's3',
      }),
    )
    await new Promise(requestAnimationFrame)
    expect(calls()).toEqual(before)
    fireEvent.pointerUp(take)
    fireEvent.click(take, { detail: 1 })
    expect(link.sent).toEqual([{ type: 'TakeRequest', request: 'q2' }])
    await waitFor(() => expect(calls()[0]).toBe('q9'))
  })

  test('moves on once the finger is away, and under one that rests on the glass', async () => {
    const { link } = await open('manager')
    fireEvent.pointerDown(within(row('q2')).getByRole('button', { name: '接单' }))
    link.put(worse)
    // It slid off: that is no press.
    fireEvent.pointerUp(document.body)
    await waitFor(() => expect(calls()[0]).toBe('q9'))
    fireEvent.pointerDown(within(row('q2')).getByRole('button', { name: '接单' }))
    link.put(
      call('q10', { room: 'v01', what: { kind: 'complaint', category: 'audio' }, severity: 'critical', openedAt: 0 }),
    )
    await new Promise(requestAnimationFrame)
    expect(calls()[0]).toBe('q9')
    await waitFor(() => expect(calls()[0]).toBe('q10'), { timeout: 6000 })
    expect(link.sent).toEqual([])
  })

  test('has one card for the panels of a switch that is off: it opens, and one tap knows of them all', async () => {
    const { link } = await open('manager')
    link.put(...switchOff)
    const fold = await screen.findByText(`${switchOff.length}间包厢的屏连不上`)
    const card = fold.closest('article')
    if (!card) throw new Error('no card')
    expect(screen.queryByText('包厢屏连不上')).toBeNull()
    fireEvent.click(within(card).getByRole('button', { name: '更多' }))
    expect(await screen.findAllByText('包厢屏连不上')).toHaveLength(switchOff.length)
    fireEvent.click(within(card).getByRole('button', { name: '知道了' }))
    await waitFor(() => expect(screen.queryByText(/屏连不上/)).toBeNull())
  })

  test('has its keys act on the room’s sheet while that is open', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    await screen.findByRole('dialog', { name: 'V08 详情' })
    link.put(call('q9', { what: { kind: 'service', service: 'ice' }, severity: 'info', room: 'v01', openedAt: 1 }))
    fireEvent.keyDown(document.body, { key: 'a' })
    expect(link.sent).toHaveLength(1)
    expect(link.sent[0]).toMatchObject({ type: 'TakeRequest' })
    expect(
      link.get('request', 'request' in (link.sent[0] ?? {}) ? String(Object(link.sent[0]).request) : '')?.room,
    ).toBe('v08')
  })

  test('offers the undo of a take only once the hub gave it', async () => {
    const { link } = await open('manager')
    link.answerWith(() => refused(refuse('already-taken', 'look-again')))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    expect(await screen.findByText('已有人接单')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '撤销' })).toBeNull()
    link.answerWith(() => done())
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(link.sent.at(-1)).toEqual({ type: 'ReleaseRequest', request: 'q2' })
  })

  test('takes a dismissal back', async () => {
    const { link } = await open('manager')
    const card = document.querySelector<HTMLElement>('[data-slice-key="checkin/k1"]')
    if (!card) throw new Error('no card')
    link.answerWith(() => done())
    fireEvent.click(within(card).getByRole('button', { name: '不用接待' }))
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(link.sent).toEqual([
      { type: 'DismissCheckIn', checkIn: 'k1' },
      { type: 'RestoreCheckIn', checkIn: 'k1' },
    ])
  })

  test('lists what the host is to be asked about, for who may, and no key approves it', async () => {
    const { link } = await open('floor')
    const order = document.querySelector<HTMLElement>('[data-slice-key="order/o1"]')
    if (!order) throw new Error('no order')
    expect(order.textContent).toContain('先问主人要不要')
    order.focus()
    fireEvent.keyDown(document.body, { key: 'a' })
    expect(link.sent).toEqual([])
    fireEvent.click(within(order).getByRole('button', { name: '问过了，可以做' }))
    expect(link.sent).toEqual([{ type: 'ApproveOrder', order: 'o1' }])
  })

  test('never shows the raw name of a fact', async () => {
    const { link } = await open('manager')
    link.feed.value = [{ seq: 1, at: tonight, event: 'NobodyKnowsThis', about: 'nor-this' }]
    expect(await screen.findByText('有变动')).toBeTruthy()
    expect(document.body.textContent).not.toContain('nor-this')
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

  test('is tried out from the devices, and says what is amiss', async () => {
    const { link, house } = await open('manager')
    link.put(printer('well', 0))
    link.answerQueries(({ type }) => (type === 'TestPrinter' ? { state: 'cover-open' } : undefined))
    house.screen.value = 'devices'
    fireEvent.click(await screen.findByRole('button', { name: '试打' }))
    expect(await screen.findByText('打印机盖没合上')).toBeTruthy()
  })
})

describe('who is on duty', () => {
  test('stands on the floor by zone, and begins and ends at a station by one’s name', async () => {
    const { link, house } = await open(undefined, 'floor')
    house.screen.value = 'floor'
    const strip = await screen.findByRole('region', { name: '在班' })
    expect(strip.textContent).toContain('没人在班')
    link.put(...onDuty('s2').map(([key, view]) => [key, { ...view, zone: [2] }] as const))
    await waitFor(() => expect(strip.textContent).toContain('2楼小陈'))
    expect(strip.textContent).toContain('3楼没人在班')
    link.answerWith(() => done())
    fireEvent.click(within(strip).getByRole('button', { name: '上下班' }))
    fireEvent.click(screen.getByRole('button', { name: '阿豪' }))
    expect(link.sent.at(-1)).toEqual({ type: 'StartShift', as: 's3' })
    fireEvent.click(screen.getByRole('button', { name: '小陈' }))
    expect(link.sent.at(-1)).toEqual({ type: 'EndShift', as: 's2' })
  })

  test('begins with 开始值班 for who is signed in', async () => {
    const { link, house } = await open('floor')
    vi.spyOn(house.voice, 'unlock').mockResolvedValue()
    link.answerWith(() => done())
    fireEvent.click(screen.getByRole('button', { name: '开始值班' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'StartShift' }]))
  })
})

describe('a station', () => {
  test('starts at its board and asks for a name once', async () => {
    const { link, house } = await open(undefined, 'bar')
    expect(house.screen.value).toBe('bar')
    const ticket = document.querySelector<HTMLElement>('[data-slice-key="order/o3"]')
    if (!ticket) throw new Error('no ticket')
    fireEvent.click(within(ticket).getByRole('button', { name: '接单制作' }))
    const chooser = await screen.findByRole('dialog')
    fireEvent.click(within(chooser).getByRole('button', { name: '老周' }))
    expect(link.sent).toEqual([{ type: 'AcceptOrder', order: 'o3', as: 's5' }])
    const accepted = document.querySelector<HTMLElement>('[data-slice-key="order/o3"]')
    if (!accepted) throw new Error('no ticket')
    fireEvent.click(within(accepted).getByRole('button', { name: '出品' }))
    expect(link.sent.at(-1)).toEqual({ type: 'DeliverOrder', order: 'o3', as: 's5' })
  })

  test('lets somebody else take a complaint about whoever tapped their name last', async () => {
    const { link, house } = await open(undefined, 'floor')
    house.acting.choose('s2')
    fireEvent.click(within(row('q1')).getByRole('button', { name: '接单' }))
    expect(link.sent).toEqual([])
    const chooser = await screen.findByRole('dialog')
    expect(within(chooser).queryByRole('button', { name: '小陈' })).toBeNull()
    fireEvent.click(within(chooser).getByRole('button', { name: '阿豪' }))
    expect(link.sent).toEqual([{ type: 'TakeRequest', request: 'q1', as: 's3' }])
  })

  test('undoes a take in the name that took it', async () => {
    const { link, house } = await open(undefined, 'floor')
    house.acting.choose('s3')
    link.answerWith(() => done())
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    const undo = await screen.findByRole('button', { name: '撤销' })
    house.acting.choose('s7')
    fireEvent.click(undo)
    expect(link.sent.at(-1)).toEqual({ type: 'ReleaseRequest', request: 'q2', as: 's3' })
  })

  test('holds a ticket that its guest may still undo', async () => {
    await open(undefined, 'bar')
    const ticket = document.querySelector<HTMLElement>('[data-slice-key="order/o2"]')
    if (!ticket) throw new Error('no ticket')
    expect(within(ticket).queryByRole('button', { name: '接单制作' })).toBeNull()
    expect(within(ticket).getByText(/客人可撤/)).toBeTruthy()
  })
})

describe('staying longer', () => {
  test('is done at once and taken back', async () => {
    const { link, house } = await open('floor')
    link.answerWith(() => done())
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '续30分钟' }))
    expect(await screen.findByText('V08 已续30分钟')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    expect(link.sent).toEqual([
      { type: 'ExtendVisit', visit: 'p2', minutes: 30 },
      { type: 'UndoExtend', visit: 'p2' },
    ])
  })
})

describe('settling', () => {
  test('asks once about tickets that nobody keyed in', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '买单' }))
    expect(link.sent).toEqual([])
    const told: boolean[] = []
    link.answerWith((_command, sure) => {
      told.push(sure)
      return sure ? done() : refused(refuse('unticked', 'confirm'))
    })
    fireEvent.click(await screen.findByRole('button', { name: '仍然买单' }))
    expect(link.sent).toEqual([{ type: 'SettleVisit', visit: 'p2' }])
    expect(told).toEqual([true])
  })

  test('asks in one breath, at the closing too, and leaves them at the bar until somebody did', async () => {
    const { link, house } = await open('desk')
    house.openRoom.value = 'a08'
    fireEvent.click(await screen.findByRole('button', { name: '关房' }))
    const asked = await screen.findByRole('dialog', { name: '关房' })
    expect(asked.textContent).toContain('有1单没录收银')
    link.answerWith((_command, sure) => (sure ? done() : refused(refuse('unticked', 'confirm'))))
    fireEvent.click(within(asked).getByRole('button', { name: '关房' }))
    expect(link.sent).toEqual([{ type: 'CloseVisit', visit: 'p1' }])
    expect(screen.queryByText('再确认一次')).toBeNull()
    house.openRoom.value = undefined
    house.screen.value = 'bar'
    const left = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('[data-slice-key="order/o10"]')
      if (!found) throw new Error('no ticket')
      return found
    })
    expect(within(left).getByText('已关房，还没录收银')).toBeTruthy()
    link.answerWith(() => done())
    fireEvent.click(within(left).getByRole('button', { name: '录收银' }))
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(link.sent.slice(1)).toEqual([
      { type: 'TickOrder', order: 'o10', ticked: true },
      { type: 'TickOrder', order: 'o10', ticked: false },
    ])
  })
})

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
    expect(await screen.findByText('吧台一号没有声音，那边听不到呼叫')).toBeTruthy()
    link.put(['device/d9', { ...bar, sounding: true }])
    await waitFor(() => expect(screen.queryByText('吧台一号没有声音，那边听不到呼叫')).toBeNull())
    // Off is silent too, unless something else is on at its place.
    const second = { ...bar, id: 'd10', name: '吧台二号', online: false }
    link.put(['device/d10', second])
    expect(screen.queryByText(/吧台二号/)).toBeNull()
    link.put(['device/d9', bar])
    expect(await screen.findByText(/^吧台一号没有声音/)).toBeTruthy()
    link.put(['device/d9', { ...bar, online: false }])
    expect(await screen.findByText(/吧台一号、吧台二号没有声音/)).toBeTruthy()
    // A house without a bar's screen has one on its list that was never paired.
    link.drop('device/d10')
    link.put(['device/d9', { ...bar, online: false, unpaired: true }])
    await waitFor(() => expect(screen.queryByText(/没有声音/)).toBeNull())
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

describe('merging', () => {
  test('is asked, by the names of both rooms', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '并房' }))
    fireEvent.click(
      within(await screen.findByRole('group', { name: '并到哪一间' })).getByRole('button', { name: /^V01/ }),
    )
    expect(link.sent).toEqual([])
    expect(await screen.findByText('V08的账全部并到V01，之后分不开')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'V08 并到 V01' }))
    expect(link.sent).toMatchObject([{ type: 'MergeVisits', from: 'p2' }])
  })
})

describe('a PIN that is off', () => {
  const reset = async (role: Role) => {
    const { link, house } = await open(role)
    const chen = { id: 's2', name: { zhHans: '小陈' }, role: 'floor', zone: [], signedIn: false } as const
    link.put(['staff/s2', { ...chen, pinOff: true }])
    house.screen.value = 'staff'
    const person = (await screen.findByText(/^PIN已停用/)).closest<HTMLElement>('li')
    if (!person) throw new Error('nobody')
    return { link, button: within(person).queryByRole('button', { name: '重设PIN' }) }
  }

  test('is the owner’s to set, in words, with a new PIN typed twice', async () => {
    const { link, button } = await reset('owner')
    fireEvent.click(button ?? document.body)
    const dialog = await screen.findByRole('dialog', { name: '给小陈重设PIN' })
    const type = (pin: string) => {
      for (const digit of pin) fireEvent.keyDown(document.body, { key: digit })
    }
    type('88081')
    expect(dialog.querySelector('.pin-dots')?.textContent).toBe('')
    expect(dialog.querySelectorAll('.pin-dot[data-filled]')).toHaveLength(5)
    type('6')
    expect(await within(dialog).findByText('太好猜了：不要生日、连号、重复')).toBeTruthy()
    type('480271')
    expect(await within(dialog).findByText('再输一次新PIN')).toBeTruthy()
    type('246811')
    expect(await within(dialog).findByText('两次不一样，重新输入')).toBeTruthy()
    type('480271')
    await within(dialog).findByText('再输一次新PIN')
    type('480271')
    await within(dialog).findByText(/，输入六位PIN$/)
    expect(link.sent).toEqual([])
    type('111222')
    await waitFor(() => expect(link.sent).toEqual([{ type: 'ResetPin', staff: 's2', newPin: '480271', pin: '111222' }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('is said to the manager, who asks the owner', async () => {
    const { button } = await reset('manager')
    expect(button).toBeNull()
    expect(screen.getByText('PIN已停用 · 请老板重设')).toBeTruthy()
  })
})

describe('a return', () => {
  test('whose own PIN was wrong says so and asks for it again', async () => {
    const { link, house } = await open('manager')
    house.screen.value = 'bar'
    fireEvent.click((await screen.findAllByRole('button', { name: '退单' }))[0] ?? document.body)
    const dialog = await screen.findByRole('dialog')
    fireEvent.click(within(dialog).getByRole('button', { name: '未开封' }))
    fireEvent.click(within(dialog).getByRole('button', { name: /^退 1份/ }))
    link.answerWith(() => refused(refuse('wrong-pin', 'try-again', { about: 's1' })))
    for (const digit of '111111') fireEvent.keyDown(document.body, { key: digit })
    fireEvent.click(await within(dialog).findByRole('button', { name: '何生' }))
    for (const digit of '222222') fireEvent.keyDown(document.body, { key: digit })
    expect(await within(dialog).findByText('PIN不对，请再输一次')).toBeTruthy()
    expect(within(dialog).getByText('林静，输入六位PIN')).toBeTruthy()
  })
})

describe('a gift', () => {
  test('asks for the giver’s PIN, and for a second person when the hub wants one', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = await screen.findByRole('dialog', { name: '赠送 V08' })
    expect(dialog.textContent).toContain('今天还能送 ¥1,580')
    fireEvent.click(within(dialog).getAllByRole('button', { name: '赠送' })[2] ?? dialog)
    fireEvent.click(within(dialog).getByRole('button', { name: '生日' }))
    fireEvent.click(within(dialog).getByRole('button', { name: '下一步' }))
    link.answerWith(command =>
      command.type === 'GiveComp' && command.second ? done() : refused(refuse('second-person', 'ask-manager')),
    )
    for (const digit of '123456') fireEvent.keyDown(document.body, { key: digit })
    fireEvent.click(await within(dialog).findByRole('button', { name: '何生' }))
    for (const digit of '654321') fireEvent.keyDown(document.body, { key: digit })
    await waitFor(() => expect(screen.queryByRole('dialog', { name: '赠送 V08' })).toBeNull())
    expect(link.sent.at(-1)).toMatchObject({
      type: 'GiveComp',
      visit: 'p2',
      pin: '123456',
      second: { staff: 's6', pin: '654321' },
    })
  })
})
