import { expect, it } from 'vitest'
import { drawnMillimetre } from './screen-size.ts'

const rounded = (measured: number | undefined, width: number, height: number) =>
  Number(drawnMillimetre(measured, width, height).toFixed(2))

it.each([
  ['not measured', undefined, 1080, 1920, 3.61],
  ['not measured, on its side', undefined, 1920, 1080, 3.61],
  ['a small frame on a wall', undefined, 420, 750, 1.4],
  ['32", measured', 2.71, 1080, 1920, 2.71],
  ['27", measured', 3.21, 1080, 1920, 3.21],
  ['43", measured: all grows with it', 2.02, 1080, 1920, 2.71],
  ['15", measured: all shrinks alike', 5.8, 1920, 1080, 3.61],
])('draws a millimetre: %s', (_name, measured, width, height, wanted) => {
  expect(rounded(measured, width, height)).toBe(wanted)
})
