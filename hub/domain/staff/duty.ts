/** Who is on duty, and for whom a call waits: by zones, shifts, and how high it has gone. Pure. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { ReadState, Request } from '../state.ts'
import type { RoomConfig } from '../venue-config.ts'
import type { Staff } from './staff.ts'

/** Somebody who said 下班, or never came, where others of their kind did say 开始值班: a house need not keep shifts. */
export function isOffDuty(
  { shifts }: Pick<ReadState, 'shifts'>,
  id: Id,
  find: (id: Id) => Pick<Staff, 'role'> | undefined,
): boolean {
  if (shifts.has(id)) return false
  const role = find(id)?.role
  return [...shifts.entries()].some(([other]) => find(other)?.role === role)
}

export const zoneOf = ({ zone, floor }: RoomConfig): number => zone ?? floor

/** An empty zone is the whole house. */
const looksAfter = ({ zone }: Pick<Staff, 'zone'>, zoneOfRoom: number | undefined): boolean =>
  zone.length === 0 || zoneOfRoom === undefined || zone.includes(zoneOfRoom)

/**
 * Whose call it is: the zone's floor staff, from the first step the whole floor and the managers, at last the owner; a
 * complaint is the managers' from the start. Where nobody of those is on duty it is the next above. Empty: no shifts are
 * kept, or nobody is left, and it is everybody's.
 */
export function whoseCall(
  request: Pick<Request, 'level' | 'notTo' | 'passed' | 'what'>,
  room: RoomConfig | undefined,
  { shifts }: Pick<ReadState, 'shifts'>,
  everybody: readonly Staff[],
): readonly Id[] {
  const onDuty = everybody.filter(({ id }) => shifts.has(id) && id !== request.notTo)
  const zone = room && zoneOf(room)
  const floor = onDuty.filter(({ role }) => role === 'floor')
  const own = floor.filter(one => looksAfter(one, zone))
  const managers = onDuty.filter(({ role }) => role === 'manager')
  const owners = everybody.filter(({ id, role }) => role === 'owner' && id !== request.notTo)
  const { passed, ...itself } = request
  if (passed && 'staff' in passed.to) {
    const { staff } = passed.to
    const mayBeAway = !shifts.has(staff) && !owners.some(({ id }) => id === staff) && onDuty.length > 0
    // Of whom nobody knows that they are in the house: whoever is hears it too.
    const others = mayBeAway ? whoseCall(itself, room, { shifts }, everybody) : []
    return [staff, ...others]
  }
  if (passed && 'role' in passed.to) {
    const { role } = passed.to
    const asked = role === 'owner' ? owners : onDuty.filter(one => one.role === role)
    if (asked.length > 0) return ids(asked)
  }
  if (!everybody.some(({ id }) => shifts.has(id))) return []
  const { level } = request
  if (level >= 3) return ids([...floor, ...managers, ...owners])
  if (level > 0) return ids(firstOf([...floor, ...managers], owners))
  if (request.what.kind === 'complaint') return ids(firstOf([...own, ...managers], floor, owners))
  return ids(firstOf(own, floor, managers, owners))
}

const firstOf = (...groups: readonly (readonly Staff[])[]): readonly Staff[] =>
  groups.find(group => group.length > 0) ?? []

const ids = (staff: readonly Staff[]): readonly Id[] => staff.map(({ id }) => id)
