import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, test, vi } from 'vitest'
import { show } from '../app.testing.tsx'
import { hits, inside, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { Members } from './members.tsx'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

test.each(['MemberErased', 'MembersMerged'])('nobody is found any more who is gone: %s', async event => {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ...inside, ['self', self('manager')])
  link.answerQueries(query => (query.type === 'SearchMembers' ? hits : undefined))
  await show(link, <Members />)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: '王' } })
  await screen.findByText('王先生')
  link.answerQueries(query =>
    query.type === 'SearchMembers' ? { hits: hits.hits.filter(({ id }) => id !== 'm3') } : undefined,
  )
  link.feed.value = [...link.feed.value, { seq: 9_999, at: tonight, event }]
  await waitFor(() => expect(screen.queryByText('王先生')).toBeNull())
  expect(screen.getByText('王总')).toBeTruthy()
})
