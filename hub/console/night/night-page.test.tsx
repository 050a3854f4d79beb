import { screen } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { close, show } from '../app.testing.tsx'
import { house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { night } from '../stage/night.ts'
import { NightPage } from './night-page.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function read(visits: typeof night.visits): Promise<string | null | undefined> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={{ ...night, visits }} onVisit={() => undefined} />)
  const [figure] = screen.getAllByText('房费')
  const told = figure?.parentElement?.textContent
  close()
  return told
}

it('says beside the room charge that it holds what was settled, as long as a room is not', async () => {
  expect(night.visits.some(({ charge }) => charge === undefined)).toBe(true)
  expect(await read(night.visits)).toMatch(/^房费¥960(\.00)?只含当晚已买单的$/)
  const settled = night.visits.filter(({ charge }) => charge !== undefined)
  expect(await read(settled)).toMatch(/^房费¥960(\.00)?$/)
})

it('names who solved a call beside who came first, where that was somebody else', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={night} onVisit={() => undefined} />)
  expect(screen.getByText('阿豪 → 林静')).toBeTruthy()
  expect(screen.getAllByText(/^\S+ → \S+$/)).toHaveLength(1)
})

it('says of a bottle that was set right what was said of it before', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={night} onVisit={() => undefined} />)
  expect(screen.getByText('更正 8成 → 10成、架位C-12 → C-21、换了主人')).toBeTruthy()
})
