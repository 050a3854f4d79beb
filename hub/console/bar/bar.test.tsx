import { screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('counts what was marked as sold out: not a package that lacks it, nor a drink’s other packs', async () => {
  const { link } = await open('bar')
  const party = link.get('item', 'i7')
  link.put(['item/i7', { ...party, soldOut: true, missing: 'i5' }])
  expect(await screen.findByRole('button', { name: '售完1款' })).toBeTruthy()
  const wings = link.get('item', 'i5')
  link.put(['item/i5-dozen', { ...wings, id: 'i5-dozen' }], ['item/i7', { ...party, soldOut: true }])
  await waitFor(() => expect(screen.getByRole('button', { name: '售完2款' })).toBeTruthy())
})
