import { fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { startAnew } from '../../../shared/client/reload.ts'
import { show } from '../app.testing.tsx'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { NightLater } from './night-later.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))
vi.mock('../../../shared/client/reload.ts', () => ({ reloadPage: vi.fn(), startAnew: vi.fn() }))
vi.mock('./night.tsx', () => {
  throw new Error('it did not arrive')
})

test('a page that did not arrive has a key that starts anew, which an installed console has not, and not while the hub is away', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  link.connection.value = { at: 'offline' }
  await show(link, <NightLater />)
  const again = await screen.findByRole('button', { name: '再试一次' })
  expect(screen.getByRole('alert').textContent).toContain('没取到页面')
  fireEvent.click(again)
  expect(startAnew).not.toHaveBeenCalled()
  link.connection.value = { at: 'online' }
  fireEvent.click(await screen.findByRole('button', { name: '再试一次' }))
  expect(startAnew).toHaveBeenCalledOnce()
})
