import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { open } from '../app.testing.tsx'
import { tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

describe('a room that is held for somebody', () => {
  test('receives them from its own sheet, and leads to where they are seated', async () => {
    const { link, house } = await open('desk')
    link.answerWith(() => done({ checkIn: 'k9' }))
    const held = link.get('room', 'v06')?.heldFor ?? ''
    link.drop(...link.all('checkin').map(({ id }) => `checkin/${id}`))
    house.screen.value = 'floor'
    house.openRoom.value = 'v06'
    const sheet = within(await screen.findByRole('dialog', { name: /V06/ }))
    fireEvent.click(sheet.getByRole('button', { name: '到店签到' }))
    const dialog = within(await screen.findByRole('dialog', { name: '王总 到店' }))
    fireEvent.click(dialog.getByRole('button', { name: '签到' }))
    await waitFor(() => expect(link.sent).toEqual([{ type: 'CheckInReservation', reservation: held, party: 8 }]))
    await waitFor(() => expect(house.screen.value).toBe('live'))
    expect(house.openRoom.value).toBeUndefined()
  })

  test('leads to who stands in the lobby for it already', async () => {
    const { link, house } = await open('desk')
    const held = link.get('room', 'v06')?.heldFor
    const [waiting] = link.all('checkin')
    if (!waiting || held === undefined) throw new Error('nobody waits')
    link.put([`checkin/${waiting.id}`, { ...waiting, reservation: held }])
    house.screen.value = 'floor'
    house.openRoom.value = 'v06'
    const sheet = within(await screen.findByRole('dialog', { name: /V06/ }))
    expect(sheet.queryByRole('button', { name: '到店签到' })).toBeNull()
    fireEvent.click(sheet.getByRole('button', { name: '看签到' }))
    expect(house.screen.value).toBe('live')
  })
})

test('a room’s tile says who comes to it later, and before they do to whoever sits in it', async () => {
  const { link, house } = await open('desk')
  const held = link.get('reservation', link.get('room', 'v06')?.heldFor ?? '')
  const v05 = link.get('room', 'v05')
  house.screen.value = 'floor'
  const tile = (id: string) => document.querySelector(`.tile[data-slice-key="room/${id}"]`)?.textContent
  await waitFor(() => expect(tile('v07')).toContain('可坐'))
  expect(tile('v07')).not.toContain('有预订')
  link.put(['reservation/r8', { ...held, id: 'r8', room: 'v07', arrivesAt: tonight + 200 * 60_000 }])
  await waitFor(() => expect(tile('v07')).toContain('02:40 有预订'))
  // By the hour that is agreed they are to be gone.
  link.put(['reservation/r8', { ...held, id: 'r8', room: 'v05', arrivesAt: tonight + 40 * 60_000 }])
  link.put(['room/v05', { ...v05, heldFor: 'r8' }])
  await waitFor(() => expect(tile('v05')).toContain('00:00 有预订'))
})
