import { expect, it } from 'vitest'
import { emptyState, type Visit } from '../domain/state.ts'
import { createOutboxes } from '../loop/outboxes.ts'
import { atOnce } from '../system/in-steps.ts'
import { createLiveEncoder, decodeLive, type Live, takeLive } from './state-codec.ts'

const night = (rooms: number): Live => {
  const state = emptyState()
  state.day = '2026-11-20'
  for (let at = 0; at < rooms; at++) state.rooms.set(`r${at}`, { condition: 'ready', visit: `王总的第${at}次` })
  const outboxes = createOutboxes()
  outboxes.record('panel1', 'o1', 3, { ok: true, result: {} })
  return { state, outboxes }
}
const read = (pieces: readonly Uint8Array[]) => decodeLive(JSON.parse(Buffer.concat(pieces).toString('utf8')))

it('comes back as it was, whatever is in it', () => {
  for (const rooms of [0, 1, 5000]) {
    const live = night(rooms)
    const back = read(atOnce(createLiveEncoder()(takeLive(live))))
    expect(back?.state.day).toBe('2026-11-20')
    expect([...(back?.state.rooms.entries() ?? [])]).toEqual([...live.state.rooms.entries()])
    expect(back?.outboxes.snapshot()).toEqual(live.outboxes.snapshot())
  }
})

it('has its maps again, however deep they lie, also from a checkpoint that does not say where they are', () => {
  const live = night(1)
  const feedback = new Map([['song', new Map([['m1', [{ at: 1, by: new Map([[1, 2]]) }]]])]])
  // As deep as no visit has it.
  const visit = { id: 'v1', list: [1, { feedback }], none: null, empty: new Map() } as unknown as Visit
  live.state.visits.set('v1', visit)
  const before = structuredClone(visit)
  const text = Buffer.concat([...atOnce(createLiveEncoder()(takeLive(live)))]).toString('utf8')
  const { withMaps, ...older } = JSON.parse(text)
  expect(withMaps).toEqual(['visits'])
  for (const raw of [JSON.parse(text), older]) expect(decodeLive(raw)?.state.visits.get('v1')).toEqual(before)
})

it('says of what changed since the last one what one says that begins anew', () => {
  const encode = createLiveEncoder()
  const live = night(20)
  live.state.visits.set('v1', { feedback: new Map([['song', 1]]) } as unknown as Visit)
  const change = [
    () => live.state.rooms.set('r3', { condition: 'to-clean' }),
    () => live.state.rooms.delete('r4'),
    () => live.state.visits.set('v2', live.state.visits.get('v1') as Visit),
    () => live.state.visits.set('v1', { feedback: new Map() } as unknown as Visit),
    () => live.outboxes.record('panel1', 'o1', 4, { ok: true, result: {} }),
    () => live.outboxes.record('panel2', 'o"2', 1, { ok: true, result: {} }),
    () => live.outboxes.forget('panel1'),
    () => undefined,
  ]
  const text = (pieces: readonly Uint8Array[]) => Buffer.concat(pieces).toString('utf8')
  for (const make of change) {
    make()
    const taken = takeLive(live)
    expect(text(atOnce(encode(taken)))).toBe(text(atOnce(createLiveEncoder()(taken))))
  }
})

it('is of the moment at which it was taken: what happens while it is written is not in it', () => {
  const live = night(5000)
  const before = JSON.stringify([...live.state.rooms.entries()])
  const work = createLiveEncoder()(takeLive(live))
  let turns = 0
  let step = work.next()
  for (; !step.done; step = work.next()) {
    turns++
    live.state.rooms.set('r4999', { condition: 'to-clean' })
    live.state.rooms.delete('r4998')
    live.state.rooms.set(`new${turns}`, { condition: 'ready' })
    live.outboxes.record('panel1', 'o1', 4, { ok: true, result: {} })
  }
  const back = read(step.value)
  expect(turns).toBeGreaterThan(2)
  expect(JSON.stringify([...(back?.state.rooms.entries() ?? [])])).toBe(before)
  expect(back?.outboxes.snapshot()).toEqual(night(0).outboxes.snapshot())
})
