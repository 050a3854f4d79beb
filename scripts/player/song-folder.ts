/** The venue's folder of songs, read anew when a song is looked for in vain: somebody may have copied it there just now. */
import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createSongFiles, isSongFile, type NamedSong, type SongFiles } from './song-files.ts'

/** `away`: the folder itself is not there, or empty; nothing is said of the song. */
export type Found = { readonly file: string } | 'missing' | 'away'

export interface SongFolder {
  find(song: NamedSong): Promise<Found>
}

const readAgainMs = 30_000

export function createSongFolder(path: string, read: (count: number) => void): SongFolder {
  let files: SongFiles | undefined
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  async function readAll(): Promise<void> {
    const found = createSongFiles(await listFiles(path))
    files = found
    readAt = performance.now()
    read(found.count)
  }
  const readOnce = () => {
    reading ??= readAll().finally(() => {
      reading = undefined
    })
    return reading
  }

  async function isThere(file: string): Promise<boolean> {
    return stat(file).then(
      one => one.isFile(),
      () => false,
    )
  }

  return {
    async find(song) {
      if (!files) await readOnce()
      const file = files?.find(song)
      if (file !== undefined && (await isThere(file))) return { file }
      if (performance.now() - readAt >= readAgainMs || file !== undefined) await readOnce()
      const again = files?.find(song)
      if (again !== undefined) return { file: again }
      return (files?.count ?? 0) > 0 ? 'missing' : 'away'
    },
  }
}

/** Links to folders are followed, each folder once. What cannot be read holds no songs. */
async function listFiles(top: string): Promise<string[]> {
  const seen = new Set<string>()
  const files: string[] = []
  const folders = [top]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const real = await realpath(folder).catch(() => undefined)
    if (real === undefined || seen.has(real)) continue
    seen.add(real)
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name)
      const link = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : undefined
      if (entry.isDirectory() || link?.isDirectory()) folders.push(path)
      else if (isSongFile(path)) files.push(path)
    }
  }
  return files
}

const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => [])
