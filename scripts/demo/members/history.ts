/** Two years of evenings of one member: more on Fridays and Saturdays, in a room they like, with what they always have. */
import type { History, PastVisit } from '../../../hub/domain/member/member.ts'
import type { Tier } from '../../../shared/protocol/words.ts'
import { type Chance, hashId } from '../random.ts'
import { type RoomClassId, rooms } from '../venue/rooms.ts'
import { instantOf, isBusy } from './calendar.ts'
import { type DrinkingHabits, makeOrder } from './drinking.ts'
import { type Repertoire, singEvening } from './singing.ts'
import { spendOf } from './spend.ts'

export interface Guest {
  readonly id: string
  readonly tier: Tier
  readonly habits: DrinkingHabits
  readonly repertoire: Repertoire
}

/** How often, and between which days, both included. */
export interface Plan {
  readonly visits: number
  readonly from: number
  readonly to: number
}

/** Oldest first, at most one visit a day. */
export function makeHistory(chance: Chance, guest: Guest, plan: Plan): History {
  const visits = chooseDays(chance, plan).map(day => makeVisit(chance, guest, day))
  return historyOf(guest.id, visits)
}

export const historyOf = (member: string, visits: PastVisit[]): History => ({
  member,
  visits,
  totals: { visits: visits.length, spend: visits.reduce((sum, visit) => sum + visit.spend, 0) },
})

export const visitId = (member: string, day: number): string => `v${hashId(`${member}/${day}`).slice(-10)}`

function chooseDays(chance: Chance, { visits, from, to }: Plan): number[] {
  const days = new Set<number>()
  // A short span may not hold that many.
  for (let tries = 0; days.size < visits && tries < visits * 12; tries++) {
    const day = chance.between(from, to)
    if (isBusy(day) || chance.hit(0.4)) days.add(day)
  }
  return [...days].sort((a, b) => a - b)
}

function makeVisit(chance: Chance, guest: Guest, day: number): PastVisit {
  const { id, tier, habits, repertoire } = guest
  const party = chance.weighted(parties)(chance)
  const roomClass = classFor(chance, party, tier)
  const minute = chance.hit(0.12) ? 840 + 5 * chance.between(0, 36) : 1140 + 5 * chance.between(0, 47)
  const drunk = makeOrder(chance, habits, party)
  const songs = singEvening(chance, repertoire, chance.between(3, 5 + Math.ceil(16 / party)))
  const trouble = chance.hit(0.06)
  const face = chance.hit(trouble ? 0.8 : 0.5) ? chance.weighted(trouble ? facesInTrouble : usualFaces) : undefined
  return {
    visit: visitId(id, day),
    at: instantOf(day, minute),
    room: roomFor(chance, id, roomClass),
    spend: spendOf({ roomClass, day, minute, hours: chance.between(2, 5) }, drunk),
    drunk,
    sung: songs.map(song => ({ song: song.id, title: song.title, artist: song.artist })),
    ...(trouble && { complaint: { category: chance.weighted(troubles), outcome: chance.weighted(remedies) } }),
    ...(face && { face }),
  }
}

const parties: readonly { weight: number; value: (chance: Chance) => number }[] = [
  { weight: 40, value: chance => chance.between(2, 4) },
  { weight: 38, value: chance => chance.between(5, 8) },
  { weight: 17, value: chance => chance.between(9, 14) },
  { weight: 5, value: chance => chance.between(15, 20) },
]

function classFor(chance: Chance, party: number, tier: Tier): RoomClassId {
  if (party > 14 || (tier === 'black' && chance.hit(0.7)) || (tier === 'diamond' && chance.hit(0.35))) return 'vip'
  if (party > 8) return 'large'
  return party > 4 ? 'medium' : 'small'
}

/** Two times of three the same one of its class. */
function roomFor(chance: Chance, member: string, roomClass: RoomClassId): string {
  const ofClass = roomsByClass[roomClass]
  const own = ofClass[member.charCodeAt(member.length - 1) % ofClass.length]
  return own !== undefined && chance.hit(0.66) ? own : chance.pick(ofClass)
}

const idsOf = (roomClass: RoomClassId): readonly string[] =>
  rooms.filter(room => room.roomClass === roomClass).map(room => room.id)
const roomsByClass: Readonly<Record<RoomClassId, readonly string[]>> = {
  small: idsOf('small'),
  medium: idsOf('medium'),
  large: idsOf('large'),
  vip: idsOf('vip'),
}

type Complained = NonNullable<PastVisit['complaint']>
type Face = NonNullable<PastVisit['face']>

const troubles: readonly { weight: number; value: Complained['category'] }[] = [
  { weight: 40, value: 'audio' },
  { weight: 18, value: 'delay' },
  { weight: 12, value: 'service' },
  { weight: 10, value: 'drinks' },
  { weight: 8, value: 'songs' },
  { weight: 5, value: 'hygiene' },
  { weight: 5, value: 'noise' },
  { weight: 2, value: 'price' },
]
const remedies: readonly { weight: number; value: NonNullable<Complained['outcome']> }[] = [
  { weight: 40, value: 'fixed' },
  { weight: 20, value: 'replaced' },
  { weight: 20, value: 'comped' },
  { weight: 12, value: 'explained' },
  { weight: 8, value: 'moved-room' },
]
const usualFaces: readonly { weight: number; value: Face }[] = [
  { weight: 50, value: 'delighted' },
  { weight: 42, value: 'happy' },
  { weight: 7, value: 'unhappy' },
  { weight: 1, value: 'angry' },
]
const facesInTrouble: readonly { weight: number; value: Face }[] = [
  { weight: 10, value: 'delighted' },
  { weight: 40, value: 'happy' },
  { weight: 36, value: 'unhappy' },
  { weight: 14, value: 'angry' },
]
