import { fireEvent, screen } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { show } from '../app.testing.tsx'
import { inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { EraseMember } from './erase-member.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test.each([
  ['m5', '正在大堂等候，先处理签到，再删除档案'],
  ['m2', '还在包厢里，关房后再删除档案'],
])('whose file cannot go while they are here is told by where they are: %s', async (member, words) => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  link.answerWith(() => refused(refuse('already-in', 'look-again', { about: member })))
  await show(link, <EraseMember member={member} called="小赵" onClose={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: '输 PIN 删除' }))
  for (const digit of '111111') fireEvent.keyDown(document.body, { key: digit })
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.queryByText('已签到，请带客人入内')).toBeNull()
  expect(link.sent).toHaveLength(1)
})
