import { expect, test, vi } from 'vitest'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('going back stays: one entry at the first press, another when it was used up', async () => {
  const push = vi.spyOn(history, 'pushState')
  await open('manager')
  const press = () => window.dispatchEvent(new Event('pointerdown'))
  expect(push).not.toHaveBeenCalled()
  press()
  press()
  expect(push).toHaveBeenCalledTimes(1)
  window.dispatchEvent(new Event('popstate'))
  press()
  expect(push).toHaveBeenCalledTimes(2)
})
