import { describe, expect, test } from 'vitest'
import { amountCharacters, amountOf, typedAmount } from './amount.ts'

describe('a typed amount', () => {
  test('counts in what the currency can be paid in', () => {
    expect(amountOf('500', 2)).toBe(50_000)
    expect(amountOf('500', 0)).toBe(500)
    expect(amountOf('1.5', 3)).toBe(1500)
  })

  test('keeps its point, however it is typed', () => {
    for (const typed of ['12.5', '12。5', '１２．５', '12.50']) expect(amountOf(typed, 2), typed).toBe(1250)
    expect(amountOf('12.', 2)).toBe(1200)
    expect(amountOf('1,280.5', 2)).toBe(128_050)
    expect(amountOf('.5', 2)).toBe(50)
    expect(amountOf('12.345', 2)).toBe(1234)
    expect(amountOf('12.5', 0)).toBe(12)
  })

  test('is nothing without digits, and never a number that the hub could not read', () => {
    for (const typed of ['', '.', 'abc', '-']) expect(amountOf(typed, 2)).toBe(0)
    expect(amountOf('9'.repeat(30), 2)).toBeLessThanOrEqual(1_000_000_000)
  })

  test('shows no letters', () => {
    expect(amountCharacters('¥1,280.5元a')).toBe('1,280.5')
  })

  test('is shown as it would be typed', () => {
    expect(typedAmount(0, 2)).toBe('')
    expect(typedAmount(50_000, 2)).toBe('500')
    expect(typedAmount(1250, 2)).toBe('12.50')
    expect(typedAmount(500, 0)).toBe('500')
    for (const minor of [1, 99, 100, 12_345]) expect(amountOf(typedAmount(minor, 2), 2)).toBe(minor)
  })
})
