import { screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
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
