import { expect, it } from 'vitest'
import { maskDigits } from './mask-digits.ts'

it.each([
  ['1', '1'],
  ['138', '138'],
  ['1381', '138 1'],
  ['13812', '138 •2'],
  ['1381234', '138 •••4'],
  ['13812345', '138 •••• 5'],
  ['13812345678', '138 •••• 5678'],
  ['852912345678901', '852 •••• 45678901'],
])('shows %s as %s', (digits, shown) => {
  expect(maskDigits(digits)).toBe(shown)
})
