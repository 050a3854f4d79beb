/** What lies in the last records is spoilt in every way a disk can: opening must give an exact prefix, or say no. */
import { isDeepStrictEqual } from 'node:util'
import type { JournalLine } from '../../hub/ports.ts'

/** A journal on a disk: its bytes, where its last records begin, and what it says. */
export interface Written {
  /** Which lines shared a write, for the report: `1+1+1`. */
  readonly batches: string
  readonly bytes: Buffer
  /** Bytes from the start at which the records to be spoilt begin. */
  readonly from: number
  readonly lines: readonly JournalLine<unknown>[]
}

/** What is said to be in these bytes, or `refused`: nothing is said to be. */
export type Reading = readonly JournalLine<unknown>[] | 'refused'
export type Read = (bytes: Buffer) => Promise<Reading>

const damages = ['truncated', 'truncated-grown', 'flipped', 'zeroed-byte', 'zeroed-line', 'zeroed-rest'] as const
export type Damage = (typeof damages)[number]

export interface Outcome {
  readonly damage: Damage
  readonly cases: number
  readonly prefixes: number
  readonly refusals: number
  /** Neither: what was read is not what was written. At most {@link mostNamed} are named. */
  readonly wrong: readonly string[]
  readonly wrongCases: number
}

const mostNamed = 5

/** `every`: only each so-manieth byte is spoilt. */
export async function spoilLastRecords(written: Written, read: Read, every = 1): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const damage of damages) {
    let [cases, prefixes, refusals, wrongCases] = [0, 0, 0, 0]
    const wrong: string[] = []
    for (let at = written.from; at < written.bytes.length; at += every)
      for (const bytes of spoilt(written.bytes, at, damage)) {
        cases += 1
        const reading = await read(bytes)
        if (reading === 'refused') refusals += 1
        else if (isPrefix(reading, written.lines)) prefixes += 1
        else {
          wrongCases += 1
          if (wrong.length < mostNamed)
            wrong.push(`${written.batches} ${damage} at byte ${at}: ${reading.length} lines`)
        }
      }
    outcomes.push({ damage, cases, prefixes, refusals, wrong, wrongCases })
  }
  return outcomes
}

function* spoilt(sound: Buffer, at: number, damage: Damage): Generator<Buffer> {
  switch (damage) {
    case 'truncated':
      yield sound.subarray(0, at)
      return
    case 'truncated-grown':
      yield zeroed(Buffer.concat([sound, Buffer.alloc(grown)]), at, sound.length)
      return
    case 'flipped':
      for (let bit = 0; bit < 8; bit++) {
        const bytes = Buffer.from(sound)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
        yield bytes
      }
      return
    case 'zeroed-byte':
      yield zeroed(sound, at, at + 1)
      return
    case 'zeroed-line':
      yield zeroed(sound, at, sound.indexOf(10, at) + 1)
      return
    case 'zeroed-rest':
      yield zeroed(sound, at, sound.length)
      return
  }
}

const zeroed = (sound: Buffer, from: number, to: number): Buffer => Buffer.from(sound).fill(0, from, to)

/** A file is allotted ahead of what is written. */
const grown = 512

const isPrefix = (read: readonly unknown[], written: readonly unknown[]): boolean =>
  isDeepStrictEqual(read, written.slice(0, read.length))
