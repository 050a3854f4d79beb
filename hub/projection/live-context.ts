/** What the views read, as it is at this moment. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { indexed } from '../domain/indexed.ts'
import type { State } from '../domain/state.ts'
import type { DeviceRow } from '../identity/devices.ts'
import type { HouseRecords } from '../records/house-records.ts'
import type { ViewContext } from '../views/context.ts'

export function createLiveContext(deps: {
  readonly state: State
  readonly records: HouseRecords
  readonly presence: ViewContext['presence']
  readonly sounds: ViewContext['sounds']
  readonly hotSongs: () => ViewContext['hotSongs']
  readonly printer: NonNullable<ViewContext['printer']>
  readonly unencrypted?: boolean | undefined
  readonly onlyHere?: boolean | undefined
  readonly now: () => number
}): () => ViewContext {
  const { state, records, presence, sounds, printer } = deps
  return () => ({
    state,
    venue: records.venue,
    menu: records.menu,
    revs: () => ({
      venue: records.documents.venue.rev,
      menu: records.documents.menu.rev,
      staff: records.allStaff().reduce((sum, { id }) => sum + (records.staff.get(id)?.rev ?? 0), 0),
    }),
    item: records.item,
    sounds,
    staff: id => records.staff.get(id)?.value,
    allStaff: records.allStaff,
    member: once(records.facts),
    text: id => records.texts.get(id)?.value,
    device: id => records.devices.get(id)?.value,
    allDevices: () => pairedOf(records.allDevices()),
    panelsOf: room => panelsByRoom(records.allDevices()).get(room) ?? [],
    presence,
    hotSongs: deps.hotSongs(),
    songs: records.venue.songs !== 'none',
    ...(deps.unencrypted && { unencrypted: true }),
    ...(deps.onlyHere && { onlyHere: true }),
    printer,
    now: deps.now(),
  })
}

/** In one moment a member is what they are, and a dozen views ask. */
function once<T>(find: (id: Id) => T): (id: Id) => T {
  const known = new Map<Id, { readonly found: T }>()
  return id => {
    let one = known.get(id)
    if (!one) {
      one = { found: find(id) }
      known.set(id, one)
    }
    return one.found
  }
}

const pairedOf = indexed((all: readonly DeviceRow[]) => all.filter(({ revoked }) => !revoked))

const panelsByRoom = indexed((all: readonly DeviceRow[]) => {
  const byRoom = new Map<Id, DeviceRow[]>()
  for (const panel of pairedOf(all)) {
    const { kind, room } = panel
    if (kind === 'panel' && room !== undefined) byRoom.set(room, [...(byRoom.get(room) ?? []), panel])
  }
  return byRoom
})
