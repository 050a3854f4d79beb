import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MergeField, mergeFields } from '../../shared/protocol/commands/membership.ts'
import { memberOf } from '../domain/fixture.testing.ts'
import type { Member } from '../domain/member/member.ts'
import { withCode } from './member-changes.ts'
import { mergedMember } from './merged-member.ts'

const { member: wang } = memberOf('m1-wang', 'gold')
const kept: Member = { ...wang, called: '王总', phone: '1', taboos: ['花生'], welcome: true, code: 'a', since: 5 }
const gone: Member = {
  ...memberOf('m2-wang', 'black').member,
  called: '王哥',
  phone: '2',
  birthday: '05-20',
  taboos: ['白酒', '花生'],
  welcome: false,
  blocked: true,
  code: 'b',
  since: 3,
}

it('takes each field from where it was chosen, and from the other where that says nothing', () => {
  fc.assert(
    fc.property(fc.subarray<MergeField>([...mergeFields]), take => {
      const one = mergedMember(kept, gone, take)
      for (const field of mergeFields) {
        const [first, second] = take.includes(field) ? [gone, kept] : [kept, gone]
        expect(one[field]).toEqual(first[field] ?? second[field])
      }
    }),
  )
})

it('loses no card, taboo or note, shows nobody more than either allowed, and unblocks nobody', () => {
  const one = mergedMember(kept, gone, [])
  expect(one.cards.map(({ number }) => number)).toEqual([...kept.cards, ...gone.cards].map(({ number }) => number))
  expect(new Set(one.cards.map(({ id }) => id)).size).toBe(one.cards.length)
  expect(one).toMatchObject({ taboos: ['花生', '白酒'], blocked: true, since: 3, code: 'a' })
  expect(one.discreet).toBe(false)
  expect(mergedMember(kept, { ...gone, discreet: true }, []).discreet).toBe(true)
})

it('keeps every "no" of either file', () => {
  for (const [one, other] of [
    [true, false],
    [false, true],
    [false, false],
  ] as const) {
    expect(mergedMember({ ...kept, welcome: one }, { ...gone, welcome: other }, []).welcome).toBe(false)
    const shows = mergedMember({ ...kept, showHistory: one }, { ...gone, showHistory: other }, []).showHistory
    expect(shows).toBe(false)
  }
  expect(mergedMember(kept, { ...gone, welcome: true }, []).welcome).toBe(true)
  expect(mergedMember({ ...kept, showHistory: true }, gone, []).showHistory).toBe(true)
  // Past evenings are shown to whoever turned it on, in the file that stays.
  expect(mergedMember(kept, { ...gone, showHistory: true }, [])).not.toHaveProperty('showHistory')
})

it('is led to by every code either had, until there is a new one', () => {
  const twice = mergedMember(mergedMember(kept, gone, []), { ...gone, id: 'm3-wang', code: 'c' }, [])
  expect(twice.formerly).toEqual([
    { id: 'm2-wang', code: 'b' },
    { id: 'm3-wang', code: 'c' },
  ])
  expect(withCode(twice, 'new')).toMatchObject({ code: 'new', formerly: [{ id: 'm2-wang' }, { id: 'm3-wang' }] })
  expect(JSON.stringify(withCode(twice, 'new'))).not.toMatch(/"code":"[abc]"/)
})
