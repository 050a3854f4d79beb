/** The checkpoint file: the live state at one seq, from which a start goes on with the younger lines of the journal. */
import * as v from 'valibot'
import { type Files, type JournalAnchor, StoreFailed } from '../ports.ts'

export interface Checkpoint {
  readonly seq: number
  /** For {@link JournalStore.open}. */
  readonly anchor: JournalAnchor
  /** Whatever the hub wants back; it parses this itself. Must survive JSON. */
  readonly state: unknown
}

/** Raised when an older hub could not read the file; what `state` holds is versioned by the hub inside it. */
const checkpointVersion = 1

/** Old or new, never half: resolves when it is on the disk. `state` is its JSON. Save dirty records (`settle`) first. */
export async function saveCheckpoint(
  files: Files,
  path: string,
  { seq, anchor, state }: Omit<Checkpoint, 'state'> & { readonly state: readonly Uint8Array[] },
): Promise<void> {
  const head = `{"version":${checkpointVersion},"seq":${seq},"anchor":${JSON.stringify(anchor)},"state":`
  await files.replace(path, Buffer.concat([Buffer.from(head), ...state, Buffer.from('}')]))
}

/** Undefined when there is none. Throws StoreFailed 'newer-version' or 'unreadable'. */
export async function loadCheckpoint(files: Files, path: string): Promise<Checkpoint | undefined> {
  const content = await files.read(path)
  if (content === undefined) return undefined
  const raw = parseJson(path, content)
  const version = v.safeParse(v.object({ version: v.number() }), raw)
  if (version.success && version.output.version > checkpointVersion) {
    throw new StoreFailed('newer-version', path, 'written by a newer hub: install that one')
  }
  const parsed = v.safeParse(checkpointFile, raw)
  if (!parsed.success) throw new StoreFailed('unreadable', path, 'not a checkpoint: restore data/ from the backup')
  const { seq, anchor, state } = parsed.output
  return { seq, anchor, state }
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const checkpointFile = v.object({
  version: v.literal(checkpointVersion),
  seq: count,
  anchor: v.object({ seq: count, batch: count, mac: v.string(), file: v.string(), offset: count }),
  state: v.unknown(),
})

function parseJson(path: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch (error) {
    throw new StoreFailed('unreadable', path, 'not JSON: restore data/ from the backup', { cause: error })
  }
}
