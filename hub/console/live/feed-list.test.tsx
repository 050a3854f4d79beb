import { screen, waitFor } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { open, row } from '../app.testing.tsx'
import { call, tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('the live screen', () => {
  test('counts how often a call was urged, without the call itself', async () => {
    const { link } = await open('manager')
    link.put(call('q2', { what: { kind: 'service', service: 'ice' }, severity: 'info', room: 'a05', times: 2 }))
    await waitFor(() => expect(row('q2').textContent).toMatch(/已催(?!×)/))
    expect(row('q3').textContent).toContain('已催×2')
    const repeated = { at: tonight, event: 'RequestRepeated', room: 'a05', about: 'ice' } as const
    const words = () => [...document.querySelectorAll('.feed li')].map(({ textContent }) => textContent)
    link.feed.value = [{ ...repeated, seq: 1, qty: 2 }]
    await waitFor(() => expect(words()).toEqual([expect.stringMatching(/又催/)]))
    expect(words()).not.toEqual([expect.stringContaining('×')])
    link.feed.value = [{ ...repeated, seq: 2, qty: 3 }]
    await waitFor(() => expect(words()).toEqual([expect.stringContaining('×2')]))
  })

  test('never shows the raw name of a fact', async () => {
    const { link } = await open('manager')
    link.feed.value = [{ seq: 1, at: tonight, event: 'NobodyKnowsThis', about: 'nor-this' }]
    expect(await screen.findByText('有变动')).toBeTruthy()
    expect(document.body.textContent).not.toContain('nor-this')
  })

  test('says for when a reservation is now, with its day where that is another night', async () => {
    const { link } = await open('manager')
    const amended = { at: tonight, event: 'ReservationAmended', room: 'v06', qty: 4 } as const
    link.feed.value = [{ ...amended, seq: 1, when: tonight + 60_000 }]
    const line = await screen.findByText(/^更改预订/)
    expect(line.textContent).toBe('更改预订 23:21 4位')
    link.feed.value = [{ ...amended, seq: 1, when: tonight + 24 * 3_600_000 }]
    await waitFor(() => expect(line.textContent).toBe('更改预订 11月24日周二 23:20 4位'))
  })
})
