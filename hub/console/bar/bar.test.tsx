import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, ticket, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('counts what was marked as sold out: not a package that lacks it, nor a drink’s other packs', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  const [wings, party] = [link.get('item', 'i5'), link.get('item', 'i7')]
  link.put(['item/i5-dozen', { ...wings, id: 'i5-dozen' }], ['item/i7', { ...party, soldOut: true, missing: 'i5' }])
  await show(link)
  expect(screen.getByRole('button', { name: /^售完/ }).textContent).toBe('售完1款')
  link.put(['item/i7', { ...party, soldOut: true }])
  expect(await screen.findByRole('button', { name: '售完2款' })).toBeTruthy()
})

test('asks for what was refused after it was keyed in to be taken out of the cashier, and takes that back', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('bar')], ...inside)
  link.put(ticket('keyed', { status: 'rejected', rejected: 'mistake', ticked: true }))
  link.answerWith(() => done())
  await show(link)
  const left = await waitForTicket('keyed')
  expect(left.textContent).toContain('收银里还有')
  expect(within(left).queryByRole('button', { name: '退单' })).toBeNull()
  fireEvent.click(within(left).getByRole('button', { name: '已从收银退掉' }))
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
  expect(link.sent).toEqual([
    { type: 'TickOrder', order: 'keyed', ticked: false },
    { type: 'TickOrder', order: 'keyed', ticked: true },
  ])
})

const waitForTicket = (id: string) =>
  waitFor(() => {
    const found = document.querySelector<HTMLElement>(`[data-slice-key="order/${id}"]`)
    if (!found) throw new Error('no ticket')
    return found
  })
