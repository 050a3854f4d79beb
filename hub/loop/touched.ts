/** What a batch replaced: the ids of each table, and the records that its events committed. */
import type { Event } from '../domain/events.ts'
import type { State, TableName } from '../domain/state.ts'
import type { JournalLine } from '../ports.ts'
import { savedRow } from '../records/house-records.ts'
import type { Touched } from '../views/context.ts'

/** Takes the touched ids out of the state's tables. */
export function takeTouched(state: State, lines: readonly JournalLine<Event>[]): Touched {
  const rows = lines.flatMap(line => line.events.flatMap(event => savedRow(event) ?? []))
  const idsOf = (kind: string) =>
    rows.length === 0 ? none : new Set(rows.filter(row => row.kind === kind).map(row => row.id))
  return {
    tables: tablesOf(name => state[name].takeTouched()),
    devices: idsOf('device'),
    members: idsOf('member'),
    menu: rows.some(({ kind }) => kind === 'menu'),
    venue: rows.some(({ kind }) => kind === 'venue'),
    staff: rows.some(({ kind }) => kind === 'staff'),
  }
}

const none: ReadonlySet<string> = new Set()

/** Presence changed and nothing else. */
export const onlyDevices = (devices: ReadonlySet<string>): Touched => ({
  tables: tablesOf(() => none),
  devices,
  members: none,
  menu: false,
  venue: false,
  staff: false,
})

function tablesOf(of: (name: TableName) => ReadonlySet<string>): Touched['tables'] {
  return {
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
  }
}
