import { fireEvent, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { open, row } from '../app.testing.tsx'
import { call } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
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
    await waitFor(() => expect(calls()[0]).toBe('q10'))
    expect(link.sent).toEqual([])
  })
})
