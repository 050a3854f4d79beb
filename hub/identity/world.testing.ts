/** A clock that tests turn, ids that count, rows in memory. */
import type { Clock, Ids } from '../ports.ts'
import type { DeviceRow, DeviceRows } from './devices.ts'
import { createTokenMarks, type TokenMarks } from './token-marks.ts'

export interface TestClock extends Clock {
  advance(ms: number): void
}

export function createTestClock(now = 1_700_000_000_000): TestClock {
  let at = now
  let wakes: { at: number; wake: () => void }[] = []
  return {
    now: () => at,
    wakeAt(due, wake) {
      const entry = { at: due, wake }
      wakes.push(entry)
      return () => {
        wakes = wakes.filter(other => other !== entry)
      }
    },
    advance(ms) {
      const end = at + ms
      for (;;) {
        const [next] = wakes.filter(entry => entry.at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        wakes = wakes.filter(entry => entry !== next)
        at = Math.max(at, next.at)
        next.wake()
      }
      at = end
    },
  }
}

/** Counts upwards: no two secrets are equal, and a run repeats. */
export function createTestIds(): Ids {
  let count = 0
  return {
    next: prefix => `${prefix}${++count}`,
    secret(bytes) {
      count += 1
      const secret = Buffer.alloc(bytes)
      for (let at = 0; at < bytes; at += 1) secret[at] = (count * 37 + at * 11) % 256
      secret.writeUInt16BE(count, 0)
      return secret.toString('base64url')
    },
  }
}

export function createTestMarks(ids: Pick<Ids, 'secret'>): TokenMarks {
  return createTokenMarks({ key: Buffer.alloc(32, 7), ids })
}

export function createTestRows(...rows: DeviceRow[]): DeviceRows & { readonly all: Map<string, DeviceRow> } {
  const all = new Map(rows.map(row => [row.id, row]))
  return {
    all,
    find: id => all.get(id),
    async save(row) {
      await Promise.resolve()
      all.set(row.id, row)
    },
  }
}

export function deviceRow(row: Partial<DeviceRow> & Pick<DeviceRow, 'id' | 'kind'>): DeviceRow {
  return { name: row.id, shared: false, tokens: [], createdAt: 0, revoked: false, ...row }
}
