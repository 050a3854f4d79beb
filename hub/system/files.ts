/** The `Files` port over node:fs: what it says is on the disk is on the disk. */
import { closeSync, constants, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { access, type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DurableFile, type Files, type Hole, StoreFailed } from '../ports.ts'
import { systemCode } from './system-code.ts'

/** One thing that can fail or be the last before the lights go out. */
export type FileStep = 'open' | 'write' | 'sync' | 'rename' | 'sync-folder' | 'remove' | 'truncate'

const temporary = '.tmp'
/** A journal grows by this many zeroes at a time: a write inside them changes no metadata, so its sync is one write to the disk. */
const chunk = 1024 * 1024
/** All of 60 MB synced at once keeps a tap's write waiting for a fifth of a second behind them, and takes longer itself. */
const piece = 1024 * 1024
// macOS honours O_DSYNC without flushing the drive's cache, and Windows has none: there fdatasync follows each write.
const syncOnWrite = process.platform === 'linux' ? constants.O_DSYNC : 0

/** `before` is called ahead of each step; a test throws from it to play a failing disk. */
export function createNodeFiles(before: (step: FileStep, path: string) => void = () => undefined): Files {
  const replacing = new Map<string, Promise<void>>()

  async function replaceNow(path: string, content: string | Uint8Array) {
    const beside = path + temporary
    await attempt(path, async () => {
      before('open', beside)
      const file = await open(beside, 'w', 0o600)
      try {
        before('write', beside)
        await writeWhole(file, content)
        before('sync', beside)
        await file.sync()
      } finally {
        await file.close()
      }
      before('rename', path)
      await rename(beside, path)
      before('sync-folder', path)
      await syncFolder(dirname(path))
    })
  }

  return {
    read: path => readIfThere(path),
    readAround: (path, hole) => readable(path, () => readAround(path, hole)),
    // One after the other for each path: they share the temp file, so that crashes leave at most one behind.
    replace(path, content) {
      const turn = (replacing.get(path) ?? Promise.resolve()).then(() => replaceNow(path, content))
      const settled = turn
        .catch(() => undefined)
        .then(() => {
          if (replacing.get(path) === settled) replacing.delete(path)
        })
      replacing.set(path, settled)
      return turn
    },
    async list(folder) {
      const names = await readable(folder, () => readdir(folder))
      return (names ?? []).filter(name => !name.endsWith(temporary)).sort()
    },
    remove: path =>
      attempt(path, async () => {
        before('remove', path)
        await rm(path, { force: true })
        await syncFolder(dirname(path))
      }),
    makeFolder: path =>
      attempt(path, async () => {
        const first = await mkdir(path, { recursive: true, mode: 0o700 })
        for (let made = path; first !== undefined && made.length >= first.length; made = dirname(made)) {
          await syncFolder(dirname(made))
        }
      }),
    openDurable: path =>
      attemptNow(path, () => {
        before('open', path)
        const descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT | syncOnWrite, 0o600)
        syncFolderNow(dirname(path))
        return durableFile(descriptor, path, before)
      }),
  }
}

async function writeWhole(file: FileHandle, content: string | Uint8Array) {
  // Encoded on its way out, a short text leaves no buffer behind that the collector must come for.
  const short = typeof content === 'string' && content.length <= piece
  const written = short ? (await file.write(content)).bytesWritten : 0
  if (short && written === Buffer.byteLength(content)) return
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  for (let at = written; at < bytes.length; at += piece) {
    if (at > 0) await file.datasync()
    await file.writeFile(bytes.subarray(at, at + piece))
  }
}

function durableFile(descriptor: number, path: string, before: (step: FileStep, path: string) => void): DurableFile {
  let allotted = fstatSync(descriptor).size

  function writeAll(bytes: Uint8Array, offset: number) {
    for (let done = 0; done < bytes.length; )
      done += writeSync(descriptor, bytes, done, bytes.length - done, offset + done)
  }

  function growTo(size: number) {
    const wanted = Math.ceil(size / chunk) * chunk
    writeAll(Buffer.alloc(wanted - allotted), allotted)
    fsyncSync(descriptor)
    allotted = wanted
  }

  return {
    size: () => allotted,
    writeDurably: (bytes, offset) =>
      attemptNow(path, () => {
        if (offset + bytes.length > allotted) growTo(offset + bytes.length)
        before('write', path)
        writeAll(bytes, offset)
        before('sync', path)
        if (syncOnWrite === 0) fdatasyncSync(descriptor)
      }),
    truncate: size =>
      attemptNow(path, () => {
        before('truncate', path)
        ftruncateSync(descriptor, size)
        fsyncSync(descriptor)
        allotted = size
      }),
    close: () => closeSync(descriptor),
  }
}

function readIfThere(path: string): Promise<Buffer | undefined> {
  return readable(path, () => readFile(path))
}

async function readAround(path: string, { from, to }: Hole): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const bytes = Buffer.alloc(size)
    await fill(0, Math.min(from, size))
    await fill(to, size)
    return bytes

    async function fill(start: number, end: number) {
      for (let at = start; at < end; ) {
        const { bytesRead } = await file.read(bytes, at, end - at, at)
        if (bytesRead === 0) return
        at += bytesRead
      }
    }
  } finally {
    await file.close()
  }
}

async function readable<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw new StoreFailed('unreadable', path, String(error), { cause: error })
  }
}

/**
 * A folder or a file that cannot be looked at just now is not missing: by what is, a copy is made anew and a restore is given
 * up. Throws StoreFailed 'unreadable'.
 */
export async function isThere(path: string): Promise<boolean> {
  const found = await readable(path, async () => {
    await access(path)
    return true
  })
  return found ?? false
}

/** Windows cannot sync a folder, and keeps its own journal of names. */
export async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(join(folder, '.'), 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function syncFolderNow(folder: string) {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw failureOf(path, error)
  }
}

function attemptNow<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failureOf(path, error)
  }
}

/** What an error of the system means to a store. */
export function failureOf(path: string, error: unknown): StoreFailed {
  if (error instanceof StoreFailed) return error
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error) ?? '')
  return new StoreFailed(full ? 'disk-full' : 'write-failed', path, String(error), { cause: error })
}
