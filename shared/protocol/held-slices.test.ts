import { expect, it } from 'vitest'
import { createHeldSlices } from './held-slices.ts'
import type { ViewFrame } from './wire.ts'

const frame = (more: Partial<ViewFrame>): ViewFrame => ({ seq: 1, whole: true, now: 1, put: [], drop: [], ...more })
const beer = ['item/beer', { price: 10 }] as const
const visit = ['visit', { id: 'v1' }] as const

it('puts in what its mark stands for, before the rest', () => {
  const held = createHeldSlices()
  expect(held.mark).toBeUndefined()
  expect(held.fill(frame({ menu: { mark: 'm1', put: [beer] }, put: [visit] }))?.put).toEqual([beer, visit])
  expect(held.mark).toBe('m1')
  expect(held.fill(frame({ menu: { mark: 'm1' }, put: [visit] }))?.put).toEqual([beer, visit])
})

it('says so when it does not hold the list, and asks for it from then on', () => {
  const held = createHeldSlices()
  expect(held.fill(frame({ menu: { mark: 'm1' } }))).toBeUndefined()
  held.fill(frame({ menu: { mark: 'm1', put: [beer] } }))
  expect(held.fill(frame({ menu: { mark: 'm2' } }))).toBeUndefined()
  expect(held.mark).toBeUndefined()
})

it('holds no list of which something was changed by itself', () => {
  const held = createHeldSlices()
  const each = [{ put: [beer] }, { drop: ['item/beer'] }, { drop: ['category/beer'] }]
  for (const change of each) {
    held.fill(frame({ menu: { mark: 'm1', put: [beer] } }))
    held.fill(frame({ whole: false, put: [visit] }))
    expect(held.mark).toBe('m1')
    const changed = frame({ whole: false, ...change })
    expect(held.fill(changed)).toEqual(changed)
    expect(held.mark).toBeUndefined()
  }
})

it('holds no list of which a price was changed by itself', () => {
  const held = createHeldSlices()
  held.fill(frame({ menu: { mark: 'm1', put: [beer] } }))
  const changed = held.fill(frame({ whole: false, change: [['item/beer', { soldOut: true }]] }))
  expect(changed?.put).toEqual([['item/beer', { price: 10, soldOut: true }]])
  expect(held.mark).toBeUndefined()
})

it('changes a slice into a new one, and leaves what did not change as it was', () => {
  const held = createHeldSlices()
  const feedback = [{ face: 'good' }]
  const visit = { id: 'v1', doNotDisturb: false, yours: true, feedback }
  held.fill(frame({ put: [['visit', visit]] }))
  const changed = held.fill(frame({ whole: false, change: [['visit', { doNotDisturb: true }, ['yours']]] }))
  expect(changed?.put).toEqual([['visit', { id: 'v1', doNotDisturb: true, feedback }]])
  expect(changed?.put[0]?.[1]).toHaveProperty('feedback', feedback)
  expect(visit).toEqual({ id: 'v1', doNotDisturb: false, yours: true, feedback })
})

it('says so when what was changed is not here, or is not here any more', () => {
  const held = createHeldSlices()
  const change = frame({ whole: false, change: [['visit', { doNotDisturb: true }]] })
  expect(held.fill(change)).toBeUndefined()
  held.fill(frame({ put: [visit] }))
  expect(held.fill(change)).toBeDefined()
  held.fill(frame({ put: [] }))
  expect(held.fill(change)).toBeUndefined()
  held.fill(frame({ put: [visit] }))
  held.fill(frame({ whole: false, drop: ['visit'] }))
  expect(held.fill(change)).toBeUndefined()
})
