import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'
import { ticket } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('an order that the bar refused says so and why, and not that nobody took it yet', async () => {
  const { link, house } = await open('floor')
  const lines = [{ line: 'l1', item: 'i3', qty: 2, returned: 0, options: [], components: [] }]
  link.put(
    ticket('o20', { status: 'rejected', rejected: 'sold-out', lines }),
    ticket('o21', { status: 'rejected', rejected: 'staff-must-ask', lines }),
  )
  house.openRoom.value = 'v08'
  const sheet = await screen.findByRole('dialog', { name: /V08/ })
  expect(sheet.textContent).toMatch(/不接\s· 售完/)
  expect(sheet.textContent).toMatch(/不接\s· 要先问客人/)
  expect(sheet.textContent).not.toContain('未接单')
})

test('a gift that is not on its table yet is taken back by a PIN', async () => {
  const { link, house } = await open('manager')
  const visit = link.all('visit').find(one => one.comps.some(({ returnable }) => returnable))
  if (!visit) throw new Error('nobody was given anything')
  house.openRoom.value = visit.room
  const sheet = await screen.findByRole('dialog')
  fireEvent.click(within(sheet).getByRole('button', { name: /^收回 / }))
  const asked = await screen.findByRole('dialog', { name: /^收回 / })
  for (const digit of '123456') fireEvent.click(within(asked).getByRole('button', { name: digit }))
  await waitFor(() =>
    expect(link.sent.at(-1)).toMatchObject({ type: 'TakeBackComp', visit: visit.id, comp: 'g1', pin: '123456' }),
  )
})

test('what nobody can take back any more, or only a colleague, has no such key', async () => {
  const { link, house } = await open('desk')
  const visit = link.all('visit').find(one => one.comps.some(({ returnable }) => returnable))
  if (!visit) throw new Error('nobody was given anything')
  house.openRoom.value = visit.room
  const sheet = await screen.findByRole('dialog')
  expect(within(sheet).queryByRole('button', { name: /^收回 / })).toBeNull()
})
