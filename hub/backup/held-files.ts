/** The `Files` port with a hand on it: while it is held no record changes on the disk, and the journal goes on. */
import type { Files } from '../ports.ts'

export interface HeldFiles {
  readonly files: Files
  /** Resolves when no change is under way; those that come then wait until the answer is called. */
  hold(): Promise<() => void>
}

export function createHeldFiles(files: Files): HeldFiles {
  const underWay = new Set<Promise<unknown>>()
  let held: Promise<void> | undefined

  async function change<T>(begin: () => Promise<T>): Promise<T> {
    while (held) await held
    const changing = begin()
    underWay.add(changing)
    try {
      return await changing
    } finally {
      underWay.delete(changing)
    }
  }

  return {
    files: {
      ...files,
      replace: (path, content) => change(() => files.replace(path, content)),
      remove: path => change(() => files.remove(path)),
    },
    async hold() {
      while (held) await held
      const { promise, resolve } = openEnded()
      held = promise
      // Who began it is told how it ended.
      await Promise.allSettled(underWay)
      return () => {
        held = undefined
        resolve()
      }
    },
  }
}

function openEnded(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>(resolved => {
    resolve = resolved
  })
  return { promise, resolve }
}
