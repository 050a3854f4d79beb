/** Members with everything that must not be told, in words and amounts that nothing else of a night contains. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Tier } from '../../../shared/protocol/words.ts'
import type { MemberFacts } from '../../domain/member/member.ts'

export const secrets = {
  taboo: ['忌讳甲', '忌讳乙'],
  name: ['真名一', '真名二', '真名三'],
  phone: ['13800000001', '13800000002', '13800000003'],
  birthday: ['1970-03-04', '1981-05-06', '1992-07-08'],
  spend: 616_161_616,
}

/** All money of these nights, sums included, lies in this range, and no other number that a console holds. */
export const isMoney = (amount: number): boolean => amount >= 5_000_000 && amount < 1e11
export const price = 5_550_000

interface Who {
  readonly called: string
  readonly tier: Tier
  readonly welcome: boolean
  readonly discreet: boolean
}

const people: readonly (readonly [Id, Who])[] = [
  ['wang', { called: '王总', tier: 'black', welcome: true, discreet: false }],
  ['li', { called: '李姐', tier: 'gold', welcome: true, discreet: true }],
  ['zhao', { called: '赵哥', tier: 'guest', welcome: false, discreet: false }],
]

/** Wang may be welcomed by name, Li is discreet, Zhao did not ask to be welcomed. */
export const secretMembers: ReadonlyMap<Id, MemberFacts> = new Map(
  people.map(([id, who], index) => [
    id,
    {
      member: {
        id,
        ...who,
        name: secrets.name[index] ?? '',
        phone: secrets.phone[index] ?? '',
        birthday: secrets.birthday[index] ?? '',
        cards: [],
        tastes: [],
        taboos: secrets.taboo,
        notes: [],
        blocked: false,
        since: 0,
      },
      history: {
        member: id,
        visits: [
          {
            visit: `past-${id}`,
            at: 0,
            room: 'v01',
            spend: secrets.spend,
            drunk: [{ item: 'whisky', qty: 1 }],
            sung: [],
            complaint: { category: 'audio' },
          },
        ],
        totals: { visits: 1, spend: secrets.spend },
      },
    },
  ]),
)
