/** Ways in which the hub of a positive control is weak. */
import { closeSync, openSync, writeSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import * as v from 'valibot'
import type { Files, JournalLine } from '../../hub/ports.ts'

export const weaknesses = ['deferred', 'unsynced', 'careless', 'forgetful', 'amnesiac', 'leaking'] as const
export type Weakness = (typeof weaknesses)[number]

const lateMs = 40

/** Says that it is on the disk, and writes a moment later. */
export function deferring(real: Files): Files {
  return {
    ...real,
    openDurable(path) {
      const file = real.openDurable(path)
      let last: Promise<unknown> = Promise.resolve()
      return {
        ...file,
        writeDurably(bytes, offset) {
          const kept = Buffer.from(bytes)
          last = last
            .then(() => new Promise(later => setTimeout(later, lateMs)))
            .then(() => file.writeDurably(kept, offset))
        },
        close() {
          void last.then(() => file.close())
        },
      }
    },
  }
}

/** Writes at once, and never asks the disk whether it has it. */
export function unsynced(real: Files): Files {
  return {
    ...real,
    async replace(path, content) {
      await writeFile(`${path}.tmp`, content, { mode: 0o600 })
      await rename(`${path}.tmp`, path)
    },
    openDurable(path) {
      const [file, plain] = [real.openDurable(path), openSync(path, 'r+')]
      return {
        ...file,
        writeDurably: (bytes, offset) => void writeSync(plain, bytes, 0, bytes.length, offset),
        close() {
          file.close()
          closeSync(plain)
        },
      }
    },
  }
}

/** Writes and syncs, and does not mind when that fails. */
export function careless(real: Files): Files {
  return {
    ...real,
    openDurable(path) {
      const file = real.openDurable(path)
      return {
        ...file,
        writeDurably(bytes, offset) {
          try {
            file.writeDurably(bytes, offset)
          } catch {
            // So it says yes to what is nowhere.
          }
        },
      }
    },
  }
}

const Outboxed = v.looseObject({ outbox: v.string() })

/** An outbox has another name in each life of a forgetful hub, and at each tap of an amnesiac one; {@link renamedBack} leads back. */
export function renamedIn(life: number, envelope: unknown): unknown {
  const parsed = v.safeParse(Outboxed, envelope)
  return parsed.success ? { ...parsed.output, outbox: `${parsed.output.outbox}-${life}` } : envelope
}

export function renamedBack(line: JournalLine<unknown>): JournalLine<unknown> {
  const { outbox } = line.command
  return outbox === undefined ? line : { ...line, command: { ...line.command, outbox: outbox.replace(/-\d+$/, '') } }
}

/** Keeps a little of everything it was asked, and now and then a file that nobody closes. */
export function createLeak(): () => void {
  const kept: unknown[] = []
  return () => {
    kept.push(Array.from({ length: 8192 }, (_, at) => at + kept.length))
    if (kept.length % 20 === 0) openSync(process.execPath, 'r')
  }
}
