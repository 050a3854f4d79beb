/** 设置 open at a section, as a manager has it. */
import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { beforeAll } from 'vitest'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink, type FakeLink } from '../stage/fake-link.ts'
import { menuSetup, staffSetup, venueSetup } from '../stage/setup.ts'

// What the screen fetches when it is opened: on a machine that does other things the first time is no measure.
beforeAll(async () => {
  await import('./setup.tsx')
}, 60_000)

/** The manager has 设置 open, at a section; or the owner. */
export async function open(
  section: string,
  menu = () => menuSetup,
  venue = venueSetup,
  role: 'manager' | 'owner' = 'manager',
): Promise<FakeLink> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(role)], ...inside, ['setup', { venue: 0, menu: 0, staff: 0 }])
  link.answerQueries(query =>
    query.type === 'MenuSetup'
      ? menu()
      : query.type === 'StaffSetup'
        ? staffSetup
        : query.type === 'VenueSetup'
          ? venue
          : undefined,
  )
  await show(link)
  await goTo(section)
  return link
}

export async function goTo(section: string): Promise<void> {
  const sections = await waitFor(() => {
    // Whoever just signed in is first led to their own board.
    fireEvent.click(within(screen.getByRole('navigation', { name: '功能' })).getByRole('button', { name: '设置' }))
    return screen.getByRole('group', { name: '设置哪一块' })
  })
  fireEvent.click(within(sections).getByRole('button', { name: section }))
}

export const row = (name: RegExp) => screen.findByRole('button', { name })
export const typePrice = (amount: string) =>
  fireEvent.input(screen.getByRole('textbox', { name: '价格' }), { target: { value: amount } })
export const pressSave = () => fireEvent.click(screen.getByRole('button', { name: '保存' }))
