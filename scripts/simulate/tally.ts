/** What the simulated evening has done so far, and the refusals it met. */
import type { CommandType } from '../../shared/protocol/commands.ts'
import type { RefusalCode } from '../../shared/protocol/refusals.ts'

export const counted = [
  'opened',
  'closed',
  'orders',
  'delivered',
  'requests',
  'resolved',
  'queued',
  'songs',
  'cards',
] as const
export type Counted = (typeof counted)[number]

export interface Tally {
  count(what: Counted): void
  /** `overtaken`: by the time of the answer nobody would have asked any more, so it is no bug whatever the code. */
  refuse(command: CommandType | 'query', code: RefusalCode, overtaken?: boolean): void
  /** The link broke before the answer came. */
  lose(): void
  readonly counts: Readonly<Record<Counted, number>>
  readonly lost: number
  /** By code, most first. */
  refusals(): readonly (readonly [code: RefusalCode, times: number])[]
  /** Those that no party and no colleague can bring about: bugs, as `Command: code`. */
  unexpected(): readonly (readonly [what: string, times: number])[]
}

export function createTally(): Tally {
  const counts = {
    opened: 0,
    closed: 0,
    orders: 0,
    delivered: 0,
    requests: 0,
    resolved: 0,
    queued: 0,
    songs: 0,
    cards: 0,
  }
  const byCode = new Map<RefusalCode, number>()
  const strange = new Map<string, number>()
  let lost = 0
  return {
    counts,
    get lost() {
      return lost
    },
    count(what) {
      counts[what] += 1
    },
    refuse(command, code, overtaken = false) {
      byCode.set(code, (byCode.get(code) ?? 0) + 1)
      if (overtaken || isExpected(code)) return
      const what = `${command}: ${code}`
      strange.set(what, (strange.get(what) ?? 0) + 1)
    },
    lose() {
      lost += 1
    },
    refusals: () => mostFirst(byCode),
    unexpected: () => mostFirst(strange),
  }
}

const mostFirst = <K>(times: ReadonlyMap<K, number>): (readonly [K, number])[] =>
  [...times].sort(([, a], [, b]) => b - a)

/** What an ordinary night brings: somebody was quicker, the bar ran out, the party left, the hub is starting. */
const ordinary: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'signed-out',
  'visit-closed',
  'visit-settled',
  'late',
  'unavailable',
  'please-wait',
  'already-in',
  'room-taken',
  'room-promised',
  'room-not-ready',
  'visit-not-open',
  'open-orders',
  'unticked',
  'already-done',
  'playlist-full',
  'not-in-playlist',
  'already-sung',
  'sold-out',
  'price-changed',
  'staff-only',
  'big-round',
  'undo-over',
  'nothing-to-repeat',
  'already-taken',
  'already-resolved',
])

const isExpected = (code: RefusalCode): boolean => ordinary.has(code)
