import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { describe, expect, test, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { open } from '../app.testing.tsx'
import { card, found } from '../stage/evening.ts'
import type { FakeLink } from '../stage/fake-link.ts'
import type { House } from '../state/house.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

/** A member's card may be open beneath it. */
const arrival = () =>
  screen.queryByRole('group', { name: '人数' })?.closest<HTMLElement>('dialog, [role="dialog"]') ?? null
const press = (name: string, inside = arrival() ?? document.body) =>
  fireEvent.click(within(inside).getByRole('button', { name }))

const ways: Record<string, (link: FakeLink, house: House) => Promise<void>> = {
  async 'from their booking’s line'(_link, house) {
    house.screen.value = 'reservations'
    await screen.findByRole('heading', { name: '预订' })
    const line = document.querySelector<HTMLElement>('[data-slice-key="reservation/r2"]')
    if (line) press('到店签到', line)
  },
  async 'from the search at the desk'(link) {
    link.answerQueries(query => (query.type === 'FindGuests' ? found : undefined))
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: '王' } })
    fireEvent.click((await screen.findAllByRole('button', { name: '签到' }))[0] ?? document.body)
  },
  async 'from their card'(link, house) {
    link.answerQueries(query => (query.type === 'MemberCard' ? { ...card, checkIn: undefined } : undefined))
    house.screen.value = 'members'
    house.openMember.value = card.id
    fireEvent.click(await screen.findByRole('button', { name: '代客签到' }))
  },
}

describe('who has come is checked in', () => {
  test.each(Object.entries(ways))(
    '%s: the hub’s no is said where they were counted, and their number stays',
    async (_way, begin) => {
      const { link, house } = await open('manager')
      await begin(link, house)
      const before = house.screen.value
      link.answerWith(() => refused(refuse('not-allowed', 'ask-manager')))
      press('加 人数')
      press('签到')
      expect((await within(arrival() ?? document.body).findByRole('alert')).textContent).toBe('此操作需要更高权限')
      expect(house.screen.value).toBe(before)
      link.answerWith(() => done())
      press('签到')
      await waitFor(() => expect(arrival()).toBeNull())
      expect(link.sent).toHaveLength(2)
      expect(link.sent[1]).toEqual(link.sent[0])
    },
  )

  test('from their card, and is shown on the live screen only then', async () => {
    const { link, house } = await open('manager')
    await ways['from their card']?.(link, house)
    press('取消')
    expect(house.screen.value).toBe('members')
    press('代客签到')
    link.answerWith(() => done())
    press('签到')
    await waitFor(() => expect(house.screen.value).toBe('live'))
  })

  test('and waits in the dialog while the hub is away', async () => {
    const { link, house } = await open('manager')
    await ways['from their booking’s line']?.(link, house)
    link.connection.value = { at: 'offline', since: 0 }
    press('签到')
    expect(await within(arrival() ?? document.body).findByText('待发送')).toBeTruthy()
    press('关闭')
    expect(arrival()).toBeNull()
    expect(link.sent).toHaveLength(1)
  })
})
