import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { Money } from '../../../shared/protocol/primitives.ts'
import { mostMoney, readAmount, typedAmount } from './amount.ts'

describe('a typed amount', () => {
  test('counts in what the currency can be paid in', () => {
    expect(readAmount('500', 2)).toBe(50_000)
    expect(readAmount('500', 0)).toBe(500)
    expect(readAmount('1.5', 3)).toBe(1500)
  })

  test('keeps its point, however it is typed', () => {
    for (const typed of ['12.5', '12。5', '１２．５', '12.50', ' 12.5 ', '12.500'])
      expect(readAmount(typed, 2), typed).toBe(1250)
    expect(readAmount('12.', 2)).toBe(1200)
    expect(readAmount('12.0', 0)).toBe(12)
    expect(readAmount('1,280.5', 2)).toBe(128_050)
    expect(readAmount('１，２８０', 2)).toBe(128_000)
    expect(readAmount('.5', 2)).toBe(50)
  })

  test('is nothing where nothing is typed', () => {
    for (const typed of ['', ' ', '0', '0.00']) expect(readAmount(typed, 2), typed).toBe(0)
  })

  test('is not guessed at', () => {
    for (const typed of ['12.345', '1,5', '1e3', '-5', '1.2.3', '1,28,0', '.', '12元半', '十二', '1 280', '0x10'])
      expect(readAmount(typed, 2), typed).toBe('unreadable')
    expect(readAmount('12.5', 0)).toBe('unreadable')
  })

  test('is at most what the hub takes', () => {
    expect(v.is(Money, mostMoney)).toBe(true)
    expect(v.is(Money, mostMoney + 1)).toBe(false)
    expect(readAmount('10000000', 2)).toBe(mostMoney)
    for (const typed of ['10000000.01', '9'.repeat(30)]) expect(readAmount(typed, 2), typed).toBe('too-much')
  })

  test('is shown as it would be typed', () => {
    expect(typedAmount(0, 2)).toBe('')
    expect(typedAmount(50_000, 2)).toBe('500')
    expect(typedAmount(1250, 2)).toBe('12.50')
    expect(typedAmount(500, 0)).toBe('500')
    for (const minor of [1, 99, 100, 12_345]) expect(readAmount(typedAmount(minor, 2), 2)).toBe(minor)
  })
})
