/** The cast of a venue of one's own: its devices are paired on the ordinary path, by the six characters a manager types. */
import { join } from 'node:path'
import * as v from 'valibot'
import type { Files } from '../../hub/ports.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { RoomView, StaffView } from '../../shared/protocol/views/console.ts'
import { claimDevice } from '../lib/device-client.ts'
import { askForCode, fetchToken } from './ask-to-pair.ts'
import type { Cast } from './cast.ts'
import { type Credentials, createLink, type Link, type TokenKeeper } from './link.ts'
import type { Regular } from './regulars.ts'
import { createTally } from './tally.ts'

export interface PairOptions {
  readonly files: Files
  readonly folder: string
  readonly origin: string
  /** One-time link of a console. */
  readonly link: string
  /** Id or name of a manager or owner. */
  readonly staff: string
  readonly pin: string
  /** Rooms that get a simulated panel; absent: 60 %. */
  readonly rooms?: number
  readonly progress: (what: string, done: number, of: number) => void
  readonly waiting: (ms: number) => void
}

const Credential = v.object({ device: v.string(), token: v.string() })
const Kept = v.object({
  /** Who signs in. The PIN is asked for at each start: the hub keeps only its hash, and so must we. */
  staff: v.string(),
  /** By what they are: `desk`, `manager`, `bar`, `floor`, `player`, `reader`, `panel/<room>`. */
  devices: v.record(v.string(), Credential),
})
type Kept = v.InferOutput<typeof Kept>

const pathOf = (folder: string) => join(folder, 'secrets', 'simulation.json')

/** Undefined: nothing was paired here yet. */
export async function loadPairedCast(
  files: Files,
  folder: string,
  pin: string,
  regulars: readonly Regular[],
): Promise<Cast | undefined> {
  const kept = await readKept(files, folder)
  return kept && castOf(kept, pin, regulars)
}

async function readKept(files: Files, folder: string): Promise<Kept | undefined> {
  const content = await files.read(pathOf(folder))
  return content && v.parse(v.pipe(v.string(), v.parseJson(), Kept), content.toString('utf8'))
}

/** Writes the next token of one of the cast's devices where the cast is loaded from. */
export function keepPaired(files: Files, folder: string): TokenKeeper['keep'] {
  let last: Promise<void> = Promise.resolve()
  const write = async ({ device, token }: Credentials): Promise<void> => {
    const kept = await readKept(files, folder)
    if (!kept) return
    const devices = Object.entries(kept.devices).map(([key, one]) => [
      key,
      one.device === device ? { device, token } : one,
    ])
    await files.replace(pathOf(folder), JSON.stringify({ ...kept, devices: Object.fromEntries(devices) }))
  }
  // All are due at about the same time, and lie in one file.
  return next => {
    const written = last.then(() => write(next))
    last = written.catch(() => undefined)
    return written
  }
}

/** Pairs what the cast needs and keeps the tokens beside the hub's own secrets. An error's message says what is wrong. */
export async function pairCast(options: PairOptions, regulars: readonly Regular[]): Promise<Cast | undefined> {
  const { files, folder, origin, pin, progress } = options
  const { device, secret } = readLink(options.link)
  const token = await claimDevice(origin, device, secret)
  const console = createLink({ origin, tally: createTally() }, 'console', { device, token })
  try {
    const staff = await signInOn(console, options.staff, pin)
    const devices: Record<string, Credentials> = {}
    const wanted = wantedDevices(console, options.rooms)
    for (const [index, [key, described]] of wanted.entries()) {
      progress(described.name, index + 1, wanted.length)
      devices[key] = await pairOne(console, options, described)
    }
    const kept: Kept = { staff, devices }
    await files.makeFolder(join(folder, 'secrets'))
    await files.replace(pathOf(folder), JSON.stringify(kept))
    return castOf(kept, pin, regulars)
  } finally {
    console.close()
  }
}

function readLink(text: string): { device: Id; secret: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const [, device] = /^\/console\/([^/]+)$/.exec(url?.pathname ?? '') ?? []
  const secret = (url?.hash ?? '').replace(/^#(link=)?/, '')
  if (device !== undefined && secret !== '') return { device, secret }
  throw new Error('--link: 要工作台的一次性链接 it must be the one-time link of a console, …/console/…#…')
}

async function signInOn(console: Link<'console'>, wanted: string, pin: string): Promise<Id> {
  await until(() => console.all('staff').length > 0)
  const person = console.all('staff').find(({ id, name }) => id === wanted || isCalled(name, wanted))
  if (!person) throw new Error(`--staff: 没有 ${wanted} nobody of that name works here`)
  const answer = await console.send({ type: 'SignIn', staff: person.id, pin })
  if (!answer?.ok) throw new Error(`--pin: ${answer?.refusal.refused ?? 'unavailable'}`)
  // Whoever signs in is shown the house anew.
  await until(() => console.one('self')?.session?.staff === person.id && console.all('room').length > 0)
  return person.id
}

const isCalled = ({ zhHans, zhHant, en }: StaffView['name'], name: string): boolean =>
  [zhHans, zhHant, en].includes(name)

type Described = Omit<Extract<PeopleCommand, { type: 'ConfirmPairing' }>, 'type' | 'code' | 'pin'>

function wantedDevices(console: Link<'console'>, rooms: number | undefined): (readonly [string, Described])[] {
  const all = console.all('room')
  const kiosk = console.all('device').find(({ kind }) => kind === 'kiosk')
  const panels = all.slice(0, rooms ?? Math.ceil(all.length * 0.6))
  return [
    ['desk', { kind: 'console', name: '模拟咨客 Simulated desk' }],
    ['manager', { kind: 'console', name: '模拟经理 Simulated manager' }],
    ['bar', { kind: 'console', name: '模拟吧台 Simulated bar', station: 'bar' }],
    ['floor', { kind: 'console', name: '模拟楼面 Simulated floor', station: 'floor' }],
    ['player', { kind: 'player', name: '模拟播放机 Simulated player' }],
    ...(kiosk ? [['reader', { kind: 'reader', name: '模拟读卡器 Simulated reader', kiosk: kiosk.id }] as const] : []),
    ...panels.map(
      ({ id, name }: RoomView) => [`panel/${id}`, { kind: 'panel', name: `模拟 ${name}`, room: id }] as const,
    ),
  ]
}

async function pairOne(console: Link<'console'>, options: PairOptions, described: Described): Promise<Credentials> {
  const { origin, pin, waiting } = options
  const asked = await askForCode(origin, waiting)
  const answer = await console.send({ type: 'ConfirmPairing', code: asked.code, pin, ...described })
  if (!answer?.ok) throw new Error(`${described.name}: ${answer?.refusal.refused ?? 'unavailable'}`)
  return fetchToken(origin, asked.secret, waiting)
}

function castOf({ staff, devices }: Kept, pin: string, regulars: readonly Regular[]): Cast | undefined {
  const signIn = { staff, pin }
  const { desk, manager, bar, floor, player, reader } = devices
  if (!desk || !manager || !bar || !floor) return undefined
  const panels = Object.entries(devices).flatMap(([key, credentials]) =>
    key.startsWith('panel/') ? [[key.slice('panel/'.length), credentials] as const] : [],
  )
  return {
    desk: { ...desk, signIn },
    manager: { ...manager, signIn },
    bar: { ...bar, signIn },
    floor,
    ...(player && { player }),
    ...(reader && { reader }),
    panels: new Map(panels),
    regulars,
  }
}

async function until(holds: () => boolean): Promise<void> {
  const patient = Date.now() + 15_000
  while (!holds()) {
    if (Date.now() > patient) throw new Error('中枢没有回答 the hub does not answer')
    await new Promise(next => setTimeout(next, 100))
  }
}
