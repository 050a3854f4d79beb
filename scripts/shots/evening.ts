/** The evening that the pictures show: other rooms drink and call, Mr Wang is led to V08, orders, and complains. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Service } from '../../shared/protocol/words.ts'
import { wallRoom } from '../demo/devices.ts'
import { loadSongs } from '../demo/songs/load-songs.ts'
import { type Hand, holdDevice } from './hand.ts'
import type { House } from './house.ts'
import { type Lines, placeOrder } from './place-order.ts'

const second = 1000

export interface Evening {
  /** Rooms with a party, in the order of their names. */
  readonly busy: readonly Id[]
  /** The desk gives Mr Wang, who waits in the lobby, his room; his party sings, drinks and calls. */
  seatWang(): Promise<void>
  /** Whoever waits at the desk is waved through, so that the lobby is free for the next. */
  clearLobby(): Promise<void>
  /** Once he sits in his room. */
  wangsVisit(): Promise<Id>
  close(): void
}

export async function playEvening(house: House): Promise<Evening> {
  const desk = await signedIn(house, 'd1-simdesk', 'desk')
  const manager = await signedIn(house, 'd1-simmanager', 'manager')
  const bar = await holdDevice(house, 'console', 'd1-simbar')
  const floor = await holdDevice(house, 'console', 'd1-simfloor')
  const busy = desk
    .all('visit')
    .map(({ room }) => room)
    .sort()
  const room = (at: number) => busy[at % busy.length] ?? ''
  // Of the room that a page is opened for later nobody else holds the panel.
  const panels = new Map(
    await Promise.all(
      busy
        .filter(id => id !== wallRoom)
        .map(async id => [id, await holdDevice(house, 'panel', `d1-panel${id}`)] as const),
    ),
  )

  async function drinkAndCall(): Promise<void> {
    await order(room(0), [
      { item: 'hennessy-vsop', qty: 1 },
      { item: 'soda-water', qty: 6 },
    ])
    await house.turn(10 * second)
    await acceptAll()
    await house.turn(100 * second)
    await call(room(9), 'ice')
    await order(room(3), [
      { item: 'tsingtao-pure-12', qty: 1 },
      { item: 'popcorn-chicken', qty: 1 },
      { item: 'fries', qty: 2 },
    ])
    await house.turn(20 * second)
    await acceptAll()
    await inRoom(room(6), (panel, visit) => panel.tap({ type: 'Complain', category: 'delay' }, visit))
    await house.turn(25 * second)
    await order(room(12), [
      { item: 'mojito', qty: 2, options: ['less-ice'] },
      { item: 'long-island', qty: 1 },
      { item: 'fruit-medium', qty: 1 },
    ])
    await call(room(15), 'cups')
    await takeIce()
    await house.turn(18 * second)
    await order(room(17), [
      { item: 'corona-12', qty: 2 },
      { item: 'chicken-wings', qty: 1 },
    ])
    await call(room(18), 'lights')
    await house.turn(12 * second)
    await walkIn()
    await house.turn(8 * second)
  }

  const order = (id: Id, lines: Lines) => inRoom(id, (panel, visit) => placeOrder(house, panel, visit, lines))
  const call = (id: Id, service: Service) =>
    inRoom(id, (panel, visit) => panel.tap({ type: 'CallService', service }, visit))

  async function inRoom(id: Id, act: (panel: Hand<'panel'>, visit: Id) => Promise<unknown>): Promise<void> {
    const held = panels.get(id)
    const panel = held ?? (await holdDevice(house, 'panel', `d1-panel${id}`))
    const visit = await panel.sees('its visit', () => panel.one('visit'))
    await act(panel, visit.id)
    if (!held) panel.close()
  }

  async function acceptAll(): Promise<void> {
    for (const { id } of bar.all('order').filter(({ status }) => status === 'placed'))
      await bar.tap({ type: 'AcceptOrder', order: id, as: 'st1-tang' })
  }

  async function takeIce(): Promise<void> {
    const ice = await floor.sees('the ice', () =>
      floor.all('request').find(({ what }) => what.kind === 'service' && what.service === 'ice'),
    )
    await floor.tap({ type: 'TakeRequest', request: ice.id, as: 'st1-zhao' })
    await floor.tap({ type: 'GoToRequest', request: ice.id, as: 'st1-zhao' })
  }

  async function walkIn(): Promise<void> {
    const kiosk = await holdDevice(house, 'kiosk', 'd1-kiosk')
    await kiosk.tap({ type: 'WalkIn', party: 4, called: '陈小姐' })
    kiosk.close()
  }

  async function seatWang(): Promise<void> {
    const waiting = await desk.sees('Mr Wang', () => desk.all('checkin').find(({ offer }) => offer === wallRoom))
    const tariff = desk
      .all('tariff')
      .find(({ roomClass, kind, priceNow }) => roomClass === 'vip' && kind === 'timed' && priceNow !== undefined)
    await desk.tap({ type: 'SeatCheckIn', checkIn: waiting.id, room: wallRoom, tariff: tariff?.id ?? 'vip-timed' })
    await house.turn(40 * second)
    await inRoom(wallRoom, async (panel, visit) => {
      await panel.tap({ type: 'BeginSongs' }, visit)
      await panel.sees('the playlist', () => panel.one('playlist')?.playing)
      for (const song of songsOf('海阔天空', '后来', 'Hotel California'))
        await panel.tap({ type: 'AddSong', song }, visit)
      await placeOrder(house, panel, visit, [
        { item: 'chivas-12', qty: 1 },
        { item: 'green-tea', qty: 6 },
        { item: 'fruit-deluxe', qty: 1 },
      ])
      await house.turn(12 * second)
      await acceptAll()
      const usual = bar.all('order').find(({ room: of }) => of === wallRoom)
      await house.turn(50 * second)
      if (usual) await bar.tap({ type: 'DeliverOrder', order: usual.id, as: 'st1-tang' })
      await panel.tap({ type: 'CallService', service: 'ice' }, visit)
      await panel.tap({ type: 'CallService', service: 'cups' }, visit)
      await panel.tap({ type: 'Complain', category: 'audio' }, visit)
      await house.turn(9 * second)
      await answer(panel)
    })
  }

  /** 小陈 is on the way with the ice; the manager has the complaint. */
  async function answer(panel: Hand<'panel'>): Promise<void> {
    const own = () => floor.all('request').filter(request => request.room === wallRoom)
    const ice = own().find(({ what }) => what.kind === 'service' && what.service === 'ice')
    const complaint = manager.all('request').find(({ room: of, what }) => of === wallRoom && what.kind === 'complaint')
    if (ice) {
      await floor.tap({ type: 'TakeRequest', request: ice.id, as: 'st1-chen' })
      await floor.tap({ type: 'GoToRequest', request: ice.id, as: 'st1-chen' })
    }
    if (complaint) await manager.tap({ type: 'TakeRequest', request: complaint.id })
    await panel.sees('who is coming', () => panel.all('request').find(({ onTheWay }) => onTheWay))
  }

  async function clearLobby(): Promise<void> {
    for (const { id } of desk.all('checkin')) await desk.tap({ type: 'DismissCheckIn', checkIn: id })
  }

  await drinkAndCall()

  return {
    busy,
    seatWang,
    clearLobby,
    wangsVisit: () => desk.sees('his visit', () => desk.all('visit').find(({ room }) => room === wallRoom)?.id),
    close() {
      for (const hand of [desk, manager, bar, floor, ...panels.values()]) hand.close()
    },
  }
}

async function signedIn(house: House, device: Id, role: string): Promise<Hand<'console'>> {
  const hand = await holdDevice(house, 'console', device)
  const person = house.keys.pins.find(one => one.role === role)
  if (!person) throw new Error(`nobody is ${role}`)
  await hand.tap({ type: 'SignIn', staff: person.staff, pin: person.pin })
  await hand.sees('the house', () => hand.all('room')[0])
  return hand
}

function songsOf(...titles: readonly string[]): Id[] {
  const all = loadSongs()
  return titles.flatMap(title => all.find(song => song.title === title)?.id ?? [])
}
