import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Role, Station } from '../../shared/protocol/words.ts'
import { App } from './app.tsx'
import { call, inside, house as rooms, self, tonight } from './stage/evening.ts'
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

  test('never shows the raw name of a fact', async () => {
    const { link } = await open('manager')
    link.feed.value = [{ seq: 1, at: tonight, event: 'NobodyKnowsThis', about: 'nor-this' }]
    expect(await screen.findByText('有变动')).toBeTruthy()
    expect(document.body.textContent).not.toContain('nor-this')
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

  test('holds a ticket that its guest may still undo', async () => {
    await open(undefined, 'bar')
    const ticket = document.querySelector<HTMLElement>('[data-slice-key="order/o2"]')
    if (!ticket) throw new Error('no ticket')
    expect(within(ticket).queryByRole('button', { name: '接单制作' })).toBeNull()
    expect(within(ticket).getByText(/客人可撤/)).toBeTruthy()
  })
})

describe('settling', () => {
  test('asks once about tickets that nobody keyed in', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '买单' }))
    expect(link.sent).toEqual([])
    fireEvent.click(await screen.findByRole('button', { name: '仍然买单' }))
    expect(link.sent).toEqual([{ type: 'SettleVisit', visit: 'p2', despiteUnticked: true }])
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
