/** The `Files` port in memory, for tests and trials. It keeps steps and zeroes as the real one does, and no folders. */
import { basename, dirname } from 'node:path'
import type { DurableFile, Files } from '../ports.ts'
import { type FileStep, failureOf } from './files.ts'

export interface MemoryFiles extends Files {
  /** Path → content; change it to play damage. */
  readonly disk: Map<string, Buffer>
}

/** Small, so that tests cross its border often. */
const chunk = 4096

/** `before` as in {@link createNodeFiles}. */
export function createMemoryFiles(before: (step: FileStep, path: string) => void = () => undefined): MemoryFiles {
  const disk = new Map<string, Buffer>()
  return {
    disk,
    read: async path => {
      const content = disk.get(path)
      return content && Buffer.from(content)
    },
    readAround: async (path, { from, to }) => {
      const content = disk.get(path)
      return content && Buffer.from(content).fill(0, Math.min(from, content.length), Math.min(to, content.length))
    },
    replace: async (path, content) =>
      attempt(path, () => {
        const bytes = Buffer.from(content)
        before('open', path)
        before('write', path)
        before('sync', path)
        before('rename', path)
        disk.set(path, bytes)
        before('sync-folder', path)
      }),
    list: async folder =>
      [...disk.keys()]
        .filter(path => dirname(path) === folder)
        .map(path => basename(path))
        .sort(),
    remove: async path =>
      attempt(path, () => {
        before('remove', path)
        disk.delete(path)
      }),
    makeFolder: async () => undefined,
    openDurable: path =>
      attempt(path, () => {
        before('open', path)
        if (!disk.has(path)) disk.set(path, Buffer.alloc(0))
        return memoryFile(disk, path, before)
      }),
  }
}

function memoryFile(
  disk: Map<string, Buffer>,
  path: string,
  before: (step: FileStep, path: string) => void,
): DurableFile {
  const content = () => disk.get(path) ?? Buffer.alloc(0)
  return {
    size: () => content().length,
    writeDurably: (bytes, offset) =>
      attempt(path, () => {
        before('write', path)
        const size = Math.max(content().length, Math.ceil((offset + bytes.length) / chunk) * chunk)
        const grown = Buffer.alloc(size)
        grown.set(content())
        grown.set(bytes, offset)
        disk.set(path, grown)
        before('sync', path)
      }),
    truncate: size =>
      attempt(path, () => {
        before('truncate', path)
        disk.set(path, content().subarray(0, size))
      }),
    close: () => undefined,
  }
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw failureOf(path, error)
  }
}
