import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { ticket, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

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

  test('reminds of a deposit: a guest who paid it in the afternoon would pay it again', async () => {
    const { link, house } = await open('desk')
    link.answerWith(() => done())
    link.drop(...house.link.all('order').map(({ id }) => `order/${id}`))
    const paidUp = { ordered: 0, comps: 0, minimumSpend: 0, missing: 0, room: 0, roomAsOf: tonight, unticked: [] }
    link.put(['visit/p2', { ...link.get('visit', 'p2'), money: { ...paidUp, deposit: true } }])
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '买单' }))
    const asked = await screen.findByRole('dialog', { name: '买单' })
    expect(asked.textContent).toContain('预订时付过订金')
    expect(link.sent).toEqual([])
    fireEvent.click(within(asked).getByRole('button', { name: '买单' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'SettleVisit', visit: 'p2' }]))
  })

  describe('of a party that was paid for as a whole', () => {
    const asked = async (after: number, more: object = {}) => {
      const { link, house } = await open('desk')
      link.answerWith(() => done())
      link.drop(...house.link.all('order').map(({ id }) => `order/${id}`))
      const visit = link.get('visit', 'p2')
      if (!visit) throw new Error('nobody is in')
      const money = { ordered: 0, comps: 0, minimumSpend: 0, missing: 0, room: 0, roomAsOf: tonight, unticked: [] }
      const terms = { ...visit.terms, kind: 'block', endsAt: house.now.value - after * 60_000, over: true } as const
      link.put(['visit/p2', { ...visit, terms: { ...terms, ...more }, money }])
      house.openRoom.value = 'v08'
      fireEvent.click(await screen.findByRole('button', { name: '买单' }))
      return { link, dialog: screen.queryByRole('dialog', { name: '买单' }) }
    }

    test('says that their time was up long ago: what nobody extended nobody would pay', async () => {
      const { link, dialog } = await asked(50)
      expect(dialog?.textContent).toContain('到钟已过')
      expect(dialog?.textContent).toContain('50')
      expect(link.sent).toEqual([])
    })

    test.each([
      [10, {}],
      [50, { kind: 'timed' }],
    ])('says nothing %i minutes after, with %o', async (after, more) => {
      const { link, dialog } = await asked(after, more)
      expect(dialog).toBeNull()
      await waitFor(() => expect(link.sent).toEqual([{ type: 'SettleVisit', visit: 'p2' }]))
    })
  })

  describe('with a ticket that was accepted', () => {
    const asked = async (acceptedAt: number, others: 'accepted' | 'delivered') => {
      const { link, house } = await open('desk')
      link.answerWith(() => done())
      link.drop(...house.link.all('order').map(({ id }) => `order/${id}`))
      const money = { ordered: 0, comps: 0, minimumSpend: 0, missing: 0, room: 0, roomAsOf: tonight, unticked: [] }
      link.put(['visit/p2', { ...link.get('visit', 'p2'), money }])
      link.put(ticket('late', { status: 'accepted', acceptedAt: house.now.value - acceptedAt * 60_000, ticked: true }))
      link.put(ticket('other', { visit: 'p3', status: others, ticked: true }))
      house.openRoom.value = 'v08'
      fireEvent.click(await screen.findByRole('button', { name: '买单' }))
      return screen.queryByRole('dialog', { name: '买单' })
    }

    test('of late, and not carried in, says so: they would pay for what they never had', async () => {
      expect((await asked(5, 'delivered'))?.textContent).toContain('有1单接了还没出品')
    })

    test.each([
      [40, 'delivered', 'it was carried in long ago, said or not'],
      [5, 'accepted', 'nobody in this house says what is carried in'],
    ] as const)('%i minutes ago, others %s, says nothing: %s', async (ago, others, _why) => {
      expect(await asked(ago, others)).toBeNull()
    })
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

  test.each([
    ['desk', 9, true],
    ['desk', 10, false],
    ['manager', 10, true],
  ] as const)('by the %s is offered to be undone %i minutes later: %s', async (role, minutes, offered) => {
    const { link, house } = await open(role)
    link.put(['visit/p1', { ...link.get('visit', 'p1'), settledAt: tonight - minutes * 60_000 }])
    house.openRoom.value = 'a08'
    await screen.findByRole('button', { name: '关房' })
    expect(screen.queryByRole('button', { name: '撤销买单' }) !== null).toBe(offered)
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
