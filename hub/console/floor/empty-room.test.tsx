import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { open } from '../app.testing.tsx'

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
