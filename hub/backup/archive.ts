/**
 * A backup as one file: a `.tar.gz` of the house that any computer can open, and last in it `backup.json`, which names
 * every file with its SHA-256. A backup without it was cut short.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, stat, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import * as tar from 'tar'
import * as v from 'valibot'

/** Raised when an older hub could not read the file. */
const format = 1
const manifestName = 'backup.json'

const Manifest = v.strictObject({
  format: v.number(),
  /** Of the hub that made it. */
  hub: v.string(),
  /** ms since the epoch. */
  at: v.number(),
  files: v.array(v.strictObject({ path: v.string(), bytes: v.number(), sha256: v.string() })),
})
export type Manifest = v.InferOutput<typeof Manifest>

export type ArchiveFault = 'not-a-backup' | 'cut-short' | 'changed' | 'newer-version'

/** The file is no backup that can be trusted; `what` names the place, where there is one. */
export class ArchiveBroken extends Error {
  readonly fault: ArchiveFault
  readonly what: string
  constructor(fault: ArchiveFault, what = '', cause?: unknown) {
    super(`${fault} ${what}`, { cause })
    this.name = 'ArchiveBroken'
    this.fault = fault
    this.what = what
  }
}

/** `staged` becomes the file `path`; resolves when it is on the disk. `progress`: bytes of bytes. */
export async function writeArchive(options: {
  readonly staged: string
  readonly path: string
  readonly hub: string
  readonly at: number
  readonly progress: (done: number, of: number) => void
}): Promise<Manifest> {
  const { staged, path, hub, at, progress } = options
  const manifest: Manifest = { format, hub, at, files: await listFiles(staged) }
  await writeFile(join(staged, manifestName), JSON.stringify(manifest), { mode: 0o600 })
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const names = [...manifest.files.map(file => file.path), manifestName]
  const onWriteEntry = ({ stat }: tar.WriteEntry) => {
    done += stat?.size ?? 0
    progress(Math.min(done, total), total)
  }
  await tar.create({ cwd: staged, file: path, gzip: true, portable: true, onWriteEntry }, names)
  await syncFile(path)
  return manifest
}

/**
 * Reads it all, calls `take` for every file whose name stays inside, and throws {@link ArchiveBroken} unless it is just
 * what the manifest says. Whatever it ends with, no `take` is under way any more.
 */
export async function readArchive(
  path: string,
  take: (path: string, content: Buffer) => Promise<void>,
): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>()
  let last: { path: string; content: Buffer } | undefined
  const taking: Promise<void>[] = []
  const failed: unknown[] = []
  const onReadEntry = (entry: tar.ReadEntry) => {
    const chunks: Buffer[] = []
    entry.on('data', chunk => chunks.push(chunk))
    entry.on('end', () => {
      const content = Buffer.concat(chunks)
      last = { path: entry.path, content }
      if (entry.path === manifestName) return
      found.set(entry.path, { bytes: content.length, sha256: sha256Of(content) })
      // A name that leads elsewhere is refused below; by then it must not have been written.
      if (isInside(entry.path))
        taking.push(take(entry.path, content).catch((error: unknown) => void failed.push(error)))
    })
  }
  if (!(await isGzip(path))) throw new ArchiveBroken('not-a-backup', path)
  try {
    // What the journal has been allotted ahead is zeroes, which shrink to next to nothing.
    await tar.list({ file: path, strict: true, maxDecompressionRatio: Number.POSITIVE_INFINITY, onReadEntry })
  } catch (error) {
    // What is not of the file or the system is ours.
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new ArchiveBroken('cut-short', path, error)
  } finally {
    // Who is told of an end clears away what was taken: nothing may be written after that.
    await Promise.all(taking)
  }
  if (failed.length > 0) throw failed[0]
  if (last?.path !== manifestName) throw new ArchiveBroken('cut-short', path)
  return checkedManifest(last.content, found)
}

function checkedManifest(content: Buffer, found: ReadonlyMap<string, { bytes: number; sha256: string }>): Manifest {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Manifest), content.toString('utf8'))
  if (!parsed.success) throw new ArchiveBroken('not-a-backup', manifestName)
  const manifest = parsed.output
  if (manifest.format > format) throw new ArchiveBroken('newer-version', manifest.hub)
  for (const { path, sha256 } of manifest.files)
    if (found.get(path)?.sha256 !== sha256) throw new ArchiveBroken('changed', path)
  const named = new Set(manifest.files.map(({ path }) => path))
  for (const path of found.keys()) if (!named.has(path) || !isInside(path)) throw new ArchiveBroken('changed', path)
  return manifest
}

/** Names as the house has them: what leads elsewhere was not put there by a hub. */
const isInside = (path: string): boolean => /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(path)

async function listFiles(folder: string): Promise<Manifest['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const files: Manifest['files'] = []
  for (const path of paths.sort()) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(path), hash)
    const { size } = await stat(path)
    files.push({ path: relative(folder, path).split(sep).join('/'), bytes: size, sha256: hash.digest('hex') })
  }
  return files
}

const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
