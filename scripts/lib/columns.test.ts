import { expect, it } from 'vitest'
import { padded, widthOf } from './columns.ts'

it.each([
  ['V08', 3],
  ['豪华包（20人）', 14],
  ['カラオケ', 8],
  ['노래방', 6],
  // A surname beyond the first plane, and one of Unicode's compatibility forms.
  ['𠮷林', 4],
  ['￥100', 5],
  ['🎤', 2],
  ['Señor', 5],
])('%s takes %i columns', (text, columns) => {
  expect(widthOf(text)).toBe(columns)
  expect(widthOf(padded(text, 20))).toBe(20)
})
