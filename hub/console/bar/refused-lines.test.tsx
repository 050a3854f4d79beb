import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('what the bar cannot make', () => {
  test('is refused by itself, and the rest of the ticket stays', async () => {
    const { link } = await open('manager')
    fireEvent.click(await screen.findByRole('button', { name: /^吧台/ }))
    const ticket = () => within(document.querySelector<HTMLElement>('[data-slice-key="order/o3"]') ?? document.body)
    fireEvent.click(ticket().getByRole('button', { name: '不接' }))
    const tea = within(ticket().getByRole('group', { name: /只不接这几样/ })).getAllByRole('button')[1]
    fireEvent.click(tea ?? document.body)
    fireEvent.click(ticket().getByRole('button', { name: '售完' }))
    await waitFor(() =>
      expect(link.sent).toEqual([{ type: 'RejectOrder', order: 'o3', reason: 'sold-out', lines: ['l2'] }]),
    )
    // The next reason would be for what is left.
    expect(ticket().queryByRole('button', { name: '售完' })).toBeNull()
    fireEvent.click(ticket().getByRole('button', { name: '不接' }))
    fireEvent.click(ticket().getByRole('button', { name: '点错' }))
    await waitFor(() => expect(link.sent.at(-1)).toEqual({ type: 'RejectOrder', order: 'o3', reason: 'mistake' }))
  })
})

test('what a colleague has just refused is not the whole ticket', async () => {
  const { link } = await open('manager')
  fireEvent.click(await screen.findByRole('button', { name: /^吧台/ }))
  const ticket = () => within(document.querySelector<HTMLElement>('[data-slice-key="order/o3"]') ?? document.body)
  fireEvent.click(ticket().getByRole('button', { name: '不接' }))
  fireEvent.click(
    within(ticket().getByRole('group', { name: /只不接这几样/ })).getAllByRole('button')[1] ?? document.body,
  )
  const before = link.get('order', 'o3')
  link.put(['order/o3', { ...before, lines: before?.lines.slice(0, 1) }])
  await waitFor(() => expect(ticket().queryByRole('group', { name: /只不接这几样/ })).toBeNull())
  fireEvent.click(ticket().getByRole('button', { name: '售完' }))
  await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ type: 'RejectOrder', lines: ['l2'] }))
})
