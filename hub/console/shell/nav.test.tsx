import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('another screen begins at its top, however far down the last one was read', async () => {
  await open('manager')
  const main = () => screen.getByRole('main')
  main().scrollTop = 900
  const nav = within(screen.getByRole('navigation', { name: '功能' }))
  fireEvent.click(nav.getByRole('button', { name: /^楼面/ }))
  await waitFor(() => expect(main().querySelector('.floor')).not.toBeNull())
  expect(main().scrollTop).toBe(0)
})

test('a screen stays where it was read to while things happen on it', async () => {
  const { house, link } = await open('manager')
  const main = () => screen.getByRole('main')
  main().scrollTop = 900
  house.openRoom.value = 'v08'
  await screen.findByRole('dialog', { name: 'V08 详情' })
  link.drop('request/q2')
  await waitFor(() => expect(document.querySelector('[data-slice-key="request/q2"]')).toBeNull())
  expect(main().scrollTop).toBe(900)
})
