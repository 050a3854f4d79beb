import { expect, it } from 'vitest'
import { createHeldMenu } from './held-menu.ts'
import type { ViewFrame } from './wire.ts'

const frame = (more: Partial<ViewFrame>): ViewFrame => ({ seq: 1, whole: true, now: 1, put: [], drop: [], ...more })
const beer = ['item/beer', { price: 10 }] as const
const visit = ['visit', { id: 'v1' }] as const

it('puts in what its mark stands for, before the rest', () => {
  const menu = createHeldMenu()
  expect(menu.mark).toBeUndefined()
  expect(menu.fill(frame({ menu: { mark: 'm1', put: [beer] }, put: [visit] }))?.put).toEqual([beer, visit])
  expect(menu.mark).toBe('m1')
  expect(menu.fill(frame({ menu: { mark: 'm1' }, put: [visit] }))?.put).toEqual([beer, visit])
})

it('says so when it does not hold the list, and asks for it from then on', () => {
  const menu = createHeldMenu()
  expect(menu.fill(frame({ menu: { mark: 'm1' } }))).toBeUndefined()
  menu.fill(frame({ menu: { mark: 'm1', put: [beer] } }))
  expect(menu.fill(frame({ menu: { mark: 'm2' } }))).toBeUndefined()
  expect(menu.mark).toBeUndefined()
})

it('holds no list of which something was changed by itself', () => {
  const menu = createHeldMenu()
  for (const change of [{ put: [beer] }, { drop: ['item/beer'] }, { drop: ['category/beer'] }]) {
    menu.fill(frame({ menu: { mark: 'm1', put: [beer] } }))
    menu.fill(frame({ whole: false, put: [visit] }))
    expect(menu.mark).toBe('m1')
    const changed = frame({ whole: false, ...change })
    expect(menu.fill(changed)).toBe(changed)
    expect(menu.mark).toBeUndefined()
  }
})
