/** The 咨客: keeps Mr Wang's room for him, receives who checks in, and brings parties in until the house is as full as it should be. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { CheckInView, RoomView } from '../../../shared/protocol/views/console.ts'
import { choosePartySize, chooseRoom, chooseTariff } from '../choose.ts'
import { createCrew } from '../crew.ts'
import { isWallRoom, type Play, type Role, wallPatienceMs } from '../play.ts'

export interface Desk extends Role {
  /** Undefined until the desk sees the house. */
  rooms(): { readonly occupied: number; readonly inAll: number; readonly wanted: number } | undefined
  /** Members in the house or in the lobby. */
  present(): ReadonlySet<Id>
  /** A check-in of the simulation's own: nobody stands at the kiosk who could say how many they are. */
  expect(checkIn: Id): void
}

export function createDesk(play: Play): Desk {
  const { agenda, chance, cast, tally } = play
  const crew = createCrew(play, cast.desk, look)
  const { link } = crew
  /** Rooms about to be given, until the view shows it. */
  const giving = new Set<Id>()
  let filled = false

  function look(): void {
    if (!crew.onDuty) return
    keepWallRoom()
    for (const checkIn of link.all('checkin')) receive(checkIn)
    answerCalls()
    bringParties()
  }

  const roomsLeft = (): readonly RoomView[] =>
    link.all('room').filter(room => !giving.has(room.id) && !isWallRoom(play, room.id))

  function receive(checkIn: CheckInView): void {
    const { id, offer, joins, party, member } = checkIn
    const forNewcomer = isWallRoom(play, offer) || (member !== undefined && member.id === cast.wall?.member)
    // Who stands at the kiosk is still being asked how many they are.
    const unsaid = party === undefined && joins === undefined
    const after = forNewcomer || unsaid ? wallPatienceMs.seat : agenda.soon(4, 10)
    agenda.plan(`seat/${id}`, after, () => seat(id))
  }

  async function seat(id: Id): Promise<void> {
    const checkIn = link.get('checkin', id)
    if (!checkIn) return
    const { offer, joins, member, party } = checkIn
    const waits = () => link.get('checkin', id) !== undefined
    if (joins !== undefined) return void (await crew.send({ type: 'JoinVisit', checkIn: id, visit: joins }, waits))
    if (offer !== undefined && party !== undefined) {
      const tariff = tariffFor(offer)
      if (tariff !== undefined) await crew.send({ type: 'SeatCheckIn', checkIn: id, room: offer, tariff }, waits)
      return
    }
    await open(member?.id, party)
  }

  async function open(member: Id | undefined, said?: number): Promise<void> {
    const size = said ?? choosePartySize(chance)
    const left = roomsLeft()
    // Rather where the guests have a panel to sing and order at.
    const chosen =
      chooseRoom(
        chance,
        left.filter(room => cast.panels.has(room.id)),
        size,
      ) ?? chooseRoom(chance, left, size)
    const tariff = chosen && tariffFor(chosen.room.id)
    if (!chosen || tariff === undefined) return
    const { room, party } = chosen
    giving.add(room.id)
    const answer = await crew.send({
      type: 'OpenVisit',
      room: room.id,
      tariff,
      party,
      ...(member !== undefined && { member }),
    })
    giving.delete(room.id)
    if (answer?.ok) tally.count('opened')
  }

  function tariffFor(room: Id): Id | undefined {
    const roomClass = link.get('room', room)?.roomClass
    return roomClass === undefined ? undefined : chooseTariff(chance, link.all('tariff'), roomClass)
  }

  /** All that are missing at once when the house is empty, later one after the other as parties come. */
  function bringParties(): void {
    const now = rooms()
    if (!now) return
    const coming = link.all('checkin').length + giving.size
    const missing = now.wanted - now.occupied - coming
    if (missing <= 0) filled = true
    else if (!filled) agenda.plan('fill', 0, () => fill())
    else agenda.plan('next-party', agenda.soon(5, 40), () => open(nextGuest()))
  }

  async function fill(): Promise<void> {
    const now = rooms()
    for (let missing = now ? now.wanted - now.occupied : 0; missing > 0; missing -= 1) await open(nextGuest())
    filled = true
  }

  /** Two parties of three come with a member. */
  function nextGuest(): Id | undefined {
    if (!chance.hit(0.66)) return undefined
    const here = present()
    return chance.sample(cast.regulars, 5).find(({ id }) => !here.has(id))?.id
  }

  function keepWallRoom(): void {
    const { wall } = cast
    const room = wall && link.get('room', wall.room)
    if (!wall?.member || !room || room.visit !== undefined || room.heldFor !== undefined) return
    if (present().has(wall.member)) return
    const { member, party } = wall
    agenda.plan('keep-wall-room', 0, async () => {
      const at = link.now()
      await crew.send({
        type: 'Reserve',
        member,
        party,
        room: room.id,
        roomClass: room.roomClass,
        arrivesAt: at + 30 * minuteMs,
        heldUntil: at + 8 * 60 * minuteMs,
        deposit: true,
      })
    })
  }

  /** Somebody calls from the kiosk; who stands at the wall may want to take it themselves. */
  function answerCalls(): void {
    for (const { id, kiosk, status } of link.all('request')) {
      if (kiosk === undefined) continue
      const is = (wanted: typeof status) => () => link.get('request', id)?.status === wanted
      if (status === 'open')
        agenda.plan(`desk/${id}`, wallPatienceMs.request, () =>
          crew.send({ type: 'TakeRequest', request: id }, is('open')),
        )
      if (status === 'acknowledged')
        agenda.plan(`desk/${id}`, agenda.soon(20, 40), () =>
          crew.send({ type: 'ResolveRequest', request: id, outcome: 'done' }, is('acknowledged')),
        )
    }
  }

  function rooms() {
    if (!crew.onDuty) return undefined
    const all = link.all('room')
    const occupied = all.filter(room => room.visit !== undefined).length
    return { occupied, inAll: all.length, wanted: play.target(all.length) }
  }

  const present = (): ReadonlySet<Id> =>
    new Set([
      ...link.all('visit').flatMap(visit => visit.members.map(({ id }) => id)),
      ...link.all('checkin').flatMap(({ member }) => member?.id ?? []),
    ])

  return {
    look,
    rooms,
    present,
    // Under a key of its own: the view may show the check-in before its reader hears of it.
    expect: id => agenda.plan(`receive/${id}`, agenda.soon(4, 10), () => seat(id)),
    close: link.close,
  }
}

const minuteMs = 60_000
