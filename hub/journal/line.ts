/** One line of a day file: JSON, linked to the line before it by a keyed hash. */
import { createHmac, createSecretKey, type Hmac } from 'node:crypto'
import * as v from 'valibot'
import type { JournalLine } from '../ports.ts'

/** Raised when the lines change so that an older hub must not touch them. */
export const journalFormat = 1

/** What the chain hangs on before there is a line. */
export const genesis = 'A'.repeat(22)

/** The first line of each day file says how to read the file, so that each can be verified without the one before it. */
export interface FileHead {
  readonly format: number
  /** Tells a lost or exchanged key from damage. */
  readonly key: string
  /** The mac that ends the day file before. */
  readonly prev: string
}

/**
 * A line as it lies on the disk: `left` counts the lines of its batch that follow it, so that a torn batch is known as such.
 * What the protocol gives meaning to (events, refusal) is not looked at here: words that come and go must not pass for damage.
 */
export type StoredLine = Omit<JournalLine<unknown>, 'refusal'> & {
  readonly refusal?: unknown
  readonly left: number
  readonly head?: FileHead
}

export interface LineCodec {
  /** First characters of a hash of nothing: names the key, gives nothing away. */
  readonly keyName: string
  /** The text of the line with its line break, and its link of the chain. */
  encode(line: StoredLine, prev: string): { text: string; mac: string }
  /** Whether the bytes of one line (no line break) were written with this key after the line whose link is `prev`. */
  isLinked(bytes: Buffer, prev: string): boolean
  /** The line after `prev` is still to come: what its link begins with is worked out while nobody waits for it. */
  expect(prev: string): void
}

export function createLineCodec(key: Uint8Array): LineCodec {
  const secret = createSecretKey(key)
  const begin = (prev: string) => createHmac('sha256', secret).update(prev)
  // To begin a hash takes half as long again as to end it: 75 µs on a processor that has rested since the last tap.
  let begun: { readonly prev: string; readonly hmac: Hmac } | undefined
  const link = (prev: string, body: string | Buffer) => {
    const hmac = begun?.prev === prev ? begun.hmac : begin(prev)
    begun = undefined
    return hmac.update(body).digest().subarray(0, 16).toString('base64url')
  }
  return {
    keyName: link('', '').slice(0, 8),
    encode(line, prev) {
      const body = JSON.stringify(inOrder(line)).slice(0, -1)
      const mac = link(prev, body)
      return { text: `${body}${macStart}${mac}${macEnd}\n`, mac }
    },
    isLinked: (bytes, prev) => macOf(bytes) === link(prev, bytes.subarray(0, -macLength)),
    expect(prev) {
      begun = { prev, hmac: begin(prev) }
    },
  }
}

const macStart = ',"mac":"'
const macEnd = '"}'
const macLength = macStart.length + genesis.length + macEnd.length

/** The link that ends a line, or undefined when its last bytes are something else. */
export function macOf(bytes: Buffer): string | undefined {
  const end = bytes.subarray(-macLength).toString('latin1')
  if (end.length < macLength || !end.startsWith(macStart) || !end.endsWith(macEnd)) return undefined
  return end.slice(macStart.length, -macEnd.length)
}

/** Every line starts like this; what looks for lines among damage relies on it. */
export const lineStart = '{"seq":'

function inOrder({ seq, batch, left, ...rest }: StoredLine): object {
  return { seq, batch, left, ...rest }
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

const fileHead = v.object({ format: count, key: v.string(), prev: v.string() })

const storedLine = v.object({
  seq: count,
  batch: count,
  left: count,
  at: v.number(),
  command: v.object({ type: v.string(), outbox: v.exactOptional(v.string()), n: v.exactOptional(v.number()) }),
  by: v.object({
    device: v.exactOptional(v.string()),
    staff: v.exactOptional(v.string()),
    system: v.exactOptional(v.literal(true)),
    phone: v.exactOptional(v.literal(true)),
  }),
  events: v.array(v.unknown()),
  answer: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  refusal: v.exactOptional(v.unknown()),
  head: v.exactOptional(fileHead),
})

/** What a line says, without asking whether it is linked; undefined when it is no line. */
export function decodeLine(bytes: Buffer): StoredLine | undefined {
  if (macOf(bytes) === undefined) return undefined
  const text = bytes.toString('utf8')
  const parsed = v.safeParse(storedLine, parseJson(text))
  return parsed.success ? parsed.output : undefined
}

/** The head of a first line, read loosely: a newer hub's lines may hold what {@link decodeLine} does not know. */
export function decodeHead(bytes: Buffer): FileHead | undefined {
  const parsed = v.safeParse(v.object({ head: fileHead }), parseJson(bytes.toString('utf8')))
  return parsed.success ? parsed.output.head : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Damage is an expected answer here: the caller decides what it means.
    return undefined
  }
}
