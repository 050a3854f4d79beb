import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { show } from '../app.testing.tsx'
import { card, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { MemberPane } from './member-pane.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

async function opened(role: 'desk' | 'manager', blocked: boolean) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(role)])
  link.answerQueries(() => ({ ...card, ...(blocked && { blocked: true }) }))
  link.answerWith(() => done())
  await show(link, <MemberPane id={card.id} />)
  await screen.findByRole('heading', { name: card.called })
  return link
}

test.each([
  [false, '列入黑名单', true],
  [true, '移出黑名单', false],
] as const)('is sent with its reason, and not without one: %s', async (was, word, blocked) => {
  const link = await opened('manager', was)
  expect(screen.queryAllByText('黑名单')).toHaveLength(was ? 1 : 0)
  fireEvent.click(screen.getByRole('button', { name: word }))
  const asked = within(await screen.findByRole('dialog'))
  const yes = asked.getByRole('button', { name: word })
  expect(yes).toHaveProperty('disabled', true)
  fireEvent.input(asked.getByRole('textbox', { name: '原因（写进备注）' }), { target: { value: ' 打架 ' } })
  await waitFor(() => expect(yes).toHaveProperty('disabled', false))
  fireEvent.click(yes)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(link.sent).toEqual([
    { type: 'SaveMember', member: card.id, rev: card.rev, changes: { blocked, note: '打架' } },
  ])
})

test('is no key of the desk’s, who sees that it is so', async () => {
  await opened('desk', true)
  expect(screen.getByText('黑名单')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /黑名单/ })).toBeNull()
})
