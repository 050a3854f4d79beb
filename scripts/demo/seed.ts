/** Fills an empty data folder with the demo venue: an ordinary venue, made from a fixed seed. */
import { join } from 'node:path'
import { writeDataVersion } from '../../hub/data-version/data-version.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { rowsPerShard } from '../../hub/documents/records.ts'
import type { DeviceRow } from '../../hub/identity/devices.ts'
import { firstToken } from '../../hub/identity/devices.ts'
import { createPins } from '../../hub/identity/pins.ts'
import type { Documents, Files } from '../../hub/ports.ts'
import { createIds } from '../../hub/system/ids.ts'
import { loadSecret } from '../../hub/system/secrets.ts'
import { demoDevices } from './devices.ts'
import { demoMembers } from './members/demo-members.ts'
import { demoMenu } from './menu/menu.ts'
import { openEvening } from './open-evening.ts'
import { withAddedLately } from './songs/added-lately.ts'
import { loadSongs, loadStandards } from './songs/load-songs.ts'
import { demoStaff } from './staff.ts'
import { demoVenue } from './venue.ts'

export interface SeedOptions {
  readonly files: Files
  readonly folder: string
  readonly now: number
  /** 400 when absent; benchmarks ask for more. */
  readonly members?: number
  readonly history?: 'full' | 'little' | 'none'
  /** Share of the rooms with a party in them already; 0.6 when absent. */
  readonly occupied?: number
  readonly progress?: (done: number, of: number) => void
}

/** What the simulation and the wall need to play guests and staff; beside the documents, readable by the owner only. */
export interface DemoKeys {
  readonly pins: readonly {
    readonly staff: string
    readonly name: string
    readonly role: string
    readonly pin: string
  }[]
  /** Token by device. */
  readonly tokens: Readonly<Record<string, string>>
  /** Mr Wang's card, and the member code of somebody else. */
  readonly card: string
  readonly code: string
}

export async function seedDemo({
  files,
  folder,
  now,
  members: count = 400,
  history = 'full',
  occupied = 0.6,
  progress = () => undefined,
}: SeedOptions): Promise<void> {
  const steps = 6
  const documents = createLowdbDocuments({ files, folder })
  progress(0, steps)
  await put(documents, 'menu', demoMenu)
  await put(documents, 'songs', withAddedLately(loadSongs(), loadStandards(), now))
  progress(1, steps)

  const members = demoMembers({ count, today: now, history })
  for (let start = 0; start < members.length; start += rowsPerShard) {
    const shard = members.slice(start, start + rowsPerShard)
    const name = `m${start / rowsPerShard + 1}`
    await put(documents, `members/${name}`, rowsOf(shard.map(({ member }) => member)))
    await put(documents, `histories/${name}`, { seq: 0, rows: shard.map(({ history }) => history) })
  }
  progress(2, steps)

  const pins = createPins({ pepper: await loadSecret(files, join(folder, 'secrets', 'pepper.key'), 32) })
  const staff = []
  for (const { pin, ...person } of demoStaff) staff.push({ ...person, pin: await pins.hash(pin) })
  await put(documents, 'staff/st1', rowsOf(staff))
  progress(3, steps)

  const ids = createIds()
  const tokens: Record<string, string> = {}
  const devices = demoDevices.map((device): DeviceRow => {
    const { token, kept } = firstToken(ids, now)
    tokens[device.id] = token
    return { ...device, tokens: [kept], demo: true, createdAt: now, revoked: false }
  })
  await put(documents, 'devices/d1', rowsOf(devices))
  progress(4, steps)

  const [wang, other] = members
    .map(({ member }) => member)
    .filter(({ cards, code }) => cards.length > 0 && code !== undefined)
  const keys: DemoKeys = {
    pins: demoStaff.map(({ id, name, role, pin }) => ({ staff: id, name: name.zhHans, role, pin })),
    tokens,
    card: wang?.cards[0]?.number ?? '',
    code: other?.code ?? '',
  }
  await files.replace(join(folder, 'secrets', 'demo.json'), JSON.stringify(keys))
  progress(5, steps)
  await writeDataVersion(files, folder)
  await put(documents, 'venue', demoVenue)
  await documents.close()
  await openEvening({ files, folder, now, members, occupied })
  progress(6, steps)
}

const rowsOf = (rows: readonly { readonly id: string }[]) => ({
  rows: rows.map(row => ({ id: row.id, versions: [{ rev: 1, value: row }] })),
})

async function put(documents: Documents, name: string, value: unknown): Promise<void> {
  const document = await documents.open(
    name,
    raw => raw,
    () => value,
  )
  await document.save(value)
}
