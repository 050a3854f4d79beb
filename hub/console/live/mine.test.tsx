import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'
import { call, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
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
})
