/** The live state and the outboxes as plain JSON, for the checkpoint. */
import { emptyState, type State, type TableName, tableNames } from './domain/state.ts'
import { createOutboxes, type Outboxes } from './outboxes.ts'

/** Bumped when the state's shape changes: an older checkpoint is then left aside and the journal replayed from its start. */
export const stateShape = 2

export interface Live {
  readonly state: State
  readonly outboxes: Outboxes
}

/** The live state of one moment. Rows are replaced and never changed: it stays as it was taken. */
export interface TakenLive {
  readonly day: string
  readonly tables: readonly (readonly [name: TableName, rows: readonly (readonly [id: string, row: unknown])[]])[]
  readonly outboxes: ReturnType<Outboxes['snapshot']>
}

export const takeLive = ({ state, outboxes }: Live): TakenLive => ({
  day: state.day,
  tables: tableNames.map(name => [name, [...state[name].entries()]]),
  outboxes: outboxes.snapshot(),
})

/** Its JSON, piece by piece: of a full night it is ten megabytes, and the loop has taps to answer meanwhile. */
export function* encodeLive({ day, tables, outboxes }: TakenLive): Generator<void, readonly Uint8Array[]> {
  const pieces: Uint8Array[] = []
  const withMaps = new Set<TableName>()
  let text = `{"shape":${stateShape},"day":${JSON.stringify(day)},"tables":{`
  for (const [at, [name, rows]] of tables.entries()) {
    text += `${at === 0 ? '' : ','}${JSON.stringify(name)}:[`
    // A Map inside an aggregate (a visit's feedback) has no JSON of its own.
    const mapsAsLists = (_key: string, value: unknown): unknown => {
      if (!(value instanceof Map)) return value
      withMaps.add(name)
      return { $map: [...value] }
    }
    for (const [place, row] of rows.entries()) {
      text += (place === 0 ? '' : ',') + JSON.stringify(row, mapsAsLists)
      if (text.length < pieceLength) continue
      pieces.push(Buffer.from(text))
      text = ''
      yield
    }
    text += ']'
  }
  const rest = `"withMaps":${JSON.stringify([...withMaps])},"outboxes":${JSON.stringify(outboxes)}`
  pieces.push(Buffer.from(`${text}},${rest}}`))
  return pieces
}

/** A millisecond's work or less. */
const pieceLength = 16_384

/** Undefined when the checkpoint is of another shape. */
export function decodeLive(raw: unknown): Live | undefined {
  if (!isSaved(raw) || raw.shape !== stateShape) return undefined
  const state = emptyState()
  state.day = raw.day
  for (const name of tableNames)
    fill(state, name, raw.tables[name] ?? [], raw.withMaps === undefined || raw.withMaps.includes(name))
  return { state, outboxes: createOutboxes(raw.outboxes) }
}

interface Saved {
  shape: number
  day: string
  tables: Partial<Record<TableName, readonly (readonly [string, unknown])[]>>
  /** Looking for them in all of a full night takes longer than reading it. Older checkpoints do not say. */
  withMaps?: readonly TableName[]
  outboxes: ReturnType<Outboxes['snapshot']>
}

const isSaved = (raw: unknown): raw is Saved =>
  typeof raw === 'object' && raw !== null && 'tables' in raw && 'shape' in raw

function fill(state: State, name: TableName, rows: readonly (readonly [string, unknown])[], reviving: boolean): void {
  // The checkpoint is our own file, written by encodeLive with the same shape number.
  const table = state[name] as { set(id: string, row: unknown): void; takeTouched(): unknown }
  for (const [id, row] of rows) table.set(id, reviving ? revived(row) : row)
  table.takeTouched()
}

/** In place: it came from the disk just now and is nobody else's. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$map' in value && Array.isArray(value.$map)) return new Map(revived(value.$map) as [unknown, unknown][])
  const parts = value as Record<string, unknown>
  for (const key in parts) {
    const part = revived(parts[key])
    if (part !== parts[key]) parts[key] = part
  }
  return value
}
