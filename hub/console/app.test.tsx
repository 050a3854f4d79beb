import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Role } from '../../shared/protocol/words.ts'
import { close, onDuty, open, row } from './app.testing.tsx'
import { call, self, ticket, tonight } from './stage/evening.ts'
import type { FakeLink } from './stage/fake-link.ts'

vi.mock('../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

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

describe('whoever comes next', () => {
  test('sees nothing that was said to the last person, and is asked nothing that they were', async () => {
    const { link, house } = await open('manager')
    const no = vi.fn()
    house.notices.say(
      () => '王总 已移除',
      () => house.tap({ type: 'RestoreCheckIn', checkIn: 'k1' }),
    )
    house.notices.ask({
      title: '取消预订',
      text: '王总 21:00',
      yes: '取消',
      no: '不',
      grave: true,
      onYes: vi.fn(),
      onNo: no,
    })
    expect(await screen.findByText('王总 21:00')).toBeTruthy()
    await act(() => link.put(['self', self()]))
    await waitFor(() => expect(document.querySelector('.locked')).toBeTruthy())
    expect(screen.queryByText('王总 21:00')).toBeNull()
    expect(screen.queryByText('王总 已移除')).toBeNull()
    expect(no).toHaveBeenCalledOnce()
  })

  test('does nothing in the name that a station had asked for', async () => {
    const { link, house } = await open(undefined, 'floor')
    house.acting.ask(vi.fn())
    await act(() => link.put(['self', self('manager', 'floor')]))
    await waitFor(() => expect(house.acting.waiting.value).toBeUndefined())
  })

  test('in a room does not get what was put together for the party before', async () => {
    const { link, house } = await open('manager')
    link.answerWith(() => done())
    house.openRoom.value = 'v05'
    const sheet = await screen.findByRole('dialog', { name: /V05/ })
    fireEvent.click(within(sheet).getByRole('button', { name: '代客下单' }))
    expect(await screen.findByRole('dialog', { name: /给 V05 下单/ })).toBeTruthy()
    const [room, visit] = [link.get('room', 'v05'), link.get('visit', 'p3')]
    await act(() => link.put(['room/v05', { ...room, visit: 'p9' }], ['visit/p9', { ...visit, id: 'p9' }]))
    expect(screen.queryByRole('dialog', { name: /给 V05 下单/ })).toBeNull()
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
    // Where it puts nobody on duty it does not say so.
    link.put(...onDuty('s2'))
    expect(await screen.findByRole('button', { name: '打开声音' })).toBeTruthy()
    link.drop('staff/s2')
    await screen.findByRole('button', { name: '开始值班' })
    link.put(['self', self(undefined, 'floor')])
    expect(await screen.findByRole('button', { name: '打开声音' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: '开始值班' })).toBeNull()
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

describe('what the bar cannot make', () => {
  test('is refused by itself, and the rest of the ticket stays', async () => {
    const { link } = await open('manager')
    fireEvent.click(await screen.findByRole('button', { name: /^吧台/ }))
    const ticket = () => within(document.querySelector<HTMLElement>('[data-slice-key="order/o3"]') ?? document.body)
    fireEvent.click(ticket().getByRole('button', { name: '不接' }))
    const tea = within(ticket().getByRole('group', { name: /只不接这几样/ })).getAllByRole('button')[1]
    fireEvent.click(tea ?? document.body)
    fireEvent.click(ticket().getByRole('button', { name: '售完' }))
    await waitFor(() =>
      expect(link.sent).toEqual([{ type: 'RejectOrder', order: 'o3', reason: 'sold-out', lines: ['l2'] }]),
    )
    // The next reason would be for what is left.
    expect(ticket().queryByRole('button', { name: '售完' })).toBeNull()
    fireEvent.click(ticket().getByRole('button', { name: '不接' }))
    fireEvent.click(ticket().getByRole('button', { name: '点错' }))
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'RejectOrder', order: 'o3', reason: 'mistake' }))
  })
})

test('what a colleague has just refused is not the whole ticket', async () => {
  const { link } = await open('manager')
  fireEvent.click(await screen.findByRole('button', { name: /^吧台/ }))
  const ticket = () => within(document.querySelector<HTMLElement>('[data-slice-key="order/o3"]') ?? document.body)
  fireEvent.click(ticket().getByRole('button', { name: '不接' }))
  fireEvent.click(
    within(ticket().getByRole('group', { name: /只不接这几样/ })).getAllByRole('button')[1] ?? document.body,
  )
  const before = link.get('order', 'o3')
  link.put(['order/o3', { ...before, lines: before?.lines.slice(0, 1) }])
  await waitFor(() => expect(ticket().queryByRole('group', { name: /只不接这几样/ })).toBeNull())
  fireEvent.click(ticket().getByRole('button', { name: '售完' }))
  await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ type: 'RejectOrder', lines: ['l2'] }))
})

test('friends come: how many they are now is said in their room', async () => {
  const { link, house } = await open('manager')
  house.openRoom.value = 'v08'
  const visit = link.all('visit').find(({ room }) => room === 'v08')
  fireEvent.click(await screen.findByRole('button', { name: '人数' }))
  const save = screen.getByRole('button', { name: '保存' })
  expect(save).toHaveProperty('disabled', true)
  fireEvent.click(within(screen.getByRole('group', { name: '人数' })).getByRole('button', { name: /加/ }))
  fireEvent.click(save)
  await waitFor(() =>
    expect(link.sent.at(-1)).toEqual({ type: 'CountParty', visit: visit?.id, party: (visit?.party ?? 0) + 1 }),
  )
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

  test('says so where a second tap was taken for the same one', async () => {
    const { link, house } = await open('floor')
    link.answerWith(() => done({ already: true }))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '续30分钟' }))
    expect(await screen.findByText(/^刚刚续过，这一下没有再加/)).toBeTruthy()
  })
})

describe('settling', () => {
  test('asks nothing while rounds are unanswered: that the hub does not let be got round', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '买单' }))
    expect(link.sent).toEqual([{ type: 'SettleVisit', visit: 'p2' }])
    expect(screen.queryByRole('dialog', { name: '买单' })).toBeNull()
  })

  test('asks once about tickets that nobody keyed in, and what is missing to the minimum', async () => {
    const { link, house } = await open('manager')
    const unanswered = house.link.all('order').filter(({ visit, status }) => visit === 'p2' && status !== 'delivered')
    link.drop(...unanswered.map(({ id }) => `order/${id}`))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '买单' }))
    expect(link.sent).toEqual([])
    const asked = await screen.findByRole('dialog', { name: '买单' })
    expect(asked.textContent).toContain('没录收银')
    expect(asked.textContent).toContain('低消还差')
    const told: boolean[] = []
    link.answerWith((_command, sure) => {
      told.push(sure)
      return sure ? done() : refused(refuse('unticked', 'confirm'))
    })
    fireEvent.click(await screen.findByRole('button', { name: '仍然买单' }))
    expect(link.sent).toEqual([{ type: 'SettleVisit', visit: 'p2' }])
    expect(told).toEqual([true])
  })

  test('asks about what was refused and is in the cashier all the same', async () => {
    const { link, house } = await open('manager')
    link.drop(...house.link.all('order').map(({ id }) => `order/${id}`))
    const paidUp = { ordered: 0, comps: 0, minimumSpend: 0, missing: 0, room: 0, roomAsOf: tonight, unticked: [] }
    link.put(['visit/p2', { ...link.get('visit', 'p2'), money: paidUp }])
    link.put(ticket('keyed', { status: 'rejected', ticked: true }))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '买单' }))
    const asked = await screen.findByRole('dialog', { name: '买单' })
    expect(asked.textContent).toContain('有1单没接，收银里还没退掉')
    fireEvent.click(within(asked).getByRole('button', { name: '先去退掉' }))
    expect([link.sent, house.screen.value]).toEqual([[], 'bar'])
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

  const signingIn = async (name: string, before: (link: FakeLink) => void = () => undefined) => {
    const { link } = await open()
    before(link)
    link.answerWith(command =>
      command.type === 'SignIn' ? refused(refuse('pin-off', 'ask-manager', { about: command.staff })) : undefined,
    )
    fireEvent.click(await screen.findByRole('button', { name }))
    await screen.findByText(/，输入六位PIN$/)
    for (const digit of '480271') fireEvent.keyDown(document.body, { key: digit })
    return (await screen.findByText(/^PIN已停用/)).textContent?.replace(/\s/g, ' ')
  }

  test('sends whoever types it to who can help: never to a manager, who may not', async () => {
    expect(await signingIn('小陈')).toBe('PIN已停用 · 请老板重设')
    close()
    expect(await signingIn('林静')).toBe('PIN已停用 · 请老板重设')
  })

  test('sends an owner to the hub’s machine, or to another owner', async () => {
    expect(await signingIn('何生')).toBe('PIN已停用 · 在主机上重设：npm run venue -- pin')
    close()
    const second = { id: 's9', name: { zhHans: '何太' }, role: 'owner', zone: [], signedIn: false } as const
    expect(await signingIn('何生', link => link.put(['staff/s9', second]))).toContain('请另一位老板重设，或在主机上')
  })

  test('is nothing that an owner can set for themselves: it is that PIN that it takes', async () => {
    const { link, house } = await open('owner')
    const self = link.one('self')?.session?.staff ?? ''
    const me = link.get('staff', self)
    if (!me) throw new Error('nobody')
    link.put([`staff/${self}`, { ...me, pinOff: true }])
    house.screen.value = 'staff'
    const mine = (await screen.findByText(/^PIN已停用/)).closest<HTMLElement>('li')
    expect(mine?.textContent).toContain('在主机上重设')
    expect(within(mine ?? document.body).queryByRole('button')).toBeNull()
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
  test('beyond what may still be given today stops before any PIN', async () => {
    const { house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = within(await screen.findByRole('dialog', { name: '赠送 V08' }))
    fireEvent.click(dialog.getByRole('button', { name: '减免' }))
    fireEvent.click(dialog.getByRole('button', { name: '生日' }))
    const next = () => dialog.getByRole('button', { name: '下一步' })
    const amount = (typed: string) => fireEvent.input(dialog.getByRole('textbox'), { target: { value: typed } })
    amount('1580')
    expect(next()).toHaveProperty('disabled', false)
    amount('1581')
    expect(next()).toHaveProperty('disabled', true)
  })

  test('is chosen among the kinds of drinks that hold one: no chip leads to an empty list', async () => {
    const { house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = within(await screen.findByRole('dialog', { name: '赠送 V08' }))
    const kinds = within(dialog.getByRole('group', { name: '酒水' })).getAllByRole('button')
    expect(kinds.length).toBeGreaterThan(1)
    for (const kind of kinds) {
      fireEvent.click(kind)
      expect(dialog.queryByText('没有这款')).toBeNull()
    }
  })

  test('asks for the giver’s PIN, and for a second person when the hub wants one', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '赠送' }))
    const dialog = await screen.findByRole('dialog', { name: '赠送 V08' })
    expect(dialog.textContent).toContain('今天还能送 ¥1,580')
    // The price list says what is a gift; only that can be chosen.
    expect(within(dialog).queryByText(/山崎/)).toBeNull()
    fireEvent.click(within(dialog).getAllByRole('button', { name: '赠送' })[2] ?? dialog)
    fireEvent.click(within(dialog).getByRole('button', { name: '生日' }))
    fireEvent.click(within(dialog).getByRole('button', { name: '下一步' }))
    const answers = [
      refused(refuse('second-person', 'ask-manager')),
      refused(refuse('one-hand', 'choose-other')),
      done(),
    ]
    link.answerWith(() => answers.shift())
    for (const digit of '123456') fireEvent.keyDown(document.body, { key: digit })
    // Of the two the manager answers for the house: anybody may be the other.
    expect(await within(dialog).findByRole('button', { name: '老周' })).toBeTruthy()
    fireEvent.click(within(dialog).getByRole('button', { name: '何生' }))
    for (const digit of '654321') fireEvent.keyDown(document.body, { key: digit })
    // Not with this one: somebody else.
    expect(await within(dialog).findByText('PIN是其中一人设的：换个人，或请老板重设')).toBeTruthy()
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
