/** All that the house holds about a member, in one object for them: records, what was typed for an evening, promises, bottles. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { goodUntil, lastDayOf } from '../domain/keep/last-day.ts'
import type { Member } from '../domain/member/member.ts'
import type { Visit } from '../domain/state.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { ViewContext } from '../views/context.ts'

export async function heldAbout(
  records: Pick<HouseRecords, 'loadFacts' | 'texts'>,
  { state, venue, item, staff, now }: Pick<ViewContext, 'state' | 'venue' | 'item' | 'staff' | 'now'>,
  id: Id,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const facts = await records.loadFacts(id)
  if (!facts) return undefined
  const { member, history } = facts
  const is = (one: Id | undefined) => one === id
  const text = async (at: Id | undefined) => (at === undefined ? undefined : (await records.texts.load(at))?.value)
  const nameOf = (one: Id | undefined) => (one === undefined ? undefined : (staff(one)?.name.zhHans ?? one))
  const roomOf = (one: Id | undefined) => venue.rooms.find(room => room.id === one)?.name ?? one
  const drink = ({ item: one, qty }: { item: Id; qty: number }) => ({ item: item(one)?.name ?? one, qty })

  /** Undefined where they had no part in it. */
  const evening = ({
    id: visit,
    host,
    members,
    left,
    booker,
    room,
    openedAt,
    closedAt,
    ...rest
  }: Visit): Promise<object> | undefined => {
    const place = {
      visit,
      room: roomOf(room),
      openedAt: when(openedAt),
      ...(closedAt !== undefined && { closedAt: when(closedAt) }),
    }
    if (is(host) || members.some(is) || left?.some(is)) return lived(place, rest, is(host))
    // What another party does in a room that they only booked is that party's.
    return is(booker) ? Promise.resolve({ ...place, booked: 'for somebody else' }) : undefined
  }

  const lived = async (
    place: object,
    {
      party,
      ordered,
      feedback,
      orders,
      text: called,
    }: Pick<Visit, 'party' | 'ordered' | 'feedback' | 'orders' | 'text'>,
    hosted: boolean,
  ): Promise<object> => ({
    ...place,
    party,
    ordered,
    // What another is called is that other's.
    calledTonight: hosted ? await text(called) : undefined,
    feedback: [...feedback.values()].map(({ at, ...face }) => ({ ...face, at: when(at) })),
    orders: orders.flatMap(order => state.orders.get(order)?.lines.map(drink) ?? []),
  })

  return {
    venue: venue.name,
    currency: venue.currency,
    exportedAt: when(now),
    member: ownRow(member, nameOf),
    totals: history.totals,
    visits: history.visits.map(({ at, room, drunk, ...visit }) => ({
      ...visit,
      at: when(at),
      room: roomOf(room),
      drunk: drunk.map(drink),
    })),
    // What has not become history yet.
    evenings: await Promise.all([...state.visits.values()].flatMap(visit => evening(visit) ?? [])),
    checkIns: await Promise.all(
      [...state.checkIns.values()]
        .filter(one => is(one.member))
        .map(async ({ at, how, status, text: called }) => ({ at: when(at), how, status, called: await text(called) })),
    ),
    reservations: await Promise.all(
      [...state.reservations.values()]
        .filter(one => is(one.member) || is(one.booker))
        .map(
          async ({ member: whose, arrivesAt, heldUntil, party, room, status, deposit, text: name, phone, note }) => ({
            for: is(whose) ? 'themselves' : 'somebody else',
            arrivesAt: when(arrivesAt),
            heldUntil: when(heldUntil),
            party,
            room: roomOf(room),
            status,
            deposit,
            name: is(whose) ? await text(name) : undefined,
            phone: is(whose) ? await text(phone) : undefined,
            note: is(whose) ? await text(note) : undefined,
          }),
        ),
    ),
    keeps: [...state.keeps.values()]
      .filter(keep => is(keep.member))
      .map(({ item: one, tenths, shelf, label, expiresAt }) => ({
        item: item(one)?.name ?? one,
        tenths,
        shelf,
        label,
        lastDay: lastDayOf({ expiresAt }, venue),
        expiresAt: when(goodUntil({ expiresAt }, venue)),
      })),
    askedToLeave: state.leaving.has(id),
  }
}

/** As it is kept. The code is left out: whoever finds the file would check in by it. */
function ownRow(
  { code, formerly, accountManager, notes, since, ...row }: Member,
  nameOf: (staff: Id | undefined) => string | undefined,
): Readonly<Record<string, unknown>> {
  return {
    ...row,
    since: when(since),
    hasCode: code !== undefined,
    ...(formerly && { formerly: formerly.map(one => one.id) }),
    accountManager: nameOf(accountManager),
    notes: notes.map(({ at, by, text }) => ({ at: when(at), by: nameOf(by), text })),
  }
}

const when = (at: number): string => new Date(at).toISOString()
