import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../shared/protocol/answer.ts'
import { open, row } from './app.testing.tsx'
import { self } from './stage/evening.ts'

vi.mock('../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

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
