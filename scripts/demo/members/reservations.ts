/** Tonight's book: Mr Wang with eight in V08, and a few others. */
import type { MemberFacts } from '../../../hub/domain/member/member.ts'
import { demoStaff } from '../staff.ts'
import type { RoomClassId } from '../venue/rooms.ts'
import { businessDay, dayOf, instantOf } from './calendar.ts'
import { wangsRoom } from './mr-wang.ts'

/** What the desk would ask with `Reserve`. Instants in ms. */
export interface DemoReservation {
  readonly member: string
  readonly party: number
  readonly arrivesAt: number
  readonly heldUntil: number
  readonly roomClass: RoomClassId
  readonly room?: string
  readonly deposit: boolean
  readonly note?: string
  readonly booker: string
}

/** `members`: as `demoMembers` made them for the same day; Mr Wang comes first, at 20:30. */
export function demoReservations(
  members: readonly Pick<MemberFacts, 'member'>[],
  today: string | number,
): DemoReservation[] {
  const day = typeof today === 'number' ? businessDay(today) : dayOf(today)
  const booker = demoStaff.find(one => one.role === 'manager')?.id ?? ''
  return book.flatMap(({ index, minute, party, roomClass, room, deposit, note }): DemoReservation[] => {
    const facts = members[index]
    if (!facts) return []
    const arrivesAt = instantOf(day, minute)
    return [
      {
        member: facts.member.id,
        party,
        arrivesAt,
        heldUntil: arrivesAt + 45 * 60_000,
        roomClass,
        ...(room !== undefined && { room }),
        deposit,
        ...(note !== undefined && { note }),
        booker,
      },
    ]
  })
}

interface Entry {
  readonly index: number
  /** Of the day. */
  readonly minute: number
  readonly party: number
  readonly roomClass: RoomClassId
  readonly room?: string
  readonly deposit: boolean
  readonly note?: string
}

const book: readonly Entry[] = [
  { index: 0, minute: 20 * 60 + 30, party: 8, roomClass: 'vip', room: wangsRoom, deposit: true },
  { index: 23, minute: 19 * 60, party: 4, roomClass: 'small', deposit: false },
  { index: 57, minute: 20 * 60, party: 7, roomClass: 'medium', deposit: false },
  { index: 104, minute: 21 * 60, party: 12, roomClass: 'large', deposit: true, note: '生日蛋糕，气球布置' },
  { index: 211, minute: 21 * 60 + 30, party: 6, roomClass: 'medium', deposit: false },
]
