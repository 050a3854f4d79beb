import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open, row } from '../app.testing.tsx'
import { call, tonight } from '../stage/evening.ts'

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
})
