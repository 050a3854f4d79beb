/** The evening so far, before anybody looks: reservations, parties in most rooms, their songs and rounds, told to a real hub. */
import type { MemberFacts } from '../../hub/domain/member/member.ts'
import type { Principal } from '../../hub/domain/principal.ts'
import { bandAt } from '../../hub/domain/visit/tariff.ts'
import type { Files } from '../../hub/ports.ts'
import { createToldClock } from '../../hub/system/told-clock.ts'
import type { Result } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { wallRoom } from './devices.ts'
import { demoReservations } from './members/reservations.ts'
import { demoMenu } from './menu/menu.ts'
import { type Chance, createChance } from './random.ts'
import { loadStandards } from './songs/load-songs.ts'
import { openToldHub, signIn } from './told-hub.ts'
import { demoVenue } from './venue.ts'

const minute = 60_000
/** The first party came so long ago. */
const evening = 110 * minute

export interface EveningOptions {
  readonly files: Files
  readonly folder: string
  readonly now: number
  readonly members: readonly MemberFacts[]
  /** Of the rooms; 0 for a house where nobody is yet. */
  readonly occupied: number
}

export async function openEvening({ files, folder, now, members, occupied }: EveningOptions): Promise<void> {
  const chance = createChance('evening')
  const clock = createToldClock(now - evening)
  const hub = await openToldHub({ files, folder, clock })
  const desk = await signIn(hub, 'd1-simdesk', 'st1-lin', 'desk')
  const tell = async (by: Principal, command: PeopleCommand, visit?: string) => {
    const answer = await hub.submit(by, { tappedAt: clock.now(), ...(visit !== undefined && { visit }), command })
    return answer.ok ? answer.result : undefined
  }

  const guests = chance.sample(members.slice(30), Math.round(demoVenue.rooms.length * occupied))
  const rooms = chance.sample(
    demoVenue.rooms.filter(({ id }) => id !== wallRoom),
    guests.length,
  )
  // A chance of its own: with whom the evening is and what they drink stays as it was.
  const looks = createChance('first song')
  for (const [index, room] of rooms.entries()) {
    // Nobody sings in the moment in which the door opens.
    const looking = looks.between(20, 100) * 1000
    await clock.turn(Math.floor(evening / (rooms.length + 1)) - minute - looking)
    const roomClass = demoVenue.classes.find(({ id }) => id === room.roomClass)
    const tariff = tariffFor(room.roomClass, clock.now())
    const known = chance.hit(0.55) ? guests[index]?.member : undefined
    const opened = await tell(desk, {
      type: 'OpenVisit',
      room: room.id,
      tariff,
      party: chance.between(2, roomClass?.capacity ?? 4),
      ...(known && { member: known.id }),
    })
    const visit = opened?.visit
    if (typeof visit !== 'string') continue
    await clock.turn(looking)
    const order = await firstRound(tell, chance, { kind: 'panel', device: `d1-panel${room.id}`, room: room.id }, visit)
    if (order === undefined) continue
    await clock.turn(demoVenue.policy.undoOrderMs + 4_000)
    await tell(bar, { type: 'AcceptOrder', order, as: barkeeper })
    await clock.turn(minute)
    await tell(bar, { type: 'DeliverOrder', order, as: barkeeper })
    await tell(desk, { type: 'TickOrder', order, ticked: true })
  }
  await clock.turn(Math.max(0, now - clock.now()))
  // Agreed before the evening: somebody is late by now.
  for (const reservation of aroundNow(members, now))
    await hub.submit(desk, { tappedAt: now - evening, command: { type: 'Reserve', ...reservation } })
  await hub.stop()
}

type Tell = (by: Principal, command: PeopleCommand, visit?: string) => Promise<Result | undefined>

const bar: Principal = { kind: 'station', device: 'd1-simbar', station: 'bar' }
const barkeeper = 'st1-tang'

/** A few songs of the party's own, and something to drink. */
async function firstRound(tell: Tell, chance: Chance, panel: Principal, visit: string): Promise<string | undefined> {
  for (const { song } of chance.sample(loadStandards().slice(0, 120), chance.between(2, 6)))
    await tell(panel, { type: 'AddSong', song: song.id }, visit)
  const drinks = demoMenu.items.filter(
    ({ again, price, prices, components }) => again && price < 30_000 && prices.length === 0 && components.length === 0,
  )
  const lines = chance
    .sample(drinks, chance.between(1, 3))
    .map(({ id, price }) => ({ item: id, qty: chance.between(1, 3), price }))
  const seen = lines.reduce((sum, { qty, price }) => sum + qty * price, 0)
  const placed = await tell(
    panel,
    { type: 'PlaceOrder', source: 'menu', lines: lines.map(({ item, qty }) => ({ item, qty })), seen },
    visit,
  )
  return typeof placed?.order === 'string' ? placed.order : undefined
}

/** The book moves to the hour in which the demo is opened, so that Mr Wang is expected whenever somebody looks. */
function aroundNow(members: readonly MemberFacts[], now: number) {
  const book = demoReservations(members, now)
  const [wangs] = book
  const moved = wangs ? now + 20 * minute - wangs.arrivesAt : 0
  return book.map(entry => ({
    ...entry,
    arrivesAt: entry.arrivesAt + moved,
    heldUntil: entry.arrivesAt + moved + (entry === wangs ? 10 * 60 : 45) * minute,
  }))
}

const tariffFor = (roomClass: string, at: number): string => {
  const sold = demoVenue.tariffs.filter(
    tariff => tariff.roomClass === roomClass && bandAt(tariff.bands, at, demoVenue) !== undefined,
  )
  return (sold.find(({ kind }) => kind === 'block') ?? sold[0])?.id ?? `${roomClass}-timed`
}
