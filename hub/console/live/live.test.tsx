import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { onDuty, open, row } from '../app.testing.tsx'
import { call, switchOff, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

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

  test('has what nobody has above what one has just taken, however bad that is', async () => {
    await open('manager')
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    await waitFor(() => {
      const keys = [...document.querySelectorAll('[data-list] [data-slice-key]')].map(one =>
        one.getAttribute('data-slice-key'),
      )
      expect(keys.indexOf('request/q3')).toBeLessThan(keys.indexOf('request/q2'))
      expect(keys.indexOf('request/q2')).toBeLessThan(keys.indexOf('request/q5'))
    })
  })

  test('tells of a check-in only what was changed here: what the guest says meanwhile, and what nobody said, is theirs', async () => {
    const { link } = await open('manager')
    link.answerWith(() => done())
    const { party: _none, ...unsaid } = link.all('checkin').find(({ id }) => id === 'k1') ?? {}
    const save = async (called: string) => {
      const field = within(row('k1', 'checkin')).getByRole('textbox')
      fireEvent.input(field, { target: { value: called } })
      const form = field.closest('form')
      if (form) fireEvent.submit(form)
      await waitFor(() => expect(within(row('k1', 'checkin')).queryByRole('textbox')).toBeNull())
    }
    await act(() => link.put(['checkin/k1', unsaid]))
    fireEvent.click(within(row('k1', 'checkin')).getByRole('button', { name: '更改' }))
    await save('汪总')
    fireEvent.click(within(row('k1', 'checkin')).getByRole('button', { name: '更改' }))
    await act(() => link.put(['checkin/k1', { ...unsaid, discreet: true, party: 9 }]))
    await save('黄总')
    expect(link.sent).toEqual([
      { type: 'AmendCheckIn', checkIn: 'k1', called: '汪总' },
      { type: 'AmendCheckIn', checkIn: 'k1', called: '黄总' },
    ])
  })

  test('seats in the room that was read: the next one is not proposed under a hand', async () => {
    const { link } = await open('manager')
    const seat = screen.getByRole('button', { name: '确认入座 V06' })
    fireEvent.pointerDown(seat)
    const room = link.all('room').find(({ id }) => id === 'v06')
    await act(() => link.put(['room/v06', { ...room, condition: 'to-clean' }]))
    fireEvent.pointerUp(seat)
    fireEvent.click(seat)
    expect(link.sent).toMatchObject([{ type: 'SeatCheckIn', room: 'v06' }])
  })

  test('orders what the bar had asked about, as it was, and is done with the call', async () => {
    const { link } = await open('manager')
    const asks = [{ item: 'i-qingdao', qty: 3, options: ['cold'] }]
    await act(() =>
      link.put(call('q9', { what: { kind: 'service', service: 'staff' }, severity: 'info', visit: 'p2', asks })),
    )
    fireEvent.click(within(row('q9')).getByRole('button', { name: '接单' }))
    fireEvent.click(within(row('q9')).getByRole('button', { name: '解决' }))
    link.answerWith(({ type }) => (type === 'PlaceOrderFor' ? refused(refuse('sold-out', 'choose-other')) : done()))
    fireEvent.click(within(row('q9')).getByRole('button', { name: '客人要，照做' }))
    await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ type: 'PlaceOrderFor', visit: 'p2', lines: asks }))
    expect(link.sent.map(({ type }) => type)).not.toContain('ResolveRequest')
    link.answerWith(() => done())
    fireEvent.click(within(row('q9')).getByRole('button', { name: '解决' }))
    fireEvent.click(within(row('q9')).getByRole('button', { name: '客人要，照做' }))
    await waitFor(() =>
      expect(link.sent.at(-1)).toMatchObject({ type: 'ResolveRequest', request: 'q9', outcome: 'done' }),
    )
  })

  test('names the kiosk of a call from the door, which comes from no room', async () => {
    const { link, house } = await open('manager')
    const [key, { room: _room, visit: _visit, ...desk }] = call('q9', {
      what: { kind: 'desk', why: 'help' },
      severity: 'warning',
      kiosk: 'lobby-2',
    })
    await act(() =>
      link.put([key, desk], ['device/lobby-2', { id: 'lobby-2', name: '二楼门口', kind: 'kiosk', online: true }]),
    )
    link.answerWith(() => done())
    fireEvent.click(within(row('q9')).getByRole('button', { name: '接单' }))
    await waitFor(() =>
      expect(house.notices.shown.value.map(({ text }) => text)).toEqual(['已接 二楼门口 门口请人帮忙']),
    )
  })

  test('A takes the first call that one may take, past those about oneself', async () => {
    const { link } = await open('manager')
    const about = { what: { kind: 'complaint', category: 'service' }, severity: 'critical', notTo: 's1' } as const
    await act(() => link.put(call('q9', { ...about, openedAt: tonight - 3_600_000 })))
    const [first] = document.querySelectorAll('[data-list] [data-key="a"] button')
    expect(within(row('q9')).getByRole('button', { name: '接单' })).toBe(first)
    fireEvent.keyDown(document.body, { key: 'a' })
    expect(link.sent).toMatchObject([{ type: 'TakeRequest', request: 'q1' }])
  })

  test('says a refusal in words and shows the truth again', async () => {
    const { link } = await open('manager')
    link.answerWith(() => refused(refuse('already-taken', 'look-again')))
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    expect(await screen.findByText('已有人接单')).toBeTruthy()
    expect(within(row('q2')).getByRole('button', { name: '接单' })).toBeTruthy()
  })

  test('who goes off the list soon is said to, and stays by one tap', async () => {
    const { link } = await open('manager')
    const before = link.get('checkin', 'k2')
    const card = () => within(document.querySelector<HTMLElement>('[data-slice-key="checkin/k2"]') ?? document.body)
    expect(card().queryByText(/从名单撤下/)).toBeNull()
    link.put(['checkin/k2', { ...before, lapsesAt: tonight + 4 * 60_000 }])
    expect(await card().findByText('4分钟后从名单撤下')).toBeTruthy()
    fireEvent.click(card().getByRole('button', { name: '还在等' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'AmendCheckIn', checkIn: 'k2', waits: true }]))
  })

  test('seats a VIP in the offered room with one tap, however often it is tapped', async () => {
    const { link } = await open('manager')
    const seat = screen.getByRole('button', { name: '确认入座 V06' })
    for (let tap = 0; tap < 10; tap += 1) fireEvent.click(seat)
    expect(link.sent).toEqual([{ type: 'SeatCheckIn', checkIn: 'k1', room: 'v06', tariff: 't1b' }])
    expect(screen.getByText('入座中')).toBeTruthy()
  })

  test('asks once who joins whose room, and joins nobody before', async () => {
    const { link } = await open('manager')
    const card = document.querySelector<HTMLElement>('[data-slice-key="checkin/k2"]')
    if (!card) throw new Error('no card')
    const join = (answer: string) => {
      fireEvent.click(
        within(within(card).getByRole('group', { name: '并入别房' })).getByRole('button', { name: /V08/ }),
      )
      expect(link.sent).toEqual([])
      const question = screen.getByRole('dialog')
      expect(question.textContent).toContain('小吴（3位）并入 V08？')
      fireEvent.click(within(question).getByRole('button', { name: answer }))
    }
    fireEvent.click(within(card).getByRole('button', { name: '并入别房' }))
    join('取消')
    expect(link.sent).toEqual([])
    join('并入 V08')
    expect(link.sent).toEqual([{ type: 'JoinVisit', checkIn: 'k2', visit: 'p2' }])
  })

  test('says which language who waits has read at the door', async () => {
    const { link } = await open('desk')
    const before = link.get('checkin', 'k2')
    expect(row('k2', 'checkin').textContent).not.toContain('语言')
    link.put(['checkin/k2', { ...before, language: 'en' }])
    await waitFor(() => expect(row('k2', 'checkin').textContent).toContain('语言：English'))
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

  test('ends what one has taken of a room with one tap, and takes it all up again with another', async () => {
    const { link } = await open('manager')
    link.answerWith(() => done())
    const taken = {
      status: 'acknowledged',
      takenBy: 's1',
      takenAt: tonight - 60_000,
      room: 'v05',
      severity: 'info',
    } as const
    const served = (service: 'ice' | 'cups' | 'cleaning') => ({ kind: 'service', service }) as const
    link.put(
      call('m1', { ...taken, what: served('ice') }),
      call('m2', { ...taken, what: served('cups') }),
      call('m3', { ...taken, what: { kind: 'complaint', category: 'audio' } }),
      call('m4', { ...taken, what: served('cleaning'), takenBy: 's2' }),
      call('m5', { ...taken, what: served('cleaning'), room: 'v01' }),
    )
    await waitFor(() => row('m5'))
    for (const single of ['m3', 'm4']) row(single)
    const together = document.querySelector<HTMLElement>('[data-slice-key="taken/v05"]') ?? document.body
    fireEvent.click(within(together).getByRole('button', { name: '解决 ×2' }))
    const about = (type: string) => link.sent.flatMap(one => (one.type === type && 'request' in one ? one.request : []))
    expect(about('ResolveRequest')).toEqual(['m1', 'm2'])
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    expect(about('ResumeRequest')).toEqual(['m1', 'm2'])
  })

  test('has nine calls of one room taken with one tap, and said to be on the way and done with one each', async () => {
    const { link } = await open('floor')
    link.answerWith(() => done())
    const nine = Array.from({ length: 9 }, (_, n) => `n${n}`)
    const cleaning = {
      what: { kind: 'service', service: 'cleaning' },
      severity: 'info',
      room: 'a01',
      visit: 'p3',
    } as const
    const put = (more: Partial<RequestView>) => link.put(...nine.map(id => call(id, { ...cleaning, ...more })))
    const group = (kind: 'group' | 'taken') => {
      const found = document.querySelector<HTMLElement>(`[data-slice-key="${kind}/a01"]`)
      if (!found) throw new Error(`no ${kind}`)
      return within(found)
    }
    const sent = (type: string) => link.sent.flatMap(one => (one.type === type && 'request' in one ? one.request : []))
    put({})
    await waitFor(() => group('group'))
    fireEvent.click(group('group').getByRole('button', { name: '接单 ×9' }))
    expect(sent('TakeRequest')).toEqual(nine)
    put({ status: 'acknowledged', takenBy: 's2', takenAt: tonight - 60_000 })
    await waitFor(() => group('taken'))
    // Whoever goes there reads on the one line what each of them would have said.
    expect(group('taken').getByText(/请勿打扰/)).toBeTruthy()
    fireEvent.click(group('taken').getByRole('button', { name: '在路上' }))
    expect(sent('GoToRequest')).toEqual(nine)
    fireEvent.click(group('taken').getByRole('button', { name: '解决 ×9' }))
    expect(sent('ResolveRequest')).toEqual(nine)
  })

  test('leads on a phone to what one took oneself, below what nobody has', async () => {
    const { link } = await open('floor')
    const mine = { status: 'acknowledged', takenBy: 's2', takenAt: tonight, severity: 'info' } as const
    link.put(
      call('m1', { room: 'v05', what: { kind: 'service', service: 'ice' }, ...mine }),
      call('m2', { room: 'v07', what: { kind: 'service', service: 'cups' }, ...mine }),
    )
    const seen = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => undefined)
    fireEvent.click(await screen.findByRole('button', { name: '去看我接的3个' }))
    const [first] = seen.mock.contexts
    const leads =
      first instanceof Element ? first.querySelector('[data-slice-key]')?.getAttribute('data-slice-key') : ''
    expect(['request/m1', 'request/m2', 'request/q5']).toContain(leads)
    seen.mockRestore()
  })

  test('leads nowhere where one’s own are in sight, or put off', async () => {
    const { link } = await open('floor')
    const mine = { status: 'acknowledged', takenBy: 's2', takenAt: tonight, severity: 'info' } as const
    const key = () => screen.queryByRole('button', { name: /^去看我接的/ })
    link.put(call('m1', { room: 'v05', what: { kind: 'service', service: 'ice' }, ...mine }))
    await waitFor(() => expect(key()?.textContent).toBe('去看我接的2个'))
    link.put(
      call('m1', {
        room: 'v05',
        what: { kind: 'service', service: 'ice' },
        ...mine,
        snooze: 'guest-asked',
      }),
    )
    await waitFor(() => expect(key()?.textContent).toBe('去看我接的1个'))
    const others = link
      .all('request')
      .flatMap(({ id, takenBy }) => (takenBy === 's2' ? [] : [`request/${id}` as const]))
    link.drop(...others, 'checkin/k1', 'checkin/k2', 'checkin/k3', 'order/o1')
    await waitFor(() => expect(key()).toBeNull())
  })

  test('says no more that a call was taken once somebody gave it back', async () => {
    const { link, house } = await open('manager')
    link.answerWith(() => done())
    fireEvent.click(within(row('q2')).getByRole('button', { name: '接单' }))
    await waitFor(() => expect(house.notices.shown.value).toHaveLength(1))
    const call = link.get('request', 'q2')
    link.put(['request/q2', { ...call, status: 'acknowledged', takenBy: 's1' }])
    expect(house.notices.shown.value).toHaveLength(1)
    link.put(['request/q2', call])
    expect(house.notices.shown.value).toEqual([])
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

  test('marks a role of which nobody is on duty, and passes nothing on to it that the hub would ask others for', async () => {
    const { link } = await open('manager')
    fireEvent.click(within(row('q1')).getByRole('button', { name: '更多' }))
    const whom = within(within(row('q1')).getByRole('group', { name: '转交' }))
    const roles = () =>
      [/^楼面/, /^吧台/, /^经理/, /^老板/].map(name => {
        const key = whom.getByRole<HTMLButtonElement>('button', { name })
        return [key.textContent, key.disabled]
      })
    // No shifts are kept: everybody hears it.
    expect(roles()).toEqual(['楼面', '吧台', '经理', '老板'].map(word => [word, false]))
    link.put(...onDuty('s1', 's5'))
    await waitFor(() =>
      expect(roles()).toEqual([
        ['楼面没人在班', true],
        ['吧台', false],
        ['经理', false],
        ['老板没人在班', false],
      ]),
    )
    // Not for whom it is about.
    link.put(...onDuty('s2'))
    await waitFor(() => expect(roles()[0]).toEqual(['楼面没人在班', true]))
    link.put(...onDuty('s3'))
    await waitFor(() => expect(roles()[0]).toEqual(['楼面', false]))
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
      ...onDuty('s2'),
    )
    await waitFor(() => expect(row('q8').textContent).toContain('小陈的'))
    expect(row('q8').textContent).toContain('超时未办好')
    link.answerWith(() => done())
    fireEvent.click(within(row('q8')).getByRole('button', { name: '更多' }))
    link.put(call('q8', { what: { kind: 'service', service: 'ice' }, severity: 'info', status: 'resolved' }))
    fireEvent.click(await within(row('q8')).findByRole('button', { name: '重开' }))
    expect(link.sent.at(-1)).toEqual({ type: 'ResumeRequest', request: 'q8' })
  })

  test('says that nobody is on duty where the call is the owner’s, who is not in the house', async () => {
    const { link } = await open('manager')
    const put = (...whose: string[]) =>
      link.put(call('q8', { what: { kind: 'service', service: 'ice' }, severity: 'critical', whose, level: 3 }))
    link.put(...onDuty('s5'))
    put('s6')
    await waitFor(() => expect(row('q8').textContent).toContain('没人在班'))
    expect(row('q8').textContent).not.toContain('何生')
    link.put(...onDuty('s2'))
    put('s2', 's6')
    await waitFor(() => expect(row('q8').textContent).toContain('小陈的'))
    expect(row('q8').textContent).not.toMatch(/何生|没人在班/)
    link.put(...onDuty('s6'))
    await waitFor(() => expect(row('q8').textContent).toMatch(/小陈.何生的/))
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
    const waiting = () => Number(document.querySelector('.nav-count')?.textContent)
    const before = waiting()
    link.put(...switchOff)
    const fold = await screen.findByText(`${switchOff.length}间包厢的屏连不上`)
    const card = fold.closest('article')
    if (!card) throw new Error('no card')
    expect(waiting()).toBe(before + 1)
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

  test('counts how often a call was urged, without the call itself', async () => {
    const { link } = await open('manager')
    link.put(call('q2', { what: { kind: 'service', service: 'ice' }, severity: 'info', room: 'a05', times: 2 }))
    await waitFor(() => expect(row('q2').textContent).toMatch(/已催(?!×)/))
    expect(row('q3').textContent).toContain('已催×2')
    const repeated = { at: tonight, event: 'RequestRepeated', room: 'a05', about: 'ice' } as const
    const words = () => [...document.querySelectorAll('.feed li')].map(({ textContent }) => textContent)
    link.feed.value = [{ ...repeated, seq: 1, qty: 2 }]
    await waitFor(() => expect(words()).toEqual([expect.stringMatching(/又催/)]))
    expect(words()).not.toEqual([expect.stringContaining('×')])
    link.feed.value = [{ ...repeated, seq: 2, qty: 3 }]
    await waitFor(() => expect(words()).toEqual([expect.stringContaining('×2')]))
  })

  test('never shows the raw name of a fact', async () => {
    const { link } = await open('manager')
    link.feed.value = [{ seq: 1, at: tonight, event: 'NobodyKnowsThis', about: 'nor-this' }]
    expect(await screen.findByText('有变动')).toBeTruthy()
    expect(document.body.textContent).not.toContain('nor-this')
  })

  test('says for when a reservation is now, with its day where that is another night', async () => {
    const { link } = await open('manager')
    const amended = { at: tonight, event: 'ReservationAmended', room: 'v06', qty: 4 } as const
    link.feed.value = [{ ...amended, seq: 1, when: tonight + 60_000 }]
    const line = await screen.findByText(/^更改预订/)
    expect(line.textContent).toBe('更改预订 23:21 4位')
    link.feed.value = [{ ...amended, seq: 1, when: tonight + 24 * 3_600_000 }]
    await waitFor(() => expect(line.textContent).toBe('更改预订 11月24日周二 23:20 4位'))
  })
})
