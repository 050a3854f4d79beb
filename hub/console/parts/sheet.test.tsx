import { fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { show } from '../app.testing.tsx'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { Sheet } from './sheet.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('Escape closes the sheet on top, and no other', async () => {
  const closed: string[] = []
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(
    link,
    ['V08', '王总'].map(label => (
      <Sheet key={label} label={label} title={label} onClose={() => closed.push(label)}>
        {label}
      </Sheet>
    )),
  )
  expect(document.activeElement).toBe(screen.getByRole('dialog', { name: '王总' }))
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(closed).toEqual(['王总'])
})
