import { screen, within } from '@testing-library/preact'
import { expect, it, vi } from 'vitest'
import { close, show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
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

it('lists what was returned, why and by which two, and what was given and taken back', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  await show(link, <NightPage report={night} onVisit={() => undefined} />)
  const rowsOf = (name: string) =>
    within(screen.getByRole('region', { name }))
      .getAllByRole('row')
      .slice(1)
      .map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent),
      )
  expect(rowsOf('退单')).toEqual([['22:25', 'V08', '炸鸡翅 ×1', '质量不好', '¥58', '林静 + 阿豪']])
  expect(rowsOf('赠送额').map(cells => cells[2])).toEqual(['减免', '青岛纯生老周 已收回'])
})

it('says of a bottle that was set right what was said of it before', async () => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self('manager')])
  await show(link, <NightPage report={night} onVisit={() => undefined} />)
  expect(screen.getByText('更正 8成 → 10成、架位C-12 → C-21、换了主人')).toBeTruthy()
})
