import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { open } from '../app.testing.tsx'
import { ticket } from '../stage/evening.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test('an order that the bar refused says so and why, and not that nobody took it yet', async () => {
  const { link, house } = await open('floor')
  const lines = [{ line: 'l1', item: 'i3', qty: 2, returned: 0, options: [], components: [] }]
  link.put(
    ticket('o20', { status: 'rejected', rejected: 'sold-out', lines }),
    ticket('o21', { status: 'rejected', rejected: 'staff-must-ask', lines }),
  )
  house.openRoom.value = 'v08'
  const sheet = await screen.findByRole('dialog', { name: /V08/ })
  expect(sheet.textContent).toMatch(/不接\s· 售完/)
  expect(sheet.textContent).toMatch(/不接\s· 要先问客人/)
  expect(sheet.textContent).not.toContain('未接单')
})

test('¥0 was given to nobody: what comes off no bill is told by its ticket, and what has no price by its name', async () => {
  const { link, house } = await open('manager')
  const visit = link.get('visit', 'p2')
  if (!visit?.money) throw new Error('nobody is in')
  const comps = [{ comp: 'g9', kind: 'gift', item: 'i3', qty: 1, amount: 0, reason: 'host', by: 's1', at: 1 }] as const
  link.put(['visit/p2', { ...visit, comps, money: { ...visit.money, comps: 0 } }])
  house.openRoom.value = 'v08'
  const sheet = await screen.findByRole('dialog', { name: /V08/ })
  expect(within(sheet).queryByText('赠送减免')).toBeNull()
  const given = within(sheet).getByRole('heading', { name: '已赠送' }).parentElement
  expect(given?.textContent).toContain('林静')
  expect(given?.textContent).not.toContain('¥')
  link.put(['visit/p2', { ...visit, money: { ...visit.money, comps: 500 } }])
  expect((await within(sheet).findByText('赠送减免')).parentElement?.textContent).toContain('¥5')
})

test('a gift that is not on its table yet is taken back by a PIN', async () => {
  const { link, house } = await open('manager')
  const visit = link.all('visit').find(one => one.comps.some(({ returnable }) => returnable))
  if (!visit) throw new Error('nobody was given anything')
  house.openRoom.value = visit.room
  const sheet = await screen.findByRole('dialog')
  fireEvent.click(within(sheet).getByRole('button', { name: /^收回 / }))
  const asked = await screen.findByRole('dialog', { name: /^收回 / })
  for (const digit of '123456') fireEvent.click(within(asked).getByRole('button', { name: digit }))
  await waitFor(() =>
    expect(link.sent.at(-1)).toMatchObject({ type: 'TakeBackComp', visit: visit.id, comp: 'g1', pin: '123456' }),
  )
})

test('what nobody can take back any more, or only a colleague, has no such key', async () => {
  const { link, house } = await open('desk')
  const visit = link.all('visit').find(one => one.comps.some(({ returnable }) => returnable))
  if (!visit) throw new Error('nobody was given anything')
  house.openRoom.value = visit.room
  const sheet = await screen.findByRole('dialog')
  expect(within(sheet).queryByRole('button', { name: /^收回 / })).toBeNull()
})

test.each([
  ['不在这桌', '重新签到', {}],
  ['先走了', '照样记在TA名下', { early: true }],
])('a member is said to be there no more (%s), once it was asked', async (word, warns, how) => {
  const { link, house } = await open('desk')
  link.answerWith(() => done())
  house.openRoom.value = 'v08'
  const sheet = await screen.findByRole('dialog', { name: /V08/ })
  const member = link.get('visit', 'p2')?.members[0]
  if (!member) throw new Error('nobody is known there')
  fireEvent.click(within(sheet).getByRole('button', { name: `${word} ${member.called}` }))
  const asked = await screen.findByRole('dialog', { name: word })
  expect(asked.textContent).toContain(warns)
  expect(link.sent).toEqual([])
  fireEvent.click(within(asked).getByRole('button', { name: word }))
  await waitFor(() => expect(link.sent).toEqual([{ type: 'LeaveVisit', visit: 'p2', member: member.id, ...how }]))
  await screen.findByText(`${member.called} ${word === '先走了' ? word : `${word}了`}`)
})

test('nobody on the floor takes a member off a table', async () => {
  const { house } = await open('floor')
  house.openRoom.value = 'v08'
  const sheet = await screen.findByRole('dialog', { name: /V08/ })
  expect(within(sheet).queryByRole('button', { name: /^不在这桌/ })).toBeNull()
})

test('what was noted with their bookings is read in their room', async () => {
  const { link, house } = await open('floor')
  const visit = link.get('visit', 'p2')
  link.put(['visit/p2', { ...visit, notes: ['生日蛋糕', '两支话筒'] }])
  house.openRoom.value = 'v08'
  const sheet = await screen.findByRole('dialog', { name: /V08/ })
  const [first, second] = ['生日蛋糕', '两支话筒'].map(word => within(sheet).getByText(word))
  expect(first?.previousElementSibling?.textContent).toBe('预订备注')
  expect(second?.previousElementSibling).toBe(first)
})
