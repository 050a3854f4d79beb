import { screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { open, row } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('whoever goes to a room that wants to be left alone reads so on its call and in its sheet, as long as it does', async () => {
  const { link, house } = await open('floor')
  expect(row('q3').textContent).toContain('请勿打扰')
  expect(row('q2').textContent).not.toContain('请勿打扰')
  house.openRoom.value = 'v05'
  const sheet = await screen.findByRole('dialog', { name: /V05/ })
  expect(sheet.querySelector('h2')?.textContent).toContain('请勿打扰')
  const party = link.get('visit', 'p3')
  link.put(['visit/p3', { ...party, doNotDisturb: false }])
  await waitFor(() => expect(sheet.textContent).not.toContain('请勿打扰'))
  expect(row('q3').textContent).not.toContain('请勿打扰')
})
