import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { open, row } from '../app.testing.tsx'
import { call, switchOff, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
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
    fireEvent.click(group('taken').getByRole('button', { name: '在路上 ×9' }))
    expect(sent('GoToRequest')).toEqual(nine)
    fireEvent.click(group('taken').getByRole('button', { name: '解决 ×9' }))
    expect(sent('ResolveRequest')).toEqual(nine)
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
})
