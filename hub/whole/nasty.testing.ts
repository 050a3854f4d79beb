/** What no app of ours sends: well-formed messages in which something was put wrong, by whoever knows how programs break. */
import fc from 'fast-check'
import type { CommandType } from '../../shared/protocol/commands.ts'
import { queryTypes } from '../../shared/protocol/queries.ts'
import { randomCommand, randomOf } from '../domain/random-command.testing.ts'
import { emptyState } from '../domain/state.ts'

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>(inner => [inner], 0)

/** As a parser of JSON makes them: own keys, whatever they are called. */
const poison: readonly unknown[] = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'].flatMap(
  key => [key, JSON.parse(`{"${key}":{"polluted":true}}`), JSON.parse(`{"${key}":{"prototype":{"polluted":true}}}`)],
)

const values: readonly unknown[] = [
  null,
  true,
  '',
  [],
  {},
  nested(300),
  Array(2000).fill(0),
  -0,
  -1,
  0.1,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  1.797e308,
  5e-324,
  -8_640_000_000_000_001,
  '9'.repeat(400),
  'NaN',
  '1e999',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff\ud800',
  '\u202e王总\u2066',
  '\ufeff',
  '\u200b'.repeat(40),
  'e\u0301'.repeat(60),
  '👨‍👩‍👧‍👦'.repeat(9),
  '../../etc/passwd',
  '..\\..\\secrets\\journal.key',
  '%2e%2e%2fsecrets',
  'm1-../../secrets/pepper',
  'm1',
  'm99999-nobody',
  '/dev/null',
  'file:///etc/passwd',
  '{{7*7}}',
  "'; DROP TABLE members; --",
  '=HYPERLINK("http://x")',
  '<img src=x onerror=alert(1)>',
  '(a+)+$',
  'x'.repeat(12_000),
  ...poison,
]

const wrong = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.jsonValue() })
const key = fc.constantFrom('__proto__', 'constructor', 'toString', 'more', 'role', 'price', '\u0000', '')

/** A command of this type, with up to three of its values wrong and maybe a key too many. */
export const badCommand = (type: CommandType): fc.Arbitrary<unknown> =>
  fc
    .record({
      seed: fc.nat(),
      hits: fc.array(fc.tuple(fc.nat(), wrong), { maxLength: 3 }),
      more: fc.option(fc.tuple(key, wrong), { nil: undefined, freq: 4 }),
    })
    .map(({ seed, hits, more }) => {
      const command: unknown = JSON.parse(
        JSON.stringify(randomCommand(randomOf(seed), emptyState(), Date.UTC(2026, 10, 20, 12), [type])),
      )
      for (const [where, value] of hits) hit(command, where, value)
      return more ? withKey(command, more) : command
    })

/** A query, and what stands where its bounds are. */
export const badQuery: fc.Arbitrary<unknown> = fc
  .record({
    type: fc.constantFrom(...queryTypes),
    more: fc.array(
      fc.tuple(fc.constantFrom('text', 'offset', 'member', 'party', 'day', 'visit', 'device', 'language'), wrong),
    ),
  })
  .map(({ type, more }) => more.reduce<unknown>(withKey, { type }))

/** The envelope round a command, itself not always as it should be. */
export const badEnvelope = (tappedAt: number, command: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .record({ command, more: fc.option(fc.tuple(key, wrong), { nil: undefined, freq: 9 }) })
    .map(({ command, more }) => {
      const envelope = { tappedAt, command }
      return more ? withKey(envelope, more) : envelope
    })

/** The `where`th value inside, all but the name of the command, becomes `value`. */
function hit(into: unknown, where: number, value: unknown): void {
  const places = placesIn(into).filter(({ name }) => name !== 'type')
  const place = places[where % Math.max(1, places.length)]
  if (place) put(place.of, place.name, value)
}

function placesIn(value: unknown): readonly { of: object; name: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [{ of: value, name }, ...placesIn(inner)])
}

function withKey(value: unknown, [name, inner]: readonly [string, unknown]): unknown {
  const copy: unknown = structuredClone(value)
  if (typeof copy === 'object' && copy !== null) put(copy, name, inner)
  return copy
}

/** `__proto__` too as a key of its own. A copy: the next hit may be inside it. */
function put(of: object, name: string, value: unknown): void {
  Object.defineProperty(of, name, {
    value: structuredClone(value),
    enumerable: true,
    configurable: true,
    writable: true,
  })
}
