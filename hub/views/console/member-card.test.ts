import { expect, it } from 'vitest'
import { evening, hour, memberOf } from '../../domain/fixture.testing.ts'
import { createHouse } from '../house.testing.ts'
import { memberCard } from './member-card.ts'

const wang = memberOf('wang', 'gold')

it('names the last day of a member’s bottle as its label does', async () => {
  const { context } = createHouse({
    type: 'KeepStored',
    keep: 'k1',
    member: 'wang',
    item: 'whisky',
    tenths: 6,
    shelf: 'B-12',
    label: 'K-0427',
    // Stored at 01:30 for 30 days, before bottles were good to the end of a night.
    expiresAt: evening + 30 * 24 * hour + 5.5 * hour,
  })
  const ends = evening + 30 * 24 * hour + 10 * hour
  expect(memberCard(context(), wang, 1, 'desk').keeps).toMatchObject([{ lastDay: '2026-12-20', expiresAt: ends }])
})
