/** A real hub, a real mpv, and sound files made here: what the room's panel sees. */
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, expect, it, vi } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import type { PlaylistView } from '../../shared/protocol/views/panel.ts'
import { loadDemoKeys } from '../demo/keys.ts'
import { seedDemo } from '../demo/seed.ts'
import { connectDevice, type DeviceClient } from '../lib/device-client.ts'
import { createServedHub } from '../lib/served-hub.testing.ts'
import { connectMpv } from './mpv-ipc.ts'
import { readOptions } from './options.ts'
import { run } from './run.ts'

const hasMpv = spawnSync('mpv', ['--version']).status === 0
const files = createNodeFiles()
const wait = { timeout: 20_000, interval: 50 }
const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A second of silence per second: what a KTV file is to mpv. */
function wav(seconds: number): Buffer {
  const rate = 8000
  const bytes = Math.round(rate * seconds) * 2
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + bytes, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes, 40)
  return Buffer.concat([head, Buffer.alloc(bytes)])
}

const Room = v.object({ name: v.string(), roomClass: v.string() })
const Opened = v.object({ visit: v.string() })

async function tell(client: DeviceClient, command: Parameters<DeviceClient['command']>[0], visit?: string) {
  const answer = await client.command(command, visit === undefined ? {} : { visit })
  if (!answer.ok) throw new Error(`${command.type}: ${answer.refusal.refused}`)
  return answer.result
}

it.skipIf(!hasMpv)(
  'plays the room’s queue by mpv, over its death, a crash of its own and a restart of the hub (skipped where mpv is not installed)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cm-player-'))
    stops.push(() => rm(folder, { recursive: true, force: true }))
    await seedDemo({ files, folder, now: Date.now(), members: 1, history: 'none', occupied: 0 })
    const hub = await createServedHub(folder)
    stops.push(() => hub.stop())
    const { origin } = hub
    const keys = await loadDemoKeys(files, folder)
    const connect = async (device: string) => {
      const client = await connectDevice({ origin, device, token: keys?.tokens[device] ?? '', reconnection: true })
      stops.push(() => client.close())
      return client
    }
    const manager = keys?.pins.find(({ role }) => role === 'manager')
    if (!manager) throw new Error('no manager')
    const desk = await connect('d1-simmanager')
    await tell(desk, { type: 'SignIn', staff: manager.staff, pin: manager.pin })
    await vi.waitFor(() => expect(desk.slices('room/').size).toBeGreaterThan(1), wait)
    const free = await desk.query({ type: 'FreeRooms', party: 2 })
    const room = free.ok ? free.value.rooms.find(id => keys?.tokens[`d1-panel${id}`] !== undefined) : undefined
    const { name, roomClass } = v.parse(Room, desk.slice(`room/${room}`))
    const opening = { type: 'OpenVisit', room: room ?? '', tariff: `${roomClass}-timed`, party: 2 } as const
    const { visit } = v.parse(Opened, await tell(desk, opening))
    const panel = await connect(`d1-panel${room}`)
    const playlist = () => panel.slice('playlist') as PlaylistView
    const found = await panel.query({ type: 'SearchSongs', text: '' })
    if (!found.ok) throw new Error('no songs')
    const [one, gone, two, three] = found.value.hits
    if (!one || !gone || !two || !three) throw new Error('four songs')

    const songs = join(folder, 'songs')
    await mkdir(songs)
    await writeFile(join(songs, `${one.artist} - ${one.title}.wav`.replaceAll('/', '')), wav(0.8))
    await writeFile(join(songs, `${two.song}.wav`), wav(6))
    await writeFile(join(songs, `${three.title}-${three.artist}-x.wav`.replaceAll('/', '')), wav(2.5))
    for (const { song } of [one, gone, two, three]) await tell(panel, { type: 'AddSong', song }, visit)
    const state = join(folder, 'player.json')
    const options = readOptions([
      ...['--songs', songs, '--room', name, '--state', state],
      ...['--mpv-arg=--ao=null', '--mpv-arg=--vo=null', '--mpv-arg=--no-config'],
    ])
    if (!('songs' in options)) throw new Error('options')
    const said: string[] = []
    const paired = { origin, device: 'd1-player', token: keys?.tokens['d1-player'] ?? '' }
    const start = () =>
      run({
        paired,
        options,
        say: text => void said.push(text(((key: string) => key) as Parameters<typeof text>[0])),
        keep: () => Promise.resolve(),
        unpaired: () => said.push('unpaired'),
      })
    const player = await start()
    stops.push(() => player.stop())

    // The first is sung, the second has no file, the third plays.
    await vi.waitFor(() => expect(playlist().playing?.song).toBe(two.song), wait)
    expect(playlist().sung.map(({ song, missing }) => [song, missing])).toEqual([
      [gone.song, true],
      [one.song, undefined],
    ])
    await vi.waitFor(() => expect(playlist().playing?.lengthMs).toBe(6000), wait)

    // mpv dies, and the hub is started again meanwhile: the song goes on.
    const mpv = await connectMpv(join(folder, 'mpv-d1-player.sock'), {
      event: () => undefined,
      gone: () => undefined,
      answerMs: 5000,
    })
    const pid = await mpv.ask('get_property', 'pid')
    process.kill(Number(pid), 'SIGKILL')
    await hub.restart()
    await vi.waitFor(() => expect(said).toContain('player.mpv.died'), wait)
    expect(playlist().playing?.song).toBe(two.song)

    await vi.waitFor(
      () => expect(playlist().sung.map(({ song }) => song)).toEqual([three, two, gone, one].map(({ song }) => song)),
      wait,
    )
    expect(playlist().playing).toBeUndefined()
    expect(hub.errors()).toEqual([])
  },
  90_000,
)
