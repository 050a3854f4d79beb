/** A house to look at: the fixture's venue, a state made of events, and every audience there is. */
import type { Id } from '../../shared/protocol/primitives.ts'
import { roles } from '../../shared/protocol/words.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { Event } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import { evening, members as fixtureMembers, menu, staff, venue } from '../domain/fixture.testing.ts'
import type { MemberFacts } from '../domain/member/member.ts'
import { emptyState, type State, type TableName, tableNames } from '../domain/state.ts'
import { changedView } from './changed-view.ts'
import type { Audience, ConsoleRole, PairedDevice, Slices, Touched, ViewContext } from './context.ts'

export interface House {
  readonly state: State
  readonly members: Map<Id, MemberFacts>
  readonly texts: Map<Id, string>
  readonly devices: Map<Id, PairedDevice>
  /** Everybody signed off sees the same hour. */
  at: number
  happen(...events: readonly Event[]): void
  context(more?: Partial<ViewContext>): ViewContext
  /** What was touched since the last call. */
  touched(more?: Partial<Touched>): Touched
}

export const devices: readonly PairedDevice[] = [
  { id: 'kiosk1', name: '大堂', kind: 'kiosk' },
  { id: 'kiosk2', name: '侧门', kind: 'kiosk' },
  { id: 'bar1', name: '吧台', kind: 'console', station: 'bar' },
  { id: 'pc-lily', name: '前台', kind: 'console' },
  { id: 'panel-v03', name: 'V03', kind: 'panel', room: 'v03' },
]

export function createHouse(...past: readonly Event[]): House {
  const state = emptyState()
  const house: House = {
    state,
    members: new Map(fixtureMembers),
    texts: new Map(),
    devices: new Map(devices.map(device => [device.id, device])),
    at: evening,
    happen(...events) {
      const line: LineMeta = { at: house.at, by: {} }
      for (const event of events) evolve(state, event, line)
    },
    context: (more = {}) => ({
      state,
      venue,
      menu: {
        categories: [
          { id: 'drinks', name: { zhHans: '酒水' } },
          { id: 'food', name: { zhHans: '小食' } },
        ],
        items: [...menu],
        tags: [{ id: 'peanut', name: { zhHans: '花生' } }],
      },
      revs: () => ({ venue: 0, menu: 0, staff: 0 }),
      item: id => menu.find(one => one.id === id),
      sounds: ({ zhHans }) => [`sound of ${zhHans}`],
      staff: id => staff.find(one => one.id === id),
      allStaff: () => staff,
      member: id => house.members.get(id),
      text: id => house.texts.get(id),
      device: id => house.devices.get(id),
      allDevices: () => [...house.devices.values()],
      panelsOf: room => [...house.devices.values()].filter(one => one.kind === 'panel' && one.room === room),
      presence: () => ({ online: true }),
      hotSongs: [{ title: '海阔天空', artist: 'Beyond' }],
      songs: true,
      now: house.at,
      ...more,
    }),
    touched: (more = {}) => ({ ...nothingTouched(name => state[name].takeTouched()), ...more }),
  }
  house.happen(...past)
  return house
}

const none: ReadonlySet<string> = new Set()

export const nothingTouched = (of: (name: TableName) => ReadonlySet<string> = () => none): Touched => ({
  tables: {
    rooms: of('rooms'),
    visits: of('visits'),
    present: of('present'),
    checkIns: of('checkIns'),
    kioskTrouble: of('kioskTrouble'),
    claims: of('claims'),
    playlists: of('playlists'),
    orders: of('orders'),
    requests: of('requests'),
    reservations: of('reservations'),
    keeps: of('keeps'),
    comps: of('comps'),
    soldOut: of('soldOut'),
    sessions: of('sessions'),
    leaving: of('leaving'),
    pins: of('pins'),
    shifts: of('shifts'),
    nights: of('nights'),
    backups: of('backups'),
    catalogues: of('catalogues'),
  },
  devices: none,
  members: none,
  menu: false,
  venue: false,
  staff: false,
})

export const consoleRoles: readonly ConsoleRole[] = [...roles, 'bar-station', 'floor-station', 'locked']

export const audiences: readonly Audience[] = [
  ...venue.rooms.map(({ id }): Audience => ({ kind: 'panel', room: id })),
  { kind: 'kiosk', device: 'kiosk1' },
  { kind: 'kiosk', device: 'kiosk2' },
  ...consoleRoles.map((role): Audience => ({ kind: 'console', role })),
  { kind: 'player' },
]

/** What this batch changed, where it is not the whole view. */
export function changedSlices(context: ViewContext, audience: Audience, touched: Touched): Slices {
  const changed = changedView(context, audience, touched)
  if (changed === 'whole') throw new Error('the whole view is to be sent')
  return changed
}

/** Keys of one kind, sorted. */
export const keysOf = (slices: Slices, kind: string): readonly string[] =>
  [...slices.keys()].filter(key => key === kind || key.startsWith(`${kind}/`)).sort()

/** From here on each table can be asked for a row, and for nothing that grows with the house. */
export function forbidWalking({ state }: House): void {
  const walk = () => {
    throw new Error('a whole table was walked')
  }
  for (const name of tableNames) Object.assign(state[name], { entries: walk, values: walk })
}
