import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { open, row } from '../app.testing.tsx'
import { dot } from '../parts/dot.ts'
import { tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
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

  test('whose friends they are is read where nobody is named: who booked two rooms sits in the other', async () => {
    const { link } = await open('manager')
    const { member: _elsewhere, title: _none, ...friends } = link.all('checkin').find(({ id }) => id === 'k1') ?? {}
    const booked = link.all('reservation').find(({ title }) => title !== undefined)
    link.put(['checkin/k1', { ...friends, reservation: booked?.id }])
    await waitFor(() => expect(row('k1', 'checkin').textContent).toContain(`${dot}${booked?.title}${dot}`))
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
})
