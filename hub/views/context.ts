/** What every projection reads, whom it is for, and what it answers. */
import type { CameraState } from '../../shared/protocol/camera.ts'
import type { CardFormat } from '../../shared/protocol/cards/formats.ts'
import type { Id, LocalizedText } from '../../shared/protocol/primitives.ts'
import type { PrinterView, ReadersView } from '../../shared/protocol/views/console.ts'
import type { DeviceKind, Role, Station } from '../../shared/protocol/words.ts'
import type { MemberFacts } from '../domain/member/member.ts'
import type { Menu, MenuItem } from '../domain/order/menu-item.ts'
import type { Staff } from '../domain/staff/staff.ts'
import type { ReadState, TableName } from '../domain/state.ts'
import type { VenueConfig } from '../domain/venue-config.ts'

export interface PairedDevice {
  readonly id: Id
  readonly name: string
  readonly kind: DeviceKind
  /** It is no device of the house any more; what it was may still be asked. */
  readonly revoked?: boolean
  readonly room?: Id
  readonly kiosk?: Id
  readonly station?: Station
  readonly cardFormat?: CardFormat
  /** With `kiosk`: it is to look with its camera. */
  readonly camera?: boolean
  /** The readers in the hub's own USB ports. */
  readonly own?: true
  /** Newest first; none while nothing was paired as it. */
  readonly tokens?: readonly { readonly since: number; readonly usedAt?: number }[]
}

/** Of a device, as far as anybody knows: no fact, and not journaled. */
export interface Presence {
  readonly online: boolean
  readonly lastSeenAt?: number
  /** While it is not there: since it went, or since the hub began to look. */
  readonly awaySince?: number
  /** What a reader program said of its readers, last. */
  readonly readers?: ReadersView
  /** Its key is younger than what the hub knows: it shows this code, and waits to be let in again. */
  readonly waitsWith?: string
  /** An alarm can be heard at this console. */
  readonly sounding?: boolean
  /** What a kiosk said of its camera, last. */
  readonly camera?: CameraState
}

export interface ViewContext {
  readonly state: ReadState
  readonly venue: VenueConfig
  readonly menu: Menu
  /** How often they were edited. */
  readonly revs: () => { readonly venue: number; readonly menu: number; readonly staff: number }
  readonly item: (id: Id) => MenuItem | undefined
  /** How a word of the menu is typed: initials and full pinyin. */
  readonly sounds: (text: LocalizedText) => readonly string[]
  readonly staff: (id: Id) => Staff | undefined
  readonly allStaff: () => readonly Staff[]
  /** Members of live visits and waiting check-ins are always in memory; others may be absent. */
  readonly member: (id: Id) => MemberFacts | undefined
  readonly text: (id: Id) => string | undefined
  readonly device: (id: Id) => PairedDevice | undefined
  readonly allDevices: () => readonly PairedDevice[]
  /** Of one room, however many rooms there are. */
  readonly panelsOf: (room: Id) => readonly PairedDevice[]
  readonly presence: (device: Id) => Presence
  /** The ticket printer; undefined where there is none, or nobody has looked yet. */
  readonly printer?: () => PrinterView | undefined
  readonly hotSongs: readonly { readonly title: string; readonly artist: string }[]
  readonly songs: boolean
  /** Devices and staff come over plain HTTP from other machines. */
  readonly unencrypted?: true
  /** Nobody comes from another machine. */
  readonly onlyHere?: true
  readonly now: number
}

/** Who looks. A console's audience is its role, so that a slice is computed once for all consoles of that role. */
export type ConsoleRole = Role | 'bar-station' | 'floor-station' | 'locked'
export type Audience =
  | { readonly kind: 'panel'; readonly room: Id }
  | { readonly kind: 'kiosk'; readonly device: Id }
  | { readonly kind: 'console'; readonly role: ConsoleRole }
  | { readonly kind: 'player'; readonly room?: Id }

/** The ids of each table replaced by one batch, and what changed beside the tables. */
export interface Touched {
  readonly tables: { readonly [N in TableName]: ReadonlySet<string> }
  readonly devices: ReadonlySet<Id>
  /** Rows of these records were saved. */
  readonly members: ReadonlySet<Id>
  readonly menu: boolean
  readonly venue: boolean
  readonly staff: boolean
}

/** Among touched devices: it is there or not, like one, though nobody paired it. */
export const ticketPrinter: Id = 'ticket-printer'

/** What is sung most is known now: told with the devices, as the printer is. */
export const songsOfLobby: Id = 'songs-of-lobby'

/** Key → value; undefined drops the key. */
export type Slices = Map<string, unknown>
