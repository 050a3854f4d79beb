import { describe, expect, it } from 'vitest'
import { textCard } from '../domain/fixture.testing.ts'
import type { Member } from '../domain/member/member.ts'
import { createMemberIndex } from './member-index.ts'
import { soundOfText } from './pinyin.ts'

const member = (id: string, more: Partial<Member>): Member => ({
  id,
  called: '客人',
  name: '某某',
  tier: 'silver',
  cards: [],
  tastes: [],
  taboos: [],
  notes: [],
  welcome: true,
  discreet: false,
  blocked: false,
  since: 0,
  ...more,
})
const wang = member('m1-a', {
  called: '王总',
  name: '王建国',
  phone: '19900000001',
  cards: [textCard('m1-a', '0004340098'), textCard('m1-a', '0000000009', { id: 'm1-a.k2', blocked: true })],
  code: 'ABCDEFGH',
})
const li = member('m1-b', { called: '李姐', name: '李梅', phone: '19900000002' })

it('spells everybody in steps, so that a search spells nobody; and anew who was saved since', () => {
  const spelled: string[] = []
  const index = createMemberIndex([wang], text => {
    spelled.push(text)
    return soundOfText(text)
  })
  index.save(li.id, li)
  expect(spelled).toEqual([])
  for (const _step of index.spellSteps());
  expect(spelled).toEqual(['王总', '王建国', '李姐', '李梅'])
  expect(index.search('wangjianguo', 5)).toHaveLength(1)
  expect(spelled).toHaveLength(4)
  index.save(li.id, { ...li, name: '黎明' })
  expect(index.search('liming', 5)).toHaveLength(1)
  expect(index.search('limei', 5)).toEqual([])
})

describe('whom a credential names', () => {
  const index = createMemberIndex([wang, li])
  it.each([
    ['a card, leading zeros kept', 'card', '0004340098', { member: 'm1-a', card: 'm1-a.k1' }],
    ['a code', 'code', 'ABCDEFGH', { member: 'm1-a' }],
    ['a phone number', 'phone', '19900000002', { member: 'm1-b' }],
    ['a blocked card', 'card', '0000000009', { failure: 'blocked', member: 'm1-a', card: 'm1-a.k2' }],
    ['a stranger', 'card', '4340098', { failure: 'unknown' }],
  ] as const)('%s', (_what, kind, value, expected) => {
    expect(index.identify(kind, value)).toEqual(expected)
  })

  it('a number that two members share is nobody for sure', () => {
    const shared = createMemberIndex([wang, member('m1-c', { phone: '19900000001' })])
    expect(shared.identify('phone', '19900000001')).toMatchObject({ failure: 'duplicate' })
  })

  it('an old card is refused from the moment the row is saved without it', () => {
    const index = createMemberIndex([wang])
    index.save('m1-a', { ...wang, cards: [textCard('m1-a', '0004340098', { blocked: true })] })
    expect(index.identify('card', '0004340098')).toMatchObject({ failure: 'blocked', member: 'm1-a' })
    // Whoever is turned away is so with any card.
    index.save('m1-a', { ...wang, blocked: true })
    expect(index.identify('card', '0004340098')).toMatchObject({ failure: 'banned', member: 'm1-a' })
    expect(index.identify('card', '0000000009')).toMatchObject({ failure: 'banned', member: 'm1-a' })
    index.save('m1-a', undefined)
    expect(index.identify('card', '0004340098')).toEqual({ failure: 'unknown' })
  })
})

describe('looking for a member', () => {
  const index = createMemberIndex([wang, li])
  it.each([['王总'], ['建国'], ['wjg'], ['wangjianguo'], ['0001'], ['4340098']])('by %s', text => {
    const { id, called, name, tier, blocked } = wang
    expect(index.search(text, 10)).toEqual([{ id, called, name, tier, blocked }])
  })
  it('with those first whose syllable it is, however many others begin so', () => {
    const crowd = ['廖', '林', '梁', '刘', '李', '黎'].map((name, at) =>
      member(`m1-${at}`, { called: `${name}总`, name }),
    )
    const index = createMemberIndex([...crowd, member('m1-lily', { called: 'Lily', name: 'Lily' })])
    const names = (text: string, limit: number) => index.search(text, limit).map(({ name }) => name)
    expect(names('li', 4)).toEqual(['李', '黎', '廖', '林'])
    expect(names('lizong', 1)).toEqual(['李'])
    expect(names('l', 3)).toEqual(['廖', '林', '梁'])
    expect(names('lily', 3)).toEqual(['Lily'])
  })
  it('finds nobody with nothing typed', () => {
    expect(index.search(' ', 10)).toEqual([])
  })
})
