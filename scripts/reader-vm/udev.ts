/** As udev does it: a new node belongs to root alone, and is granted to the readers' group a moment later. */
import { watch } from 'node:fs'
import { chmod, chown } from 'node:fs/promises'
import { join } from 'node:path'

export interface Udev {
  /** From now on nobody is granted anything. */
  pause(): void
  /** Grants what was not granted meanwhile. */
  resume(): Promise<void>
  stop(): void
}

/** About so long it takes. */
const afterMs = 90

export function startUdev(group: number): Udev {
  /** Nodes that have come and are not granted yet. */
  const waiting = new Set<string>()
  let paused = false
  const grant = async (name: string) => {
    // Unplugged again before it was granted, or nothing is granted now: it stays as it is.
    if (paused || !waiting.delete(name)) return
    const node = join('/dev', name)
    await chown(node, 0, group)
    await chmod(node, 0o660)
  }
  const grantIfThere = (name: string) => grant(name).catch(() => undefined)
  // What goes is told like what comes: a node that is back within that time is another's, and may be nobody's yet.
  const watcher = watch('/dev', (kind, name) => {
    if (kind !== 'rename' || !name?.startsWith('hidraw')) return
    waiting.add(name)
    setTimeout(() => void grantIfThere(name), afterMs)
  })
  return {
    pause() {
      paused = true
    },
    async resume() {
      paused = false
      for (const name of [...waiting]) await grantIfThere(name)
    },
    stop: () => watcher.close(),
  }
}
