/** A device's disk, the hub and a page that tests of the outbox break at will. */
import { type Answer, done } from '../protocol/answer.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import { createOutbox } from './outbox.ts'
import type { StoredTap, Tap, TapStore } from './tap.ts'

/** Lets what was promised come true. */
export const turns = async (count = 30) => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve()
}
export const addSong = (n: number): PeopleCommand => ({ type: 'AddSong', song: `s${n}` })
export const songOf = (tap: Tap) => (tap.command.type === 'AddSong' ? tap.command.song : '?')

/** What a device keeps. A page writes through `page()`; when it dies, what it had not written yet is lost. */
export function createDisk() {
  const rows = new Map<string, StoredTap>()
  const unwritten: (() => void)[] = []
  let slow = false
  return {
    rows,
    slow(on: boolean) {
      slow = on
      if (!on) for (const write of unwritten.splice(0)) write()
    },
    page(): TapStore & { die(): void } {
      let dead = false
      const write = (work: () => void) =>
        new Promise<void>(resolve => {
          const now = () => {
            if (dead) return
            work()
            resolve()
          }
          if (slow) unwritten.push(now)
          else now()
        })
      return {
        load: async () => [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stored]) => stored),
        put: stored => write(() => rows.set(stored.key, structuredClone(stored))),
        drop: keys =>
          write(() => {
            for (const key of keys) rows.delete(key)
          }),
        die: () => {
          dead = true
        },
      }
    },
  }
}

/** Answers each number of each outbox once, as the real one does. */
export function createHub() {
  const log: string[] = []
  const answers = new Map<string, Answer>()
  return {
    log,
    receive(tap: Tap): Answer {
      const key = `${tap.outbox} ${tap.n}`
      const known = answers.get(key)
      if (known) return known
      log.push(songOf(tap))
      const answer = done({ nth: log.length })
      answers.set(key, answer)
      return answer
    },
  }
}

export interface Flight {
  readonly tap: Tap
  readonly answer: (answer: Answer | undefined) => void
}

export function createPage(store: TapStore = createDisk().page(), ids = { next: 0 }) {
  const flights: Flight[] = []
  const waits: { ms: number; over: () => void }[] = []
  const clock = { now: 1000 }
  const outbox = createOutbox({
    store,
    send: tap => new Promise(answer => flights.push({ tap, answer })),
    newId: prefix => `${prefix}${++ids.next}`,
    hubNow: () => clock.now,
    wait: ms => new Promise(over => waits.push({ ms, over })),
  })
  const passTime = () => {
    for (const { over } of waits.splice(0)) over()
  }
  return { outbox, flights, waits, clock, passTime }
}
