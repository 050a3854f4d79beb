import { describe, expect, it } from 'vitest'
import type { QueryOf } from '../../shared/protocol/queries.ts'
import type { EventOf } from '../domain/events.ts'
import { evening, hour } from '../domain/fixture.testing.ts'
import { opened } from '../domain/party.testing.ts'
import { createHouse } from '../views/house.testing.ts'
import { createFindKeeps } from './find-keeps.ts'

const day = 86_400_000

const kept = (id: string, more: Partial<EventOf<'KeepStored'>> = {}): EventOf<'KeepStored'> => ({
  type: 'KeepStored',
  keep: id,
  member: 'wang',
  item: 'whisky',
  tenths: 6,
  shelf: `A-${id}`,
  label: `K-000${id}`,
  expiresAt: evening + 60 * day,
  ...more,
})
const { member: _nobody, ...nobodys } = kept('4', { visit: 'a', room: 'v08' })

/** Wang is in the house, Li is not; both have bottles, and one is nobody's by name. */
function shelf(searched: readonly string[] = []) {
  const house = createHouse(
    opened(),
    kept('1'),
    kept('2', { member: 'li', item: 'beer', expiresAt: evening + 10 * day }),
    kept('3', { member: 'li', expiresAt: evening - day }),
    nobodys,
  )
  const find = createFindKeeps({
    directory: {
      searchMembers: async () => searched.map(id => ({ id, called: id, name: id, tier: 'gold', blocked: false })),
    },
    records: { loadFacts: async id => house.members.get(id) },
    context: house.context,
  })
  return async (more: Partial<QueryOf<'Keeps'>> = {}, everyone = false) => {
    const { keeps, counts, more: further } = await find({ type: 'Keeps', of: 'all', ...more }, everyone)
    return { ids: keeps.map(({ id }) => id), called: keeps.map(({ member }) => member?.called), counts, further }
  }
}

describe('the shelf', () => {
  it('shows what ends first, first, and counts what ends', async () => {
    expect(await shelf()()).toMatchObject({ ids: ['3', '2', '1', '4'], counts: { all: 4, soon: 1, expired: 1 } })
    expect((await shelf()({ of: 'soon' })).ids).toEqual(['2'])
    expect((await shelf()({ of: 'expired' })).ids).toEqual(['3'])
  })

  it('names nobody who is not in the house, but to who may know everybody', async () => {
    expect((await shelf()()).called).toEqual([undefined, undefined, 'wang', undefined])
    expect((await shelf()({}, true)).called).toEqual(['li', 'li', 'wang', undefined])
  })

  it.each([
    ['0003', ['3']],
    ['k-0003', ['3']],
    ['a-2', ['2']],
    ['beer', ['2']],
    ['sound of whisky', ['3', '1', '4']],
    ['wan', ['1']],
    ['li', []],
    ['nothing', []],
  ])('is found by %s', async (text, ids) => {
    expect((await shelf()({ text })).ids).toEqual(ids)
  })

  it('is found by the name of who is not here by who may know them', async () => {
    expect((await shelf(['li'])({ text: 'li' })).ids).toEqual([])
    expect((await shelf(['li'])({ text: 'li' }, true)).ids).toEqual(['3', '2'])
  })

  it('says of nobody’s which party left it, and of what an erased member gave up that it is such', async () => {
    const house = createHouse(opened(), kept('2', { member: 'li' }), nobodys, {
      type: 'MemberErased',
      member: 'li',
      rev: 1,
    })
    const { context, members } = house
    const records = { loadFacts: async (id: string) => members.get(id) }
    const find = createFindKeeps({ directory: { searchMembers: async () => [] }, records, context })
    const { keeps } = await find({ type: 'Keeps', of: 'all' }, true)
    expect(keeps.find(({ id }) => id === '4')).toMatchObject({ visit: 'a' })
    expect(keeps.find(({ id }) => id === '4')).not.toHaveProperty('givenUp')
    expect(keeps.find(({ id }) => id === '2')).toMatchObject({ givenUp: true })
  })

  it('names the business day that the label names, and is good to its end, as the console counts it', async () => {
    const at = async (now: number, of: QueryOf<'Keeps'>['of'] = 'all') => {
      const house = createHouse(opened(), kept('1', { expiresAt: evening + 30 * day + 5.5 * hour }))
      const find = createFindKeeps({
        directory: { searchMembers: async () => [] },
        records: { loadFacts: async id => house.members.get(id) },
        context: () => ({ ...house.context(), now }),
      })
      return (await find({ type: 'Keeps', of }, true)).keeps[0]
    }
    const ends = evening + 30 * day + 10 * hour
    expect(await at(evening)).toMatchObject({ storedOn: '2026-11-20', lastDay: '2026-12-20', expiresAt: ends })
    expect(await at(ends - 1, 'soon')).toBeDefined()
    expect(await at(ends, 'soon')).toBeUndefined()
    expect(await at(ends, 'expired')).toBeDefined()
    expect(await at(ends - 14 * day - 1, 'soon')).toBeUndefined()
    expect(await at(ends - 14 * day, 'soon')).toBeDefined()
  })

  it('of a party is its members’, and what it left itself', async () => {
    expect((await shelf()({ visit: 'a' })).ids).toEqual(['1', '4'])
    expect((await shelf()({ visit: 'nobody' })).ids).toEqual([])
  })
})
