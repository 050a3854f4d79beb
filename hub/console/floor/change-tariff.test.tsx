import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import type { VisitView } from '../../../shared/protocol/views/console.ts'
import { open } from '../app.testing.tsx'
import { tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

/** What the party of V05, a middle room on its night's price, may go on by; `more` of its visit. */
async function offered(more: Partial<VisitView>) {
  const { link, house } = await open('desk')
  const visit = link.get('visit', 'p3')
  if (!visit) throw new Error('nobody is in')
  link.put(['visit/p3', { ...visit, ...more }])
  house.openRoom.value = 'v05'
  const sheet = within(await screen.findByRole('dialog', { name: /V05/ }))
  fireEvent.click(sheet.getByRole('button', { name: '改计费' }))
  return { link, sheet, group: () => within(sheet.getByRole('group', { name: '改计费' })) }
}

describe('the tariff of a party that sits', () => {
  test('can be any other that is sold, with its price, soon after the opening', async () => {
    const { link, sheet, group } = await offered({ openedAnewUntil: tonight + 60_000 })
    expect(sheet.getByText('从开台的时间算起')).toBeTruthy()
    const keys = group().getAllByRole('button')
    expect(keys.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/计时.*196/)])
    if (keys[0]) fireEvent.click(keys[0])
    await waitFor(() => expect(link.sent).toEqual([{ type: 'ChangeTariff', visit: 'p3', tariff: 't1a' }]))
  })

  test('is later none that is counted in another way', async () => {
    const { sheet } = await offered({ openedAnewUntil: tonight })
    expect(sheet.queryByRole('group', { name: '改计费' })).toBeNull()
    expect(sheet.getByText('这个时段没有计费可选')).toBeTruthy()
  })
})
