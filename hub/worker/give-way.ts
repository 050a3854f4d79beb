/** Lets every other thread of the hub go first. */
import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/** For a thread that ends: nobody but root may take it back. Linux gives each thread a priority of its own; elsewhere nothing happens. */
export function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    if (Number.isInteger(thread)) setPriority(thread, constants.priority.PRIORITY_LOW)
  } catch {
    // No such system: it takes its turn like the others.
  }
}
