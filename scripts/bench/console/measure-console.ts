/** What staff wait for: a guest's call until it is drawn on a console, with twenty of them open, and a member until found. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { services } from '../../../shared/protocol/words.ts'
import { demoStaff } from '../../demo/staff.ts'
import { connectDevice, type DeviceClient } from '../../lib/device-client.ts'
import { startHub } from '../child.ts'
import type { Figure } from '../figure.ts'
import { openRooms } from '../open-house.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { patienceMs } from '../taps/target.ts'
import { timesOf } from '../times-of.ts'
import { consoles, type House, makeHouse, panelOf, watcherOf, watchers } from '../venue.ts'
import { openConsole } from './console-screen.ts'

const rooms = 40
const limits = { painted: 300, search: 50 } as const
const counts = { full: { calls: 200, searches: 300 }, quick: { calls: 20, searches: 30 } } as const
/** Before the first that counts: code is cold once. */
const warmUp = 10
const everyMs = 120

const section = '工作台 consoles, as staff wait for them'
const how =
  'a call: tap on a panel → hub, durable → console at 1440x900 in Chromium without a GPU: the task after the frame that first has it. A member: over the socket, by name, pinyin, phone or card'

const Named = v.object({ id: v.string() })

export async function measureConsole({ folder, scale, progress }: Bench): Promise<Figure[]> {
  const [, members] = scale.members
  const { calls, searches } = scale.quick ? counts.quick : counts.full
  await mkdir(folder, { recursive: true })
  progress(`${members.toLocaleString('en')} members`)
  const house = await makeHouse({ folder: join(folder, 'house'), rooms, members, songs: [] })
  const hub = await startHub({ folder: house.folder })
  try {
    await openRooms(house, hub.origin)
    const others = await Promise.all(
      Array.from({ length: watchers }, (_, at) => open(house, hub.origin, watcherOf(at))),
    )
    progress('a member is looked for')
    const found = await search(house, hub.origin, searches, members)
    progress(`calls, ${watchers + 1} consoles`)
    const painted = await call(house, hub.origin, calls)
    for (const client of others) client.close()
    const figure = timesOf(section, how)
    const called = `a call drawn, ${watchers + 1} consoles open`
    const sought = `a member found among ${members.toLocaleString('en')}`
    return [
      figure(called, painted, 0.5),
      figure(called, painted, 0.99, limits.painted),
      figure(sought, found, 0.5),
      figure(sought, found, 0.99, limits.search),
    ]
  } finally {
    await hub.stop()
  }
}

const open = ({ tokens }: House, origin: string, device: string): Promise<DeviceClient> =>
  connectDevice({ origin, device, token: tokens[device] ?? '' })

/** One call after the other, each withdrawn once it was seen: a flood would be folded, and is another thing. */
async function call(house: House, origin: string, count: number): Promise<number[]> {
  const screen = await openConsole(origin, consoles.floor, house.tokens[consoles.floor] ?? '')
  const panels = await Promise.all(Array.from({ length: rooms }, (_, at) => open(house, origin, panelOf(at))))
  const latencies: number[] = []
  try {
    for (let at = 0; at < count + warmUp; at += 1) {
      const panel = panels[at % rooms]
      if (!panel) break
      const visit = v.parse(Named, panel.slice('visit')).id
      const since = performance.timeOrigin + performance.now()
      const answer = await panel.command(
        { type: 'CallService', service: services[at % services.length] ?? 'ice' },
        { visit },
      )
      if (!answer.ok) throw new Error(`a call was refused: ${JSON.stringify(answer)}`)
      const request = String(answer.result.request)
      const seen = await screen.painted(request, patienceMs)
      if (at >= warmUp) latencies.push(seen === undefined ? Number.POSITIVE_INFINITY : seen - since)
      await panel.command({ type: 'WithdrawRequest', request }, { visit })
      await pause(everyMs)
    }
    return latencies
  } finally {
    for (const panel of panels) panel.close()
    await screen.close()
  }
}

/** By what a desk types, after each key. */
async function search(house: House, origin: string, count: number, members: number): Promise<number[]> {
  const manager = await open(house, origin, consoles.manager)
  const person = demoStaff.find(({ role }) => role === 'manager')
  const signedIn = person && (await manager.command({ type: 'SignIn', staff: person.id, pin: person.pin }))
  if (!signedIn?.ok) throw new Error('the manager could not sign in')
  const named = house.guests.flatMap(({ called, card }) => [called.slice(0, 1), called, card.slice(-4), card])
  // From all over the house, not only its first members.
  const apart = Math.max(1, Math.floor(named.length / 100))
  const texts = [...typed, ...named.filter((_, index) => index % apart === 0)]
  const latencies: number[] = []
  let hits = 0
  for (let at = 0; at < count + warmUp; at += 1) {
    const since = performance.now()
    const answer = await manager.query({ type: 'SearchMembers', text: texts[at % texts.length] ?? 'wang' })
    if (at >= warmUp) latencies.push(performance.now() - since)
    if (answer.ok) hits += answer.value.hits.length
    await pause(everyMs / 4)
  }
  manager.close()
  if (hits === 0) throw new Error(`nobody was found among ${members} members`)
  return latencies
}

const typed = ['w', 'wa', 'wang', 'wangz', '王', '138', '1380', 'lizong', '李总', 'zhang', '6688', 'chenxj']
