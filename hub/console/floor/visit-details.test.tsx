import { screen } from '@testing-library/preact'
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
