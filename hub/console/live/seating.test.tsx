import { fireEvent, screen, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { open, row } from '../app.testing.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

const card = () => within(row('k1', 'checkin'))
const tariffs = () => within(card().getByRole('group', { name: '换计费' }))

test('whoever only wants another tariff finds it beside the one that is proposed, and keeps the room', async () => {
  const { link } = await open('manager')
  fireEvent.click(card().getByRole('button', { name: '换计费' }))
  expect(card().queryByRole('group', { name: '换房' })).toBeNull()
  fireEvent.click(tariffs().getByRole('button', { name: /^计时/ }))
  fireEvent.click(card().getByRole('button', { name: '确认入座 V06' }))
  expect(link.sent).toEqual([{ type: 'SeatCheckIn', checkIn: 'k1', room: 'v06', tariff: 't1a' }])
})

test('another room may be of another class: its tariffs are chosen with it', async () => {
  const { link } = await open('manager')
  fireEvent.click(card().getByRole('button', { name: '换房' }))
  fireEvent.click(within(card().getByRole('group', { name: '换房' })).getByRole('button', { name: /^A02/ }))
  fireEvent.click(tariffs().getByRole('button', { name: /^计时/ }))
  fireEvent.click(card().getByRole('button', { name: '确认入座 A02' }))
  expect(link.sent).toMatchObject([{ type: 'SeatCheckIn', room: 'a02' }])
})

test('where nothing else is sold, nothing else is offered', async () => {
  const { link } = await open('manager')
  link.drop('tariff/t1a')
  await screen.findByText(/^¥776/)
  expect(card().queryByRole('button', { name: '换计费' })).toBeNull()
})
