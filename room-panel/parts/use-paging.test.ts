import { describe, expect, it } from 'vitest'
import { nextPage, pageBefore } from './use-paging.ts'

const box = (top: number, height: number) => ({ top, height, bottom: top + height })
const list = box(100, 300)
/** One under the other, the first at `top`. */
const stack = (top: number, ...heights: readonly number[]) =>
  heights.map((height, at) => box(top + heights.slice(0, at).reduce((sum, one) => sum + one, 0), height))

describe('a page down', () => {
  it('begins with the first row that was not whole, however little of it was missing or how high it is', () => {
    expect(nextPage(list, stack(100, 120, 120, 120))).toBe(240)
    expect(nextPage(list, stack(100, 60, 270, 80))).toBe(60)
  })

  it('begins with the uppermost of two that stand side by side', () => {
    expect(nextPage(list, [box(350, 80), box(320, 90)])).toBe(220)
  })

  it('brings the foot of a row that is higher than the list', () => {
    expect(nextPage(list, stack(100, 340, 80))).toBe(40)
    expect(nextPage(list, stack(100, 900))).toBe(240)
  })

  it('is most of the list where nothing in it is a row', () => {
    expect(nextPage(list, [])).toBe(240)
  })
})

describe('a page up', () => {
  it('shows whole what stands right above', () => {
    expect(pageBefore(list, stack(-260, 120, 120, 120, 120))).toBe(240)
  })

  it('is most of the list inside a row that is higher than it', () => {
    expect(pageBefore(list, stack(-500, 700))).toBe(240)
  })
})
