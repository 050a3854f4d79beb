/**
 * Parties on a hub in this process, one after the other in every room: each comes by card, sings, drinks, calls, pays and
 * goes. Always the same taps, and the hub accepts every one of them.
 */
import type { Principal } from '../../../hub/domain/principal.ts'
import type { ToldClock } from '../../../hub/system/told-clock.ts'
import type { VenueHub } from '../../../hub/venue-hub.ts'
import type { Result } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { services } from '../../../shared/protocol/words.ts'
import { loadStandards } from '../../demo/songs/load-songs.ts'
import { demoVenue } from '../../demo/venue.ts'
import { steadyDrinks } from '../steady-drinks.ts'
import type { Play } from './job.ts'

export interface Evening {
  /** `atOnce` of them beside each other. Who still sits in a room has gone before the next party comes. */
  play(asked: Play): Promise<Spent>
}

export interface Spent {
  readonly commands: number
  /** Of this process with all its threads, while the commands were under way: what time brings by itself is left out. */
  readonly cpuMs: number
}

export interface Crew {
  readonly kiosk: Principal
  readonly desk: Principal
  readonly bar: Principal
  readonly floor: Principal
}

export interface EveningRoom {
  readonly id: string
  readonly roomClass: string
  readonly panel: string
}

const songsEach = 8
const ordersEach = 3
const callsEach = 2
const { undoOrderMs } = demoVenue.policy
/** Some 20 µs. */
const betweenLooks = 20_000
/** Two cards in a shorter time are in one hand. */
const nextTouchMs = 1000

export function createEvening(deps: {
  hub: Pick<VenueHub, 'submit'>
  clock: ToldClock
  crew: Crew
  rooms: readonly EveningRoom[]
  /** More than there are rooms: nobody comes again who has not gone. */
  cards: readonly string[]
}): Evening {
  const { hub, clock, crew, rooms, cards } = deps
  const songs = loadStandards().map(({ song }) => song.id)
  const drinks = steadyDrinks()
  /** By room. */
  const here = new Map<string, string>()
  let came = 0
  let commands = 0
  let apartMs = 0
  let idledMs = 0
  let idle = 1

  /** What time brings by itself is left out, and so is its rubbish: in a large house more songs end meanwhile. */
  async function turn(ms: number): Promise<void> {
    await clock.turn(ms)
    globalThis.gc?.({ type: 'minor' })
  }

  /**
   * Awake all the time: what it finds afterwards in the processor's caches is what is left, and no matter of its sleep. The clock
   * is looked at seldom: each look is a number in memory, and a thousand of them would be what sweeps the caches.
   */
  function standApart(): void {
    const since = process.cpuUsage()
    const until = performance.now() + apartMs
    while (performance.now() < until) for (let turn = 0; turn < betweenLooks; turn++) idle = Math.imul(idle, turn) + 1
    idledMs += msOf(process.cpuUsage(since))
  }

  async function tell(by: Principal, command: PeopleCommand, visit?: string): Promise<Result> {
    commands += 1
    if (apartMs > 0) standApart()
    const answer = await hub.submit(by, { tappedAt: clock.now(), ...(visit !== undefined && { visit }), command })
    if (!answer.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(answer.refusal)}`)
    return answer.result
  }

  async function leave(room: string): Promise<void> {
    const visit = here.get(room)
    if (visit === undefined) return
    await tell(crew.desk, { type: 'SettleVisit', visit })
    await tell(crew.desk, { type: 'CloseVisit', visit })
    await tell(crew.floor, { type: 'CleanRoom', room })
  }

  /** Who was there goes; answers the check-in of whoever comes. */
  async function touch(party: number): Promise<string> {
    await leave(at(rooms, party).id)
    return named((await tell(crew.kiosk, { type: 'TouchCard', card: at(cards, party) })).checkIn)
  }

  /** Answers its orders, which stand open. */
  async function sit(party: number, checkIn: string): Promise<string[]> {
    const { id: room, roomClass, panel: device } = at(rooms, party)
    const seat: PeopleCommand = { type: 'SeatCheckIn', checkIn, room, tariff: `${roomClass}-timed` }
    const visit = named((await tell(crew.desk, seat)).visit)
    here.set(room, visit)
    const panel: Principal = { kind: 'panel', device, room }
    for (let n = 0; n < songsEach; n++)
      await tell(panel, { type: 'AddSong', song: at(songs, party * songsEach + n) }, visit)
    const orders: string[] = []
    for (let n = 0; n < ordersEach; n++) {
      const { item, price } = at(drinks, party + n)
      const lines = [{ item, qty: 1 + n }]
      const placed = await tell(panel, { type: 'PlaceOrder', source: 'menu', lines, seen: price * (1 + n) }, visit)
      orders.push(named(placed.order))
    }
    for (let n = 0; n < callsEach; n++) {
      const { request: asked } = await tell(panel, { type: 'CallService', service: at(services, party + n) }, visit)
      const request = named(asked)
      await tell(crew.floor, { type: 'TakeRequest', request, as: 'st1-chen' })
      await tell(crew.floor, { type: 'ResolveRequest', request, outcome: 'done', as: 'st1-chen' })
    }
    return orders
  }

  async function serve(orders: readonly string[]): Promise<void> {
    for (const order of orders) {
      await tell(crew.bar, { type: 'AcceptOrder', order, as: 'st1-tang' })
      await tell(crew.bar, { type: 'DeliverOrder', order, as: 'st1-tang' })
      await tell(crew.desk, { type: 'TickOrder', order, ticked: true })
    }
  }

  return {
    async play({ parties, atOnce, stayMs, ...asked }) {
      const before = commands
      apartMs = asked.apartMs
      idledMs = 0
      let cpuMs = 0
      const spend = async <T>(work: () => Promise<T>): Promise<T> => {
        const since = process.cpuUsage()
        const done = await work()
        cpuMs += msOf(process.cpuUsage(since))
        return done
      }
      for (let left = parties; left > 0; left -= atOnce) {
        const group = Array.from({ length: Math.min(atOnce, left, rooms.length) }, () => came++)
        const arrived: { readonly party: number; readonly checkIn: string }[] = []
        for (const party of group) {
          arrived.push({ party, checkIn: await spend(() => touch(party)) })
          await turn(nextTouchMs)
        }
        const orders = await spend(() => Promise.all(arrived.map(({ party, checkIn }) => sit(party, checkIn))))
        // A guest may take an order back so long.
        await turn(undoOrderMs + 1000)
        await spend(() => Promise.all(orders.map(serve)))
        if (stayMs > 0) await turn(stayMs)
      }
      return { commands: commands - before, cpuMs: cpuMs - idledMs }
    },
  }
}

const msOf = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000

function at<T>(all: readonly T[], index: number): T {
  const found = all[index % all.length]
  if (found === undefined) throw new RangeError('none')
  return found
}

function named(value: unknown): string {
  if (typeof value !== 'string') throw new Error('no id in the answer')
  return value
}
