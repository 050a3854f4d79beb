/** The desk's one search: whoever stands there says a name, a number or shows a card; the hub says who that may be tonight. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { AnswerOf } from '../../shared/protocol/queries.ts'
import { waitingOf } from '../domain/check-in/waiting.ts'
import { mayCome } from '../domain/reservation/held.ts'
import { reservationOf } from '../domain/reservation/of-member.ts'
import type { Reservation } from '../domain/state.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { ViewContext } from '../views/context.ts'
import type { Directory } from '../worker/directory.ts'

type Found = AnswerOf['FindGuests']

const membersFound = 12
/** Shorter ones are in too many numbers. */
const fewestDigits = 4

export interface FindGuestsDeps {
  readonly directory: Directory
  readonly records: Pick<HouseRecords, 'loadFacts'>
  readonly context: () => ViewContext
}

export function createFindGuests({ directory, records, context }: FindGuestsDeps): (text: string) => Promise<Found> {
  return async text => {
    const wanted = text.trim()
    if (wanted === '') return { members: [], reservations: [] }
    const [whole, anyPart, named] = await Promise.all([
      byCredential(wanted),
      directory.searchMembers(wanted.slice(0, 60), membersFound),
      directory.matching(wanted.slice(0, 60), spoken(context())),
    ])
    // Whose card or code it is as a whole comes first; most often any part of it finds them too.
    const isWhole = ({ id }: { readonly id: Id }) => whole.includes(id)
    const unlisted = whole.filter(id => !anyPart.some(one => one.id === id))
    const read = (await Promise.all(unlisted.map(records.loadFacts))).flatMap(each => each?.member ?? [])
    const listed = [...read, ...anyPart.filter(isWhole), ...anyPart.filter(one => !isWhole(one))].slice(0, membersFound)
    const { state, now } = context()
    const members = listed.map(({ id, called, name, tier, blocked }): Found['members'][number] => {
      const visit = state.present.get(id)
      const checkIn = waitingOf(state, id)?.id
      const reservation = reservationOf(state, id, now)?.id
      return {
        id,
        called,
        name,
        tier,
        blocked,
        ...(visit !== undefined && { visit }),
        ...(checkIn !== undefined && { checkIn }),
        ...(reservation !== undefined && { reservation }),
      }
    })
    const ids = new Set(listed.map(({ id }) => id))
    return { members, reservations: othersHeld(named, ids, new Set(members.map(one => one.reservation)), wanted) }
  }

  /** A whole card number or code, as a reader at the desk types it. */
  async function byCredential(text: string): Promise<readonly Id[]> {
    const found = await Promise.all([directory.identify('card', text), directory.identify('code', text)])
    return found.flatMap(one => one.member ?? [])
  }

  function othersHeld(
    named: readonly Id[],
    members: ReadonlySet<Id>,
    shown: ReadonlySet<Id | undefined>,
    text: string,
  ): readonly Id[] {
    const at = context()
    const matches = new Set(named)
    const isMeant = ({ id, member, booker, phone }: Reservation) =>
      matches.has(id) ||
      (member !== undefined && members.has(member)) ||
      (booker !== undefined && (members.has(booker) || matches.has(booker))) ||
      (phone !== undefined && hasDigits(at.text(phone), text))
    return heldOf(at)
      .filter(one => !shown.has(one.id) && isMeant(one))
      .sort((a, b) => a.arrivesAt - b.arrivesAt)
      .map(({ id }) => id)
  }
}

const heldOf = ({ state }: ViewContext): Reservation[] => [...state.reservations.values()].filter(mayCome)

/** Names that lie in no member's file: of reservations, and of staff who booked one. */
function spoken(context: ViewContext): { id: Id; text: string }[] {
  const held = heldOf(context)
  const bookers = new Set(held.flatMap(({ booker }) => booker ?? []))
  return [
    ...held.flatMap(({ id, text }) => {
      const name = text === undefined ? undefined : context.text(text)
      return name === undefined ? [] : [{ id, text: name }]
    }),
    ...context
      .allStaff()
      .filter(({ id }) => bookers.has(id))
      .flatMap(({ id, name }) => [name.zhHans, name.en ?? ''].map(text => ({ id, text }))),
  ]
}

const hasDigits = (phone: string | undefined, text: string): boolean =>
  phone !== undefined && /^\d+$/.test(text) && text.length >= fewestDigits && phone.includes(text)
