/** Writes a new venue into an empty folder: settings, price list, songs, the owner, and the screens that are to be paired. */
import { join } from 'node:path'
import * as v from 'valibot'
import { writeDataVersion } from '../../hub/data-version/data-version.ts'
import { createLowdbDocuments } from '../../hub/documents/lowdb-documents.ts'
import { Menu } from '../../hub/domain/order/menu-item.ts'
import type { Staff } from '../../hub/domain/staff/staff.ts'
import { VenueConfig } from '../../hub/domain/venue-config.ts'
import type { DeviceRow } from '../../hub/identity/devices.ts'
import { createPins } from '../../hub/identity/pins.ts'
import type { Documents, Files } from '../../hub/ports.ts'
import { createIds } from '../../hub/system/ids.ts'
import { loadSecret } from '../../hub/system/secrets.ts'
import type { WrittenLocale } from '../../shared/protocol/words.ts'
import { demoMenu } from '../demo/menu/menu.ts'
import { loadSongs } from '../demo/songs/load-songs.ts'
import { type VenuePlan, venueOf } from './plan.ts'

/** `pin`: the owner's, six digits; only its hash is kept. */
export async function writeVenue(deps: {
  files: Files
  folder: string
  plan: VenuePlan
  pin: string
  now: number
}): Promise<VenueConfig> {
  const { files, folder, plan, pin, now } = deps
  const venue = v.parse(VenueConfig, venueOf(plan))
  await files.makeFolder(folder)
  const documents = createLowdbDocuments({ files, folder })
  const pins = createPins({ pepper: await loadSecret(files, join(folder, 'secrets', 'pepper.key'), 32) })
  const ids = createIds()
  const owner: Staff = {
    id: ids.next('st1-'),
    name: { zhHans: plan.owner },
    role: 'owner',
    zone: [],
    pin: await pins.hash(pin),
  }
  await put(documents, 'menu', v.parse(Menu, plan.starterMenu ? demoMenu : { categories: [], items: [], tags: [] }))
  await put(documents, 'songs', plan.starterSongs ? loadSongs() : [])
  await put(documents, 'staff/st1', rowsOf([owner]))
  await put(documents, 'devices/d1', rowsOf(devicesOf(venue, plan.locale, () => ids.next('d1-'), now)))
  await writeDataVersion(files, folder)
  await put(documents, 'venue', venue)
  await documents.close()
  return venue
}

/** As the house speaks; a manager calls them what they like. */
const deviceNames: Readonly<Record<WrittenLocale, Readonly<Record<'kiosk' | 'owner' | 'bar' | 'panel', string>>>> = {
  'zh-Hans': { kiosk: '大堂迎宾屏', owner: '老板台', bar: '吧台', panel: '包厢屏' },
  'zh-Hant': { kiosk: '大堂迎賓屏', owner: '老闆台', bar: '吧台', panel: '包廂屏' },
  en: { kiosk: 'Lobby', owner: 'Owner', bar: 'Bar', panel: 'panel' },
}

/** Without tokens: each is paired by its link, or by the six characters it shows. */
function devicesOf(venue: VenueConfig, locale: WrittenLocale, nextId: () => string, now: number): DeviceRow[] {
  const names = deviceNames[locale]
  const device = (kind: DeviceRow['kind'], name: string, more: Partial<DeviceRow> = {}): DeviceRow => ({
    id: nextId(),
    name,
    kind,
    shared: false,
    tokens: [],
    createdAt: now,
    revoked: false,
    ...more,
  })
  return [
    device('kiosk', names.kiosk),
    device('console', names.owner),
    device('console', names.bar, { station: 'bar', shared: true }),
    ...venue.rooms.map(({ id, name }) => device('panel', `${name} ${names.panel}`, { room: id })),
  ]
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
