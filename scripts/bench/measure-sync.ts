/** What the disk itself takes for one line of the journal: written over zeroes that are there, then fdatasync. ms. */
import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const line = Buffer.alloc(390, 'x')
/**
 * `betweenMs`: as the taps come that it stands beside. A disk, and the processor that waits for it, are slower after they had
 * time to rest: here 0.24 ms every 10 ms and 0.44 ms every 40.
 */
export async function measureSync(path: string, count: number, betweenMs: number): Promise<number[]> {
  const file = openSync(path, 'w')
  try {
    writeSync(file, Buffer.alloc(line.length * count))
    fsyncSync(file)
    const taken: number[] = []
    for (let index = 0; index < count; index++) {
      await pause(betweenMs)
      const since = performance.now()
      writeSync(file, line, 0, line.length, index * line.length)
      fdatasyncSync(file)
      taken.push(performance.now() - since)
    }
    return taken
  } finally {
    closeSync(file)
  }
}
