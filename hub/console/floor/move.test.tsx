import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { type Answer, done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

/** The party of V05, a middle room, on its way to another. */
async function moving() {
  const { link, house } = await open('manager')
  link.answerWith(() => done())
  house.openRoom.value = 'v05'
  const sheet = await screen.findByRole('dialog', { name: /V05/ })
  const begin = () => fireEvent.click(within(sheet).getByRole('button', { name: '换房' }))
  begin()
  const to = () => within(screen.getByRole('group', { name: '换到哪一间' }))
  const go = (room: RegExp) => fireEvent.click(to().getByRole('button', { name: room }))
  return { link, house, begin, go }
}

describe('a party moves', () => {
  test('within its class without a question', async () => {
    const { link, go } = await moving()
    go(/^V07/)
    await waitFor(() => expect(link.sent).toEqual([{ type: 'MoveVisit', visit: 'p3', room: 'v07' }]))
    expect(await screen.findByText(/V05 → V07/)).toBeTruthy()
  })

  test('is followed once it has moved, and stays in sight where the room is not to be had', async () => {
    const { link, house, begin, go } = await moving()
    link.answerWith(() => refused(refuse('room-promised', 'confirm', { about: 'v07' })))
    go(/^V07/)
    fireEvent.click(
      within(await screen.findByRole('dialog', { name: '再确认一次' })).getByRole('button', { name: '取消' }),
    )
    expect(house.openRoom.value).toBe('v05')
    begin()
    link.answerWith(() => refused(refuse('room-taken', 'choose-other', { about: 'v07' })))
    go(/^V07/)
    await screen.findByText('包厢有客，请换一间')
    expect(house.openRoom.value).toBe('v05')
    begin()
    link.answerWith(() => done())
    go(/^V07/)
    await waitFor(() => expect(house.openRoom.value).toBe('v07'))
  })

  test('leads nobody back who looks at another room by then', async () => {
    const { link, house, go } = await moving()
    let answer: (given: Answer) => void = () => undefined
    vi.spyOn(link, 'tap').mockImplementation(
      () =>
        new Promise<Answer>(given => {
          answer = given
        }),
    )
    go(/^V07/)
    house.openRoom.value = 'a01'
    answer(done())
    expect(await screen.findByText(/V05 → V07/)).toBeTruthy()
    expect(house.openRoom.value).toBe('a01')
  })

  test('brings what opens into view: below a room’s calls the tap looked dead', async () => {
    const shown: (readonly [string | null, unknown])[] = []
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function show(this: Element, how) {
      shown.push([this.textContent, how])
    })
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('reduced-motion') }))
    const { go } = await moving()
    const how = { block: 'nearest', behavior: 'instant' }
    expect(shown).toEqual([[expect.stringMatching(/^换到哪一间/), how]])
    vi.stubGlobal('matchMedia', () => ({ matches: false }))
    go(/^A06/)
    await waitFor(() => expect(shown).toHaveLength(2))
    expect(shown[1]).toEqual([expect.stringMatching(/^换房后怎么计费/), { ...how, behavior: 'smooth' }])
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  })

  test('to another class by what it agreed, or by what the new room costs', async () => {
    const { link, go } = await moving()
    go(/^A06/)
    expect(link.sent).toEqual([])
    const charged = () => within(screen.getByRole('group', { name: '换房后怎么计费' }))
    const [asAgreed, ...others] = charged().getAllByRole('button')
    expect(asAgreed?.textContent).toContain('照原来的')
    expect(others.length).toBeGreaterThan(0)
    if (others[0]) fireEvent.click(others[0])
    await waitFor(() => expect(link.sent).toHaveLength(1))
    expect(link.sent[0]).toMatchObject({ type: 'MoveVisit', visit: 'p3', room: 'a06', tariff: expect.any(String) })
  })
})
