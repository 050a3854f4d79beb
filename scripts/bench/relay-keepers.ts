/** How a relay keeps a tap before it hands it on. */
import { closeSync, constants, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'

/**
 * `synced`: each on the disk by itself, over zeroes that are already there. `together`: all of one turn of the loop at once,
 * as the hub's own journal is written. `lowdb`: pushed to the evening's list, and all of it written again by lowdb as it
 * comes, which syncs nothing.
 */
export type KeptWay = 'synced' | 'together' | 'lowdb'

/** What it answers is waited for; undefined: it is kept already. */
export type Keeper = (tap: unknown) => Promise<void> | undefined

export function keeperOf(way: string | undefined, file: string | undefined): Keeper {
  if (file === undefined) return () => undefined
  if (way === 'lowdb') return createLowdbKeeper(file)
  return way === 'together' ? createTogetherKeeper(file) : createSyncedKeeper(file)
}

const keptBytes = 64 * 1024 * 1024

const lineOf = (tap: unknown): string => `${JSON.stringify(tap)}\n`

function createSyncedKeeper(path: string): Keeper {
  const write = durably(path, 0)
  return tap => {
    write(lineOf(tap))
    return undefined
  }
}

function createTogetherKeeper(path: string): Keeper {
  const write = durably(path, process.platform === 'linux' ? constants.O_DSYNC : 0)
  let waiting = ''
  let written: Promise<void> | undefined
  return tap => {
    waiting += lineOf(tap)
    written ??= new Promise(done =>
      setImmediate(() => {
        write(waiting)
        waiting = ''
        written = undefined
        done()
      }),
    )
    return written
  }
}

/** `syncs`: a flag with which each write is on the disk by itself, or 0. */
function durably(path: string, syncs: number): (text: string) => void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | syncs)
  writeSync(file, Buffer.alloc(keptBytes))
  fsyncSync(file)
  process.on('exit', () => closeSync(file))
  let offset = 0
  return text => {
    const bytes = Buffer.from(text)
    writeSync(file, bytes, 0, bytes.length, offset)
    if (syncs === 0) fdatasyncSync(file)
    offset = (offset + bytes.length) % (keptBytes - 1_048_576)
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
