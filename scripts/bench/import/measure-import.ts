/**
 * A catalogue is imported while people tap and search: from the chosen file to what it would change, from 导入 to the first
 * room that finds a new song, and what the others feel meanwhile; and how long a party waits that comes while a hub spells.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { deviceCookie } from '../../../hub/http/cookies.ts'
import { pieceBytes } from '../../../hub/song-import/uploads.ts'
import type { AnswerOf } from '../../../shared/protocol/queries.ts'
import { demoStaff } from '../../demo/staff.ts'
import { connectDevice, type DeviceClient } from '../../lib/device-client.ts'
import { startHub } from '../child.ts'
import type { Figure } from '../figure.ts'
import { openRooms } from '../open-house.ts'
import { bigCatalogue } from '../search/big-catalogue.ts'
import { percentile } from '../statistics.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { consoles, deskOf, type House, makeHouse, panelOf } from '../venue.ts'
import { songFile } from './song-file.ts'

const section = '导入歌曲 an import of songs, while rooms tap and search'
const panels = 10
/** Longer, and whoever stands at the desk begins to doubt. */
const limits = { told: 20_000, found: 1000, taps: 100, search: 100, opening: 2000 } as const
/** So long before it, for the eye: the same machine with nothing imported. */
const calmMs = 20_000
const newest = '刚刚导入的歌'
const patienceMs = 180_000

export async function measureImport({ folder, scale, progress }: Bench): Promise<Figure[]> {
  const [, size] = scale.songs
  const songs = bigCatalogue(size)
  const file = songFile(songs, newest)
  const house = await makeHouse({ folder, rooms: panels, members: 400, songs })
  progress('a party comes while the catalogue is spelled')
  const opening = await openWhileSpelling(house)
  const hub = await startHub({ folder })
  try {
    await openRooms(house, hub.origin)
    const clients = await Promise.all(Array.from({ length: panels }, (_, at) => panelAt(house, hub.origin, at)))
    await until(async () => (await clients[0]?.query({ type: 'SearchSongs', text: 'a' }))?.ok === true)
    const manager = await signedIn(house, hub.origin)
    progress('what is felt before')
    const calm = feel(clients)
    await pause(calmMs)
    const before = await calm.stop()
    const felt = feel(clients)
    progress('the file is read')
    const since = performance.now()
    await send(hub.origin, house, file)
    const told = await plan(manager, answer => answer.state === 'told')
    const toldMs = performance.now() - since
    progress('it is prepared')
    const { catalogue = '' } = await plan(manager, answer => answer.state === 'told' && answer.ready)
    const readyMs = performance.now() - since
    progress('it is taken')
    const pressed = performance.now()
    const answer = await manager.command({ type: 'ImportSongs', catalogue })
    if (!answer.ok || told.plan.problem !== undefined) throw new Error(`not imported: ${JSON.stringify(answer)}`)
    await until(async () => {
      const found = await clients[0]?.query({ type: 'SearchSongs', text: newest })
      return found?.ok === true && found.value.hits.length > 0
    }, 20)
    const foundMs = performance.now() - pressed
    const { taps, searches } = await felt.stop()
    for (const client of [...clients, manager]) client.close()
    const name = `${size.toLocaleString('en')} rows`
    const row = (what: string, value: number, limit?: number, samples?: number): Figure => ({
      section,
      name: `${name}, ${what}`,
      value,
      unit: 'ms',
      ...(limit !== undefined && { beside: { what: 'limit', value: limit }, atMost: 1 }),
      ...(samples !== undefined && { samples }),
    })
    return [
      row('file chosen → what it would change', toldMs, limits.told),
      row('file chosen → can be taken', readyMs),
      row('导入 → found in a room', foundMs, limits.found),
      row('taps before  p99', percentile(before.taps, 0.99), undefined, before.taps.length),
      row('taps meanwhile  p99', percentile(taps, 0.99), limits.taps, taps.length),
      row('searches before  p99', percentile(before.searches, 0.99), undefined, before.searches.length),
      row('searches meanwhile  p99', percentile(searches, 0.99), limits.search, searches.length),
      row('a party opens while a hub spells', opening, limits.opening),
    ]
  } finally {
    await hub.stop()
  }
}

/** Nothing is spelled on this disk yet: a hub just started is asked for a room at once. */
async function openWhileSpelling(house: House): Promise<number> {
  await rm(join(house.folder, 'index'), { recursive: true, force: true })
  const hub = await startHub({ folder: house.folder })
  try {
    const desk = await connectDevice({ origin: hub.origin, device: deskOf(0), token: house.tokens[deskOf(0)] ?? '' })
    const lin = demoStaff.find(({ role }) => role === 'desk')
    const [room] = house.rooms
    if (!lin || !room) throw new Error('nobody works at the desk')
    await desk.command({ type: 'SignIn', staff: lin.id, pin: lin.pin })
    const since = performance.now()
    const opened = await desk.command({ type: 'OpenVisit', room: room.id, tariff: `${room.roomClass}-timed`, party: 4 })
    const took = performance.now() - since
    if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened)}`)
    await desk.command({ type: 'SettleVisit', visit: String(opened.result.visit) })
    await desk.command({ type: 'CloseVisit', visit: String(opened.result.visit) })
    await desk.command({ type: 'CleanRoom', room: room.id })
    desk.close()
    return took
  } finally {
    await hub.stop()
  }
}

const panelAt = (house: House, origin: string, at: number): Promise<DeviceClient> =>
  connectDevice({ origin, device: panelOf(at), token: house.tokens[panelOf(at)] ?? '' })

async function signedIn(house: House, origin: string): Promise<DeviceClient> {
  const device = consoles.manager
  const client = await connectDevice({ origin, device, token: house.tokens[device] ?? '' })
  const manager = demoStaff.find(({ role }) => role === 'manager')
  if (!manager) throw new Error('nobody manages')
  const answer = await client.command({ type: 'SignIn', staff: manager.id, pin: manager.pin })
  if (!answer.ok) throw new Error(`not signed in: ${JSON.stringify(answer)}`)
  return client
}

async function send(origin: string, { tokens }: House, file: Uint8Array): Promise<void> {
  const device = consoles.manager
  const [cookie = ''] = deviceCookie(device, tokens[device] ?? '', false).split(';')
  for (let at = 0; at < file.length; at += pieceBytes) {
    const answer = await fetch(`${origin}/songs-file/${device}/ubench/${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', cookie, origin },
      body: Buffer.from(file.subarray(at, at + pieceBytes)),
    })
    if (!answer.ok) throw new Error(`a piece was refused: ${answer.status}`)
  }
}

type Told = Extract<AnswerOf['PlanSongs'], { state: 'told' }>

async function plan(manager: DeviceClient, enough: (answer: AnswerOf['PlanSongs']) => boolean): Promise<Told> {
  let told: Told | undefined
  await until(async () => {
    const answer = await manager.query({ type: 'PlanSongs', upload: 'ubench', file: '曲库.csv', absent: 'keep' })
    if (!answer.ok) throw new Error(`the file is gone: ${JSON.stringify(answer.refusal)}`)
    if (answer.value.state === 'told' && enough(answer.value)) told = answer.value
    return told !== undefined
  }, 200)
  if (!told) throw new Error('never told')
  return told
}

/** Each room taps and searches once a second until it is stopped. */
function feel(clients: readonly DeviceClient[]) {
  const taps: number[] = []
  const searches: number[] = []
  let over = false
  const once = async (into: number[], ask: () => Promise<unknown>) => {
    const since = performance.now()
    await ask().then(
      () => into.push(performance.now() - since),
      () => into.push(Number.POSITIVE_INFINITY),
    )
  }
  const rooms = clients.map(async (client, at) => {
    await pause(at * 90)
    for (let turn = 0; !over; turn += 1) {
      const visit = visitOf(client)
      await once(taps, () =>
        client.command({ type: 'SetDoNotDisturb', on: turn % 2 === 0 }, visit === undefined ? {} : { visit }),
      )
      await once(searches, () => client.query({ type: 'SearchSongs', text: keys[turn % keys.length] ?? 'a' }))
      await pause(900)
    }
  })
  return {
    async stop() {
      over = true
      await Promise.all(rooms)
      return { taps, searches }
    },
  }
}

const keys = ['wb', 'wenbie', '朋友', 'qt', 'hello', 'zjl']

function visitOf(client: DeviceClient): string | undefined {
  const view = client.slice('visit')
  return typeof view === 'object' && view !== null && 'id' in view && typeof view.id === 'string' ? view.id : undefined
}

async function until(what: () => Promise<boolean>, everyMs = 100): Promise<void> {
  for (const end = performance.now() + patienceMs; performance.now() < end; ) {
    if (await what().catch(() => false)) return
    await pause(everyMs)
  }
  throw new Error('waited too long')
}
