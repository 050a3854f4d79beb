/** The demo venue's members with what they did here: the same seed and day always make the same people. */
import { rowsPerShard } from '../../../hub/documents/records.ts'
import type { History, Member, MemberFacts } from '../../../hub/domain/member/member.ts'
import type { Tier } from '../../../shared/protocol/words.ts'
import { type Chance, createChance, hashId } from '../random.ts'
import { demoStaff } from '../staff.ts'
import { businessDay, dayOf, instantOf } from './calendar.ts'
import { cardOf, codeOf, keptCards, phoneOf } from './credentials.ts'
import { makeHabits } from './drinking.ts'
import { historyOf, makeHistory, type Plan } from './history.ts'
import { makeMrWang } from './mr-wang.ts'
import { makePerson, type Person } from './person.ts'
import { makeRepertoire } from './singing.ts'
import { makeTaboo, type Taboo } from './taboos.ts'

export interface DemoMemberOptions {
  /** `changming` when absent. */
  readonly seed?: string
  /** 400 when absent. */
  readonly count?: number
  /** `full` (when absent): two years; `little`: at most two visits, for benchmarks with 100,000 members; `none`. */
  readonly history?: 'full' | 'little' | 'none'
  /** The last visits are before it: a business day (YYYY-MM-DD), or an instant of one (ms). */
  readonly today: string | number
}

/** The first is Mr Wang. Ids name their shards, in order: `m1-…`, `m2-…`. */
export function demoMembers({
  seed = 'changming',
  count = 400,
  history = 'full',
  today,
}: DemoMemberOptions): MemberFacts[] {
  const day = typeof today === 'number' ? businessDay(today) : dayOf(today)
  return Array.from({ length: count }, (_, index) => {
    const id = `m${Math.floor(index / rowsPerShard) + 1}-${hashId(`${seed}/${index}`).slice(-10)}`
    const chance = createChance(`${seed}/${index}`)
    return index === 0 ? makeMrWang(chance, id, day) : makeMember(chance, id, index, day, history)
  })
}

/** As many as the hub keeps in a shard. */

function makeMember(
  chance: Chance,
  id: string,
  index: number,
  today: number,
  extent: NonNullable<DemoMemberOptions['history']>,
): { member: Member; history: History } {
  // A year more or less at its turn: nobody counts their candles.
  const person = makePerson(chance, index, 1970 + Math.floor(today / 365.2425))
  const tier = chance.weighted(tiers)
  const plan = makePlan(chance, tier, today, extent)
  const taboo = makeTaboo(chance)
  const habits = makeHabits(chance, person, taboo?.tags ?? [])
  const since = instantOf(plan.from - chance.between(0, 500), 1200)
  const member: Member = {
    id,
    called: person.called,
    name: person.name,
    ...(person.say !== undefined && { say: person.say }),
    tier,
    cards: keptCards(id, makeCards(chance, index)),
    code: codeOf(chance),
    ...(chance.hit(0.94) && { phone: phoneOf(index) }),
    ...makeBirthday(chance, person),
    tastes: habits.kind === 'whisky' && chance.hit(0.4) ? ['whisky', 'tea'] : [habits.kind],
    taboos: [...(taboo?.tags ?? [])],
    notes: makeNotes(chance, taboo, since),
    ...(tier !== 'silver' && { accountManager: chance.pick(accountManagers) }),
    ...makeConsent(chance),
    blocked: false,
    since,
  }
  if (extent === 'none') return { member, history: historyOf(id, []) }
  const repertoire = makeRepertoire(chance, person, extent === 'full' ? chance.between(10, 26) : 6)
  return { member, history: makeHistory(chance, { id, tier, habits, repertoire }, plan) }
}

const tiers: readonly { weight: number; value: Tier }[] = [
  { weight: 56, value: 'silver' },
  { weight: 28, value: 'gold' },
  { weight: 11, value: 'diamond' },
  { weight: 5, value: 'black' },
]

const visitsIn: Readonly<Record<Tier, readonly [least: number, most: number]>> = {
  guest: [1, 2],
  silver: [1, 9],
  gold: [8, 26],
  diamond: [18, 46],
  black: [30, 72],
}

/** Up to two years; one of seven has not been here for half a year. */
function makePlan(chance: Chance, tier: Tier, today: number, extent: DemoMemberOptions['history']): Plan {
  const [least, most] = extent === 'full' ? visitsIn[tier] : [0, 2]
  const to = today - (chance.hit(0.14) ? chance.between(183, 420) : chance.between(1, 40))
  const from = Math.max(today - 730, to - chance.between(60, 729))
  return { visits: chance.between(least, most), from, to }
}

/** One of nine has none and gives a number; one of fifty lost one, which is blocked. */
function makeCards(chance: Chance, index: number): { number: string; blocked: boolean }[] {
  if (chance.hit(0.11)) return []
  const card = { number: cardOf(index), blocked: false }
  return chance.hit(0.02) ? [{ number: cardOf(index, true), blocked: true }, card] : [card]
}

function makeBirthday(chance: Chance, { born }: Person): Pick<Member, 'birthday'> {
  const day = `${pad(chance.between(1, 12))}-${pad(chance.between(1, 28))}`
  if (chance.hit(0.12)) return {}
  return { birthday: chance.hit(0.08) ? day : `${born}-${day}` }
}

const pad = (number: number): string => String(number).padStart(2, '0')

function makeConsent(chance: Chance): Pick<Member, 'welcome' | 'discreet'> {
  const discreet = chance.hit(0.04)
  return { discreet, welcome: !discreet && chance.hit(0.72) }
}

function makeNotes(chance: Chance, taboo: Taboo | undefined, since: number): Member['notes'] {
  const texts = [...(taboo ? [taboo.note] : []), ...(chance.hit(0.18) ? [chance.pick(remarks)] : [])]
  return texts.map(text => ({ at: since, by: chance.pick(accountManagers), text }))
}

const remarks: readonly string[] = [
  '喜欢靠里的包厢，安静',
  '常带小孩，备儿童椅',
  '开唱前要先试麦',
  '朋友生日常在这里办，提前问蛋糕',
  '女士多，冷气别太低',
  '爱抽烟，给带窗的房',
  '唱粤语歌，备提词屏',
  '代驾已加微信，散场前半小时问',
  '带客户来，账单只给本人看',
  '常坐轮椅的母亲同行，安排电梯旁的房',
]

const accountManagers: readonly string[] = demoStaff.filter(one => one.role === 'manager').map(one => one.id)
