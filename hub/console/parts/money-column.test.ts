import { describe, expect, it } from 'vitest'
import { moneyColumn } from './money-column.ts'

const money = (amount: number) => (amount % 100 === 0 ? `¥${amount / 100}` : `¥${(amount / 100).toFixed(2)}`)
const column = (...amounts: number[]) => amounts.map(moneyColumn({ money, fractionDigits: 2 }, amounts))

describe('amounts under one another', () => {
  it('are short where none has fen, and all have them where one does', () => {
    expect(column(8800, -1000, 0)).toEqual(['¥88', '¥-10', '¥0'])
    expect(column(8800, 1250)).toEqual(['¥88.00', '¥12.50'])
  })
})
