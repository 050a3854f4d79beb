import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { open } from '../app.testing.tsx'
import { tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('friends come: how many they are now is said in their room', async () => {
  const { link, house } = await open('manager')
  house.openRoom.value = 'v08'
  const visit = link.all('visit').find(({ room }) => room === 'v08')
  fireEvent.click(await screen.findByRole('button', { name: '人数' }))
  const save = screen.getByRole('button', { name: '保存' })
  expect(save).toHaveProperty('disabled', true)
  fireEvent.click(within(screen.getByRole('group', { name: '人数' })).getByRole('button', { name: /加/ }))
  fireEvent.click(save)
  await waitFor(() =>
    expect(link.sent.at(-1)).toEqual({ type: 'CountParty', visit: visit?.id, party: (visit?.party ?? 0) + 1 }),
  )
})

describe('staying longer', () => {
  test('is done at once and taken back', async () => {
    const { link, house } = await open('floor')
    link.answerWith(() => done())
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '续30分钟' }))
    expect(await screen.findByText('V08 已续30分钟')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '撤销' }))
    expect(link.sent).toEqual([
      { type: 'ExtendVisit', visit: 'p2', minutes: 30 },
      { type: 'UndoExtend', visit: 'p2' },
    ])
  })

  test('of a party that has paid says what is to be collected, to whoever sees the bill', async () => {
    const { link, house } = await open('desk')
    const visit = link.get('visit', 'p2')
    if (!visit) throw new Error('nobody is in V08')
    link.put(['visit/p2', { ...visit, status: 'settled', settledAt: tonight }])
    link.answerWith(() => done({ charge: 6_000 }))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '续30分钟' }))
    expect(await screen.findByText('V08 已续30分钟；已买单，补收 ¥60')).toBeTruthy()
  })

  test('says so where a second tap was taken for the same one', async () => {
    const { link, house } = await open('floor')
    link.answerWith(() => done({ already: true }))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '续30分钟' }))
    expect(await screen.findByText(/^刚刚续过，这一下没有再加/)).toBeTruthy()
  })
})

test('what guests complain of to a person is noted in their room', async () => {
  const { link, house } = await open('floor')
  link.answerWith(() => done({ request: 'r9', times: 1 }))
  house.openRoom.value = 'v08'
  fireEvent.click(await screen.findByRole('button', { name: '记投诉' }))
  fireEvent.click(within(screen.getByRole('group', { name: '记投诉' })).getByRole('button', { name: '卫生问题' }))
  await waitFor(() => expect(link.sent).toEqual([{ type: 'Complain', category: 'hygiene', visit: 'p2' }]))
  await waitFor(() => expect(screen.queryByRole('group', { name: '记投诉' })).toBeNull())
})

describe('merging', () => {
  test('is asked, by the names of both rooms', async () => {
    const { link, house } = await open('manager')
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '并房' }))
    fireEvent.click(
      within(await screen.findByRole('group', { name: '并到哪一间' })).getByRole('button', { name: /^V01/ }),
    )
    expect(link.sent).toEqual([])
    expect(await screen.findByText('V08 的账全部并到 V01，之后分不开')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'V08 并到 V01' }))
    expect(link.sent).toMatchObject([{ type: 'MergeVisits', from: 'p2' }])
  })
})
