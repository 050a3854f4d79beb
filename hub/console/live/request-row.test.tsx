import { act, fireEvent, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { onDuty, open, row } from '../app.testing.tsx'
import { call } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
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
})
