import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { open, show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { Reservations } from './reservations.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function reservations() {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  link.answerQueries(query => (query.type === 'RoomsToPromise' ? { rooms: ['v06'] } : undefined))
  await show(link, <Reservations />)
  return link
}

const booking = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('[data-slice-key="reservation/r2"]')
  if (!found) throw new Error('no reservation')
  return found
}
const edit = () => fireEvent.click(within(booking()).getByRole('button', { name: '修改' }))
const save = () => screen.getByRole('button', { name: '保存' })
const name = () => screen.getByLabelText('客人或会员')

test('a change says which reservation it was made of', async () => {
  const link = await reservations()
  link.answerWith(() => done())
  edit()
  fireEvent.input(name(), { target: { value: '周太太' } })
  fireEvent.click(save())
  await waitFor(() =>
    expect(link.sent.at(-1)).toMatchObject({ type: 'AmendReservation', reservation: 'r2', amended: 0, name: '周太太' }),
  )
})

test('whoever has it open while somebody else changes it is told, and begins again with the newest', async () => {
  const link = await reservations()
  link.answerWith(() => done())
  edit()
  fireEvent.input(name(), { target: { value: '周太太' } })
  const before = link.get('reservation', 'r2')
  link.put(['reservation/r2', { ...before, amended: 1, party: 9 }])
  expect((await screen.findByRole('alert')).textContent).toContain('别人刚改过，看过新的再保存')
  expect(save()).toHaveProperty('disabled', true)
  fireEvent.click(screen.getByRole('button', { name: '看新的' }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(name()).toHaveProperty('value', '周小姐生日')
  fireEvent.click(save())
  await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ amended: 1, party: 9, name: '周小姐生日' }))
})

test('is not edited again while the first change is on its way', async () => {
  await reservations()
  edit()
  fireEvent.click(save())
  await within(booking()).findByText('待发送')
  expect(within(booking()).getByRole('button', { name: '修改' })).toHaveProperty('disabled', true)
})

test('who has come is checked in from their line, and is seen to wait there', async () => {
  const link = await reservations()
  fireEvent.click(within(booking()).getByRole('button', { name: '到店签到' }))
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '签到' }))
  await waitFor(() => expect(link.sent).toMatchObject([{ type: 'CheckInReservation', reservation: 'r2' }]))
  // Not twice, with another party, while the first is on its way.
  await within(booking()).findByText('待发送')
  expect(within(booking()).getByRole('button', { name: '到店签到' })).toHaveProperty('disabled', true)
  const checkIn = link.all('checkin')[0]
  link.put(['checkin/k9', { ...checkIn, id: 'k9', reservation: 'r2' }])
  expect(await within(booking()).findByText(/已签到，等入座/)).toBeTruthy()
  expect(within(booking()).queryByRole('button', { name: '到店签到' })).toBeNull()
})

test('what is to be ready when they come is written down, read, and taken off again', async () => {
  const link = await reservations()
  link.answerWith(() => done())
  const before = link.get('reservation', 'r2')
  link.put(['reservation/r2', { ...before, note: '生日蛋糕，两支话筒' }])
  expect(await within(booking()).findByText('生日蛋糕，两支话筒')).toBeTruthy()
  edit()
  const field = () => within(screen.getByRole('dialog')).getByLabelText(/^备注/)
  expect(field()).toHaveProperty('value', '生日蛋糕，两支话筒')
  fireEvent.input(field(), { target: { value: ' 只要蛋糕 ' } })
  fireEvent.click(save())
  await waitFor(() => expect(link.sent).toMatchObject([{ type: 'AmendReservation', note: '只要蛋糕' }]))
})

test('a room whose party may still sit there is said to be in use', async () => {
  const link = await reservations()
  const visit = link.all('visit')[0]
  if (!visit) throw new Error('no visit')
  const { roomClass } = link.get('reservation', 'r2') ?? {}
  const room = link.all('room').find(one => one.roomClass === roomClass)
  const terms = { ...visit.terms, endsAt: tonight + 2 * 3_600_000 }
  link.put([`visit/${visit.id}`, { ...visit, room: room?.id, terms }])
  edit()
  const key = () => within(screen.getByRole('dialog')).getByRole('button', { name: new RegExp(`^${room?.name}`) })
  expect(key().textContent).toMatch(/使用中，到/)
  link.put([`visit/${visit.id}`, { ...visit, room: room?.id, terms: { ...terms, endsAt: tonight - 1 } }])
  await waitFor(() => expect(key().textContent).toMatch(/使用中$/))
})

describe('a new one', () => {
  const begin = async () => {
    const link = await reservations()
    link.answerWith(() => done())
    fireEvent.click(screen.getByRole('button', { name: '新预订' }))
    const dialog = within(await screen.findByRole('dialog'))
    fireEvent.input(name(), { target: { value: '周太太' } })
    const reserve = () => dialog.getByRole('button', { name: '订下' })
    const type = (label: RegExp, value: string) => fireEvent.input(dialog.getByLabelText(label), { target: { value } })
    return { link, dialog, reserve, type }
  }

  test('is for no minute that has passed, though its room would be held on, and the field says so', async () => {
    const { link, dialog, reserve, type } = await begin()
    type(/^到店时间/, '23:19')
    expect(dialog.getByText('时间已过')).toBeTruthy()
    expect(reserve()).toHaveProperty('disabled', true)
    type(/^到店时间/, '23:20')
    expect(dialog.queryByText('时间已过')).toBeNull()
    // It passes while the form is open.
    link.setNow(tonight + 60_000)
    expect(await dialog.findByText('时间已过')).toBeTruthy()
    expect(reserve()).toHaveProperty('disabled', true)
  })

  test('takes a number from anywhere, however it is written, and none that is too short', async () => {
    const { link, dialog, reserve, type } = await begin()
    type(/^手机号/, '1380')
    expect(dialog.getByText('手机号是5到15位数字')).toBeTruthy()
    expect(reserve()).toHaveProperty('disabled', true)
    type(/^手机号/, '+852 ９123-4567')
    fireEvent.click(reserve())
    await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ type: 'Reserve', phone: '85291234567' }))
  })
})

test('a late party is held for longer, at the hour that was agreed', async () => {
  const link = await reservations()
  link.answerWith(() => done())
  const { arrivesAt = 0 } = link.get('reservation', 'r2') ?? {}
  link.setNow(arrivesAt + 10 * 60_000)
  edit()
  fireEvent.click(screen.getByRole('button', { name: '60分钟' }))
  fireEvent.click(save())
  await waitFor(() => expect(link.sent.at(-1)).toMatchObject({ arrivesAt, heldUntil: arrivesAt + 3_600_000 }))
})

test('what the hub finds too late is said as the form says it', async () => {
  const link = await reservations()
  link.answerWith(() => refused(refuse('late', 'choose-other')))
  edit()
  fireEvent.click(save())
  expect((await screen.findByRole('alert')).textContent).toBe('时间已过')
})

test('a new one that is begun in the last hour of the night is for an hour to come', async () => {
  const link = createFakeLink('c1', Date.parse('2026-11-21T05:20+08:00'))
  link.put(...rooms, ...inside, ['self', self('manager')], ['night', { day: '2026-11-20' }])
  await show(link, <Reservations />)
  fireEvent.click(screen.getByRole('button', { name: '新预订' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByDisplayValue('06:00')).toBeTruthy()
  expect(dialog.getByDisplayValue('2026-11-21')).toBeTruthy()
})

test('who is late stays in the list when their room was let go, and can still be received', async () => {
  const link = await reservations()
  link.put(['reservation/r2', { ...link.get('reservation', 'r2'), released: true }])
  await within(booking()).findByText(/已放房/)
  expect(within(booking()).getByRole('button', { name: '到店签到' })).toHaveProperty('disabled', false)
})

test('what was typed stays where the hub refuses it, and goes once it is taken', async () => {
  const link = await reservations()
  link.answerWith(() => refused(refuse('room-taken', 'choose-other', { about: 'v06' })))
  edit()
  fireEvent.input(name(), { target: { value: '周太太' } })
  fireEvent.click(save())
  expect((await screen.findByRole('alert')).textContent).toBe('包厢有客，请换一间')
  expect(name()).toHaveProperty('value', '周太太')
  link.answerWith(() => done())
  fireEvent.click(save())
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('one’s own change is no news to the dialog that waits for its answer', async () => {
  const link = await reservations()
  edit()
  fireEvent.input(name(), { target: { value: '周太太' } })
  fireEvent.click(save())
  await within(booking()).findAllByText('待发送')
  link.put(['reservation/r2', { ...link.get('reservation', 'r2'), amended: 1, party: 19 }])
  await waitFor(() => expect(booking().textContent).toContain('19'))
  expect(screen.queryByRole('alert')).toBeNull()
})

type Opened = Awaited<ReturnType<typeof open>>

describe('what is typed of guests', () => {
  const add = async () => {
    const { link, house } = await open('desk')
    house.screen.value = 'reservations'
    fireEvent.click(await screen.findByRole('button', { name: '新预订' }))
    fireEvent.input(name(), { target: { value: '周太太' } })
    fireEvent.input(screen.getByLabelText(/^手机号/), { target: { value: '13800000000' } })
    return { link, house }
  }
  /** Who signs in begins at their own board. */
  const signIn = async ({ link }: Opened, role: Role) => {
    await act(() => link.put(['self', self(role)]))
    fireEvent.click(await screen.findByRole('button', { name: '预订' }))
    await screen.findByRole('button', { name: '新预订' })
  }
  const endSession = async ({ link }: Opened) => {
    link.put(['self', self()])
    await waitFor(() => expect(screen.queryByRole('button', { name: '新预订' })).toBeNull())
  }

  test('outlives a session that ends in the middle, and is nobody else’s to see', async () => {
    const opened = await add()
    await endSession(opened)
    await signIn(opened, 'manager')
    expect(screen.queryByRole('dialog')).toBeNull()
    await endSession(opened)
    await signIn(opened, 'desk')
    expect(name()).toHaveProperty('value', '周太太')
    expect(screen.getByLabelText(/^手机号/)).toHaveProperty('value', '13800000000')
  })

  test('goes with who signs out, and with the night', async () => {
    const opened = await add()
    fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
    await endSession(opened)
    await signIn(opened, 'desk')
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '新预订' }))
    await endSession(opened)
    expect(opened.house.drafts.value.size).toBe(1)
    opened.link.setNow(tonight + 7 * 3_600_000)
    await waitFor(() => expect(opened.house.drafts.value.size).toBe(0))
  })
})

test('a booking says that its room is out of order, or that somebody still sits there', async () => {
  const link = await reservations()
  const [v06, booked] = [link.get('room', 'v06'), link.get('reservation', 'r2')]
  link.put(['reservation/r2', { ...booked, room: 'v06' }], ['room/v06', { ...v06, condition: 'out-of-order' }])
  await waitFor(() => expect(booking().textContent).toContain('停用'))
  link.put(['room/v06', { ...v06, heldFor: 'r2', visit: 'p4' }])
  await waitFor(() => expect(booking().textContent).toContain('使用中'))
  // It is not theirs yet.
  link.put(['room/v06', { ...v06, heldFor: 'r1', visit: 'p4' }])
  await waitFor(() => expect(booking().textContent).not.toContain('使用中'))
})
