import { effect } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import type { ViewFrame } from '../protocol/wire.ts'
import { createHubClock, createSteadyClock } from './hub-clock.ts'
import { createViewStore } from './view-store.ts'

interface Slices {
  visit: { readonly id: string }
  order: { readonly id: string; readonly total: number }
}
const frame = (put: ViewFrame['put'], drop: readonly string[] = [], whole = false): ViewFrame => ({
  seq: 1,
  whole,
  now: 0,
  put,
  drop,
})
const order = (id: string, total = 1) => [`order/${id}`, { id, total }] as const

describe('the view', () => {
  it('holds one of a kind and many of a kind, in the order in which they came', () => {
    const view = createViewStore<Slices>()
    expect([view.one('visit'), view.all('order'), view.ready.value]).toEqual([undefined, [], false])
    view.apply(frame([['visit', { id: 'v1' }], order('a'), order('b')], [], true))
    view.apply(frame([order('a', 9), order('c')], ['order/b']))
    expect(view.one('visit')).toEqual({ id: 'v1' })
    expect(view.all('order')).toEqual([
      { id: 'a', total: 9 },
      { id: 'c', total: 1 },
    ])
    expect(view.get('order', 'c')?.total).toBe(1)
    expect(view.get('order', 'b')).toBeUndefined()
    expect(view.ready.value).toBe(true)
  })

  it('forgets everything before a whole view, and all of it when told', () => {
    const view = createViewStore<Slices>()
    view.apply(frame([['visit', { id: 'v1' }], order('a')], [], true))
    view.apply(frame([order('b')], [], true))
    expect([view.one('visit'), view.all('order')]).toEqual([undefined, [{ id: 'b', total: 1 }]])
    view.clear()
    expect([view.all('order'), view.ready.value]).toEqual([[], false])
  })

  it('keeps what this client alone was told when everybody is told anew', () => {
    const view = createViewStore<Slices & { self: string }>()
    view.apply(frame([['self', 'mei'], order('a')], [], true))
    const seen: unknown[] = []
    const stop = effect(() => void seen.push(view.one('self')))
    view.apply({ ...frame([order('b')], [], true), ownStays: true })
    view.apply(frame([['self', 'mei']]))
    expect([seen, view.all('order')]).toEqual([['mei'], [{ id: 'b', total: 1 }]])
    view.apply(frame([], [], true))
    expect(seen).toEqual(['mei', undefined])
    stop()
  })

  it('wakes only who reads what changed, once a frame', () => {
    const view = createViewStore<Slices>()
    view.apply(frame([['visit', { id: 'v1' }], order('a'), order('b')], [], true))
    const woken = { visit: 0, a: 0, b: 0, all: 0 }
    effect(() => {
      view.one('visit')
      woken.visit += 1
    })
    effect(() => {
      view.get('order', 'a')
      woken.a += 1
    })
    effect(() => {
      view.get('order', 'b')
      woken.b += 1
    })
    effect(() => {
      view.all('order')
      woken.all += 1
    })
    view.apply(frame([order('a', 2), order('c')]))
    expect(woken).toEqual({ visit: 1, a: 2, b: 1, all: 2 })
  })

  it('shows a slice that was dropped and came back to who reads it', () => {
    const view = createViewStore<Slices>()
    view.apply(frame([order('a')], [], true))
    const seen: (number | undefined)[] = []
    effect(() => void seen.push(view.get('order', 'a')?.total))
    view.apply(frame([], ['order/a']))
    view.apply(frame([order('a', 3)]))
    expect(seen).toEqual([1, undefined, 3])
  })

  it('shows a slice to who waited for it while it was dropped before it ever came', () => {
    const view = createViewStore<Slices>()
    view.apply(frame([], [], true))
    const seen: (number | undefined)[] = []
    effect(() => void seen.push(view.get('order', 'a')?.total))
    view.apply(frame([], ['order/a']))
    view.apply(frame([order('a', 3)]))
    expect(seen).toEqual([undefined, 3])
  })
})

describe('the hub’s clock', () => {
  it('goes by the frame that was quickest', () => {
    let local = 10_000
    const clock = createHubClock(() => local)
    expect(clock.now()).toBe(10_000)
    clock.learn(50_000 - 80)
    clock.learn(50_000 - 20)
    clock.learn(50_000 - 300)
    expect(clock.now()).toBe(50_000 - 20)
    local += 1000
    expect(clock.now()).toBe(51_000 - 20)
  })

  it('follows when either clock is set', () => {
    let local = 10_000
    const clock = createHubClock(() => local)
    clock.learn(50_000)
    local = 3_000_000
    clock.learn(51_000)
    expect(clock.now()).toBe(51_000)
  })

  it('is moved neither back by who sets the tablet’s clock, nor stopped by its sleep', () => {
    let even = 1000
    let wall = 1000
    const steady = createSteadyClock(
      () => even,
      () => wall,
    )
    expect(steady()).toBe(1000)
    even += 500
    wall -= 3_600_000
    expect(steady()).toBe(1500)
    wall = 60_000
    expect(steady()).toBe(60_000)
    even += 10
    expect(steady()).toBe(60_010)
  })
})
