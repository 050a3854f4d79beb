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
  const waiting = new Set<string>()
  let paused = false
  const grant = async (name: string) => {
    const node = join('/dev', name)
    await chown(node, 0, group)
    await chmod(node, 0o660)
  }
  const watcher = watch('/dev', (kind, name) => {
    if (kind !== 'rename' || !name?.startsWith('hidraw')) return
    if (paused) waiting.add(name)
    // Unplugged again before it was granted: there is nothing to grant.
    else setTimeout(() => grant(name).catch(() => undefined), afterMs)
  })
  return {
    pause() {
      paused = true
    },
    async resume() {
      paused = false
      for (const name of waiting) await grant(name)
      waiting.clear()
    },
    stop: () => watcher.close(),
  }
}
