/** The live state and the outboxes as plain JSON, for the checkpoint. */
import { emptyState, type State, type TableName, tableNames } from './domain/state.ts'
import { createOutboxes, type Outboxes } from './outboxes.ts'

/** Bumped when the state's shape changes: an older checkpoint is then left aside and the journal replayed from its start. */
export const stateShape = 2

export interface Live {
  readonly state: State
  readonly outboxes: Outboxes
}

export const encodeLive = ({ state, outboxes }: Live): unknown => ({
  shape: stateShape,
  day: state.day,
  tables: Object.fromEntries(tableNames.map(name => [name, [...state[name].entries()].map(encodeRow)])),
  outboxes: outboxes.snapshot(),
})

/** Undefined when the checkpoint is of another shape. */
export function decodeLive(raw: unknown): Live | undefined {
  if (!isSaved(raw) || raw.shape !== stateShape) return undefined
  const state = emptyState()
  state.day = raw.day
  for (const name of tableNames) fill(state, name, raw.tables[name] ?? [])
  return { state, outboxes: createOutboxes(raw.outboxes) }
}

interface Saved {
  shape: number
  day: string
  tables: Partial<Record<TableName, readonly (readonly [string, unknown])[]>>
  outboxes: ReturnType<Outboxes['snapshot']>
}

const isSaved = (raw: unknown): raw is Saved =>
  typeof raw === 'object' && raw !== null && 'tables' in raw && 'shape' in raw

// A Map inside an aggregate (a visit's feedback) has no JSON of its own.
const encodeRow = ([id, row]: [string, unknown]): [string, unknown] => [
  id,
  row === true ? true : JSON.parse(JSON.stringify(row, mapsAsLists)),
]
const mapsAsLists = (_key: string, value: unknown): unknown => (value instanceof Map ? { $map: [...value] } : value)

function fill(state: State, name: TableName, rows: readonly (readonly [string, unknown])[]): void {
  // The checkpoint is our own file, written by encodeLive with the same shape number.
  const table = state[name] as { set(id: string, row: unknown): void; takeTouched(): unknown }
  for (const [id, row] of rows) table.set(id, reviveMaps(row))
  table.takeTouched()
}

function reviveMaps(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reviveMaps)
  if ('$map' in value && Array.isArray(value.$map))
    return new Map(value.$map.map(pair => reviveMaps(pair) as [unknown, unknown]))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reviveMaps(inner)]))
}
