import { expect, test, vi } from 'vitest'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { Figures } from './figures.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('what nobody keyed in stands before all that may give way where the line is short', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  await show(link, <Figures />)
  const shown = [...document.querySelectorAll('dt')].map(one => one.textContent)
  expect(shown).toEqual(['在用包厢', '未录收银', '未解决', '其中投诉', '在店客人', '点单额', '赠送额'])
})
