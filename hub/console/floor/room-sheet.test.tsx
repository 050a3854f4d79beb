import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { beforeAll, expect, test, vi } from 'vitest'
import { open, row } from '../app.testing.tsx'
import { call } from '../stage/evening.ts'
import { slip } from '../stage/night.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

// What a slip fetches when it is opened: on a machine that does other things the first time is no measure.
beforeAll(async () => {
  await import('../night/visit-slip.tsx')
}, 60_000)

test('whoever goes to a room that wants to be left alone reads so on its call and in its sheet, as long as it does', async () => {
  const { link, house } = await open('floor')
  expect(row('q3').textContent).toContain('请勿打扰')
  expect(row('q2').textContent).not.toContain('请勿打扰')
  house.openRoom.value = 'v05'
  const sheet = await screen.findByRole('dialog', { name: /V05/ })
  expect(sheet.querySelector('h2')?.textContent).toContain('请勿打扰')
  const party = link.get('visit', 'p3')
  link.put(['visit/p3', { ...party, doNotDisturb: false }])
  await waitFor(() => expect(sheet.textContent).not.toContain('请勿打扰'))
  expect(row('q3').textContent).not.toContain('请勿打扰')
})

test('a complaint of a party that left is on the live list with whose it was, and not on its room’s next party', async () => {
  const { link, house } = await open('floor')
  const complaint = { what: { kind: 'complaint', category: 'audio' }, severity: 'critical', room: 'a01' } as const
  link.put(call('q70', { ...complaint, visit: 'p70', level: 3, vip: true, gone: { title: '王总' } }))
  link.put(call('q71', { ...complaint, visit: 'p71', gone: {} }))
  link.put(call('q72', { ...complaint, visit: 'p72', gone: {} }))
  await waitFor(() => expect(row('q70').textContent).toContain('王总\u00a0· 已离店'))
  expect(row('q70').textContent).not.toContain('贵宾房')
  expect(row('q71').textContent).toContain('已离店')
  expect(screen.getByRole('button', { name: /^A01 / }).getAttribute('data-calling')).toBeNull()
  link.drop('request/q4')
  house.openRoom.value = 'a01'
  const sheet = await screen.findByRole('dialog', { name: /A01/ })
  expect(sheet.querySelector('[data-slice-key^="request/"]')).toBeNull()
  house.openRoom.value = undefined
  house.screen.value = 'floor'
  await waitFor(() =>
    expect(document.querySelector('[data-slice-key="room/a01"]')?.getAttribute('data-calling')).toBeNull(),
  )
})

test('however many calls a room has, two stand above what can be done for its party, and one tap takes them all', async () => {
  const { link, house } = await open('floor')
  const ice = { what: { kind: 'service', service: 'ice' }, severity: 'info', room: 'a05', visit: 'p6' } as const
  link.put(
    call('mine', { ...ice, status: 'acknowledged', takenBy: 's2', openedAt: 1 }),
    ...['n1', 'n2', 'n3'].map((id, at) => call(id, { ...ice, openedAt: 2 + at })),
  )
  house.openRoom.value = 'a05'
  const sheet = await screen.findByRole('dialog', { name: /A05/ })
  const shown = () =>
    [...sheet.querySelectorAll('[data-slice-key^="request/"]')].map(one => one.getAttribute('data-slice-key'))
  expect(shown()).toEqual(['request/q2', 'request/n1'])
  const all = within(sheet).getByRole('button', { name: '全部5条' })
  fireEvent.click(all)
  await waitFor(() => expect(shown()).toEqual(['q2', 'n1', 'n2', 'n3', 'mine'].map(id => `request/${id}`)))
  fireEvent.click(within(sheet).getByRole('button', { name: '接单 ×4' }))
  expect(link.sent.map(one => 'request' in one && one.request)).toEqual(['q2', 'n1', 'n2', 'n3'])
  await waitFor(() => within(sheet).getByRole('button', { name: /^解决 ×/ }))
})

test('a room on the floor names what it calls for once, however often it was pressed', async () => {
  const { link, house } = await open('floor')
  const asked = { severity: 'info', room: 'a05', visit: 'p6' } as const
  link.put(
    call('i1', { ...asked, what: { kind: 'service', service: 'ice' } }),
    call('i2', { ...asked, what: { kind: 'service', service: 'ice' } }),
  )
  house.screen.value = 'floor'
  await waitFor(() => expect(document.querySelector('[data-slice-key="room/a05"]')?.textContent).toMatch(/冰块/))
  expect(document.querySelector('[data-slice-key="room/a05"] .tile-call')?.textContent?.match(/冰块/g)).toHaveLength(1)
})

test('a disputed bill is told from the room itself, by whose hands each order went through', async () => {
  const { link, house } = await open('manager')
  link.answerQueries(({ type }) => (type === 'TellVisit' ? slip : undefined))
  house.openRoom.value = 'v08'
  const sheet = within(await screen.findByRole('dialog', { name: /V08/ }))
  fireEvent.click(sheet.getByRole('button', { name: '对单' }))
  expect((await screen.findAllByText('接单', { selector: '.slip-steps span' })).length).toBeGreaterThan(0)
  const [close] = within(screen.getByRole('dialog', { name: '对单' })).getAllByRole('button', { name: '关闭' })
  if (close) fireEvent.click(close)
  await waitFor(() => expect(screen.queryByRole('dialog', { name: '对单' })).toBeNull())
  expect(screen.getByRole('dialog', { name: /V08/ })).toBeTruthy()
})

test('who takes what, nobody but a manager is told from there', async () => {
  const { house } = await open('desk')
  house.openRoom.value = 'v08'
  const sheet = within(await screen.findByRole('dialog', { name: /V08/ }))
  expect(sheet.queryByRole('button', { name: '对单' })).toBeNull()
})
