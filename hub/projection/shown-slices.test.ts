import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHeldSlices } from '../../shared/protocol/held-slices.ts'
import type { ViewFrame } from '../../shared/protocol/wire.ts'
import type { Slices } from '../views/context.ts'
import { createShownSlices } from './shown-slices.ts'

const visit = { id: 'v1', doNotDisturb: false, host: { called: '王总' }, yours: true }

describe('of what everybody holds', () => {
  it('nothing is sent again', () => {
    const shown = createShownSlices()
    shown.began(
      new Map<string, unknown>([
        ['visit', visit],
        ['night', { guests: 4 }],
      ]),
    )
    const same = structuredClone(visit)
    expect(
      shown.news(
        new Map<string, unknown>([
          ['visit', same],
          ['night', { guests: 4 }],
        ]),
      ),
    ).toEqual({ put: [], drop: [] })
  })

  it('only what is another is sent, with the names of what is gone', () => {
    const shown = createShownSlices()
    shown.began(new Map([['visit', visit]]))
    const { yours: _, ...rest } = visit
    const sent = shown.news(new Map([['visit', { ...rest, doNotDisturb: true }]]))
    expect(sent).toEqual({ put: [], drop: [], change: [['visit', { doNotDisturb: true }, ['yours']]] })
  })

  it('what is new, or another altogether, is sent whole', () => {
    const shown = createShownSlices()
    shown.began(
      new Map<string, unknown>([
        ['order/o1', { id: 'o1', status: 'placed' }],
        ['list', [1, 2]],
      ]),
    )
    const news = new Map<string, unknown>([
      ['order/o1', { id: 'o2', status: 'done' }],
      ['order/o3', { id: 'o3' }],
      ['list', [1]],
    ])
    expect(shown.news(news)).toEqual({ put: [...news], drop: [] })
  })

  it('what one who came later was shown otherwise is sent whole to both', () => {
    const shown = createShownSlices()
    shown.began(new Map([['visit', { id: 'v1', room: 100 }]]))
    shown.joined(new Map([['visit', { id: 'v1', room: 120 }]]))
    const now = { id: 'v1', room: 120 }
    expect(shown.news(new Map([['visit', now]]))).toEqual({ put: [['visit', now]], drop: [] })
  })
})

const field = fc.constantFrom('a', 'b', 'c')
const value = fc.option(fc.oneof(fc.nat(2), fc.array(fc.nat(1), { maxLength: 2 }), fc.record({ x: fc.nat(1) })), {
  nil: undefined,
})
const slice = fc.oneof(fc.dictionary(field, value), fc.constant(undefined), fc.nat(1), fc.array(fc.nat(1)))
const slices = fc
  .dictionary(fc.constantFrom('visit', 'night', 'order/o1'), slice)
  .map(one => new Map(Object.entries(one)))
/** `otherwise`: who comes is shown this of a slice, and nobody else: what a party runs up by the minute. */
const step = fc.record({ how: fc.constantFrom('news', 'whole', 'join' as const), slices, otherwise: fc.nat(1) })

it('whatever happens, everybody holds what there is', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), steps => {
      const shown = createShownSlices()
      const clients: ReturnType<typeof client>[] = [client()]
      let now: Slices = new Map()
      for (const { how, slices, otherwise } of steps) {
        if (how === 'join') {
          const late = client()
          const seen = new Map([...now].map(([key, value]) => [key, risen(value, otherwise)]))
          late.hear({ whole: true, put: present(seen), drop: [] })
          shown.joined(seen)
          clients.push(late)
          now = seen
          const told = shown.news(new Map(seen))
          for (const one of clients) one.hear({ whole: false, ...told })
        } else if (how === 'whole') {
          now = slices
          shown.began(slices)
          for (const one of clients) one.hear({ whole: true, put: present(slices), drop: [] })
        } else {
          now = new Map([...now, ...slices])
          const news = shown.news(slices)
          for (const one of clients) one.hear({ whole: false, ...news })
        }
        for (const { holds } of clients) expect(travelled(holds)).toEqual(travelled(now))
      }
    }),
  )
})

const risen = (value: unknown, by: number): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, a: by } : value
const present = (slices: Slices) => [...slices].filter(([, one]) => one !== undefined)
const travelled = (slices: Slices): unknown => JSON.parse(JSON.stringify(Object.fromEntries(slices)))

function client() {
  const held = createHeldSlices()
  const holds: Slices = new Map()
  return {
    holds,
    hear(sent: Omit<ViewFrame, 'seq' | 'now'>) {
      const overTheWire: ViewFrame = JSON.parse(JSON.stringify({ seq: 1, now: 1, ...sent }))
      const frame = held.fill(overTheWire)
      if (!frame) throw new Error('it rests on what is not held')
      if (frame.whole) holds.clear()
      for (const [key, one] of frame.put) holds.set(key, one)
      for (const key of frame.drop) holds.delete(key)
    },
  }
}
