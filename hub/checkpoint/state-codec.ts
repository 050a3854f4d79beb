/** The live state and the outboxes as plain JSON, for the checkpoint. */
import { emptyState, type State, type TableName, tableNames } from '../domain/state.ts'
import { createOutboxes, type Outboxes } from '../loop/outboxes.ts'

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

/**
 * Its JSON, piece by piece: of a full night it is ten megabytes, and the loop has taps to answer meanwhile. Rows are replaced
 * and never changed, so that what the last one wrote of a row is right for as long as it is the same row: most of them are.
 */
export function createLiveEncoder(): (taken: TakenLive) => Generator<void, readonly Uint8Array[]> {
  let before: ReadonlyMap<object, RowText> = new Map()

  return function* ({ day, tables, outboxes }) {
    const now = new Map<object, RowText>()
    const textOf = (row: unknown): RowText => {
      if (typeof row !== 'object' || row === null) return toText(row)
      const known = before.get(row) ?? toText(row)
      now.set(row, known)
      return known
    }
    const pieces: Uint8Array[] = []
    const withMaps = new Set<TableName>()
    let text = `{"shape":${stateShape},"day":${JSON.stringify(day)},"tables":{`
    /** Whether it is time to pause. */
    const cut = (): boolean => {
      if (text.length < pieceLength) return false
      pieces.push(Buffer.from(text))
      text = ''
      return true
    }
    for (const [at, [name, rows]] of tables.entries()) {
      text += `${at === 0 ? '' : ','}${JSON.stringify(name)}:[`
      for (const [place, [id, row]] of rows.entries()) {
        const { json, maps } = textOf(row)
        if (maps) withMaps.add(name)
        text += `${place === 0 ? '' : ','}[${JSON.stringify(id)},${json}]`
        if (cut()) yield
      }
      text += ']'
    }
    text += `},"withMaps":${JSON.stringify([...withMaps])},"outboxes":[`
    for (const [at, [device, kept]] of outboxes.entries()) {
      const each = kept.map(([id, outbox]) => `[${JSON.stringify(id)},${textOf(outbox).json}]`)
      text += `${at === 0 ? '' : ','}[${JSON.stringify(device)},[${each.join(',')}]]`
      if (cut()) yield
    }
    pieces.push(Buffer.from(`${text}]}`))
    before = now
    return pieces
  }
}

interface RowText {
  readonly json: string
  readonly maps: boolean
}

/** A Map inside an aggregate (a visit's feedback) has no JSON of its own. */
function toText(row: unknown): RowText {
  const plain = withoutMaps(row)
  return { json: JSON.stringify(plain), maps: plain !== row }
}

/** The value itself where no Map lies in it, as in most: a JSON.stringify that asks about each field takes twice as long. */
function withoutMaps(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Map) return { $map: withoutMaps([...value]) }
  if (Array.isArray(value)) return plainList(value)
  const row = value as Record<string, unknown>
  let plain = row
  for (const key in row) {
    const field = withoutMaps(row[key])
    if (field === row[key]) continue
    if (plain === row) plain = { ...row }
    plain[key] = field
  }
  return plain
}

function plainList(list: readonly unknown[]): readonly unknown[] {
  let plain: unknown[] | undefined
  for (let at = 0; at < list.length; at++) {
    const part = withoutMaps(list[at])
    if (part === list[at]) continue
    plain ??= [...list]
    plain[at] = part
  }
  return plain ?? list
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
  // The checkpoint is our own file, written by the encoder with the same shape number.
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
