/** How a relay keeps a tap before it hands it on. */
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'

/**
 * `synced`: on the disk, as the hub's own journal is written, over zeroes that are already there. `lowdb`: pushed to the
 * evening's list, and all of it written again by lowdb as it comes, which syncs nothing.
 */
export type KeptWay = 'synced' | 'lowdb'

/** What it answers is waited for; undefined: it is kept already. */
export type Keeper = (tap: unknown) => Promise<void> | undefined

export function keeperOf(way: string | undefined, file: string | undefined): Keeper {
  if (file === undefined) return () => undefined
  return way === 'lowdb' ? createLowdbKeeper(file) : createSyncedKeeper(file)
}

const keptBytes = 64 * 1024 * 1024

function createSyncedKeeper(path: string): Keeper {
  const file = openSync(path, 'w')
  writeSync(file, Buffer.alloc(keptBytes))
  fsyncSync(file)
  process.on('exit', () => closeSync(file))
  let offset = 0
  return tap => {
    const line = Buffer.from(`${JSON.stringify(tap)}\n`)
    writeSync(file, line, 0, line.length, offset)
    fdatasyncSync(file)
    offset = (offset + line.length) % (keptBytes - 65_536)
    return undefined
  }
}

/** Events that the evening's list holds all the time: a tenth of a busy night. */
export const lowdbEvents = 2000

function createLowdbKeeper(path: string): Keeper {
  const low = new Low<{ events: unknown[] }>(new JSONFile(path), { events: [] })
  return async tap => {
    const { events } = low.data
    // The first tap fills the evening up to where it is measured.
    do events.push(tap)
    while (events.length < lowdbEvents)
    if (events.length > lowdbEvents) events.shift()
    await low.write()
  }
}
