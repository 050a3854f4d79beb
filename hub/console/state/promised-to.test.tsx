import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { ReservationView } from '../../../shared/protocol/views/console.ts'
import { open } from '../app.testing.tsx'
import { tonight } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

const minute = 60_000
const promise = (id: string, more: Partial<ReservationView> = {}): readonly [string, ReservationView] => [
  `reservation/${id}`,
  {
    id,
    amended: 0,
    party: 4,
    arrivesAt: tonight + 10 * minute,
    heldUntil: tonight + 40 * minute,
    roomClass: 'middle',
    deposit: false,
    discreet: false,
    ...more,
  },
]

async function asked(command: PeopleCommand, about: string, ...more: ReturnType<typeof promise>[]) {
  const { link, house } = await open('desk')
  link.put(...more)
  link.answerWith((_, sure) => (sure ? done() : refused(refuse('room-promised', 'confirm', { about }))))
  house.tap(command)
  await waitFor(() => expect(house.notices.question.value).toBeDefined())
  return house.notices.question.value?.text
}

const into = (room: string) => ({ type: 'OpenVisit', room, tariff: 't1b', party: 4 }) as const

describe('a room that is promised', () => {
  test('is asked about with the guest and the time, and given to others all the same', async () => {
    const { link, house } = await open('desk')
    link.answerWith((_, sure) => (sure ? done() : refused(refuse('room-promised', 'confirm', { about: 'v06' }))))
    house.tap(into('v06'))
    const question = await screen.findByRole('dialog', { name: '再确认一次' })
    expect(question.querySelector('.question')?.textContent).toBe('23:15 留给 王总\n已被预订，仍要用吗？')
    fireEvent.click(within(question).getByRole('button', { name: '确定' }))
    await waitFor(() => expect(link.sent).toHaveLength(2))
  })

  test('by its class only is asked about with who of it comes first, never with one’s own promise', async () => {
    const mine = { type: 'SeatCheckIn', checkIn: 'k1', room: 'v06', tariff: 't1b' } as const
    const late = promise('r8', { title: '吴小姐', arrivesAt: tonight + 20 * minute })
    const other = promise('r6', { title: '冯太', roomClass: 'small', arrivesAt: tonight })
    expect(await asked(mine, 'v06', late, other, promise('r9'))).toBe('23:30 有人订了这个房型\n已被预订，仍要用吗？')
    expect(await asked(into('v07'), 'v07', late)).toBe('23:40 吴小姐订了这个房型\n已被预订，仍要用吗？')
  })

  test('later in the night is asked about with who comes to it', async () => {
    const far = promise('r8', { title: '吴小姐', room: 'v07', arrivesAt: tonight + 200 * minute })
    expect(await asked(into('v07'), 'v07', far)).toBe('02:40 留给 吴小姐\n已被预订，仍要用吗？')
  })

  test('later in the night is asked about when the party in it stays longer', async () => {
    const { link, house } = await open('desk')
    link.put(promise('r8', { title: '吴小姐', room: 'v08', arrivesAt: tonight + 200 * minute }))
    link.answerWith((_, sure) => (sure ? done() : refused(refuse('room-promised', 'confirm', { about: 'v08' }))))
    house.openRoom.value = 'v08'
    fireEvent.click(await screen.findByRole('button', { name: '续30分钟' }))
    const question = await screen.findByRole('dialog', { name: '再确认一次' })
    expect(question.textContent).toContain('02:40 留给 吴小姐')
    fireEvent.click(within(question).getByRole('button', { name: '确定' }))
    expect(await screen.findByText('V08 已续30分钟')).toBeTruthy()
  })

  test('later in the night says so among the rooms to choose from, and in its own sheet', async () => {
    const { link, house } = await open('desk')
    link.put(promise('r8', { title: '吴小姐', room: 'v07', arrivesAt: tonight + 200 * minute }))
    house.openRoom.value = 'v08'
    const sheet = within(await screen.findByRole('dialog', { name: /V08/ }))
    fireEvent.click(sheet.getByRole('button', { name: '换房' }))
    expect((await sheet.findByRole('button', { name: /^V07/ })).textContent).toMatch(/02:40 有预订/)
    house.openRoom.value = 'v07'
    expect(await screen.findByText(/02:40 留给 吴小姐/)).toBeTruthy()
  })

  test('is asked about without a name where this console knows of no promise', async () => {
    expect(await asked(into('a02'), 'a02')).toBe('已被预订，仍要用吗？')
  })
})
