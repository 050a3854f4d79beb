import { expect, it } from 'vitest'
import { createIds } from '../system/ids.ts'
import { createTokenMarks } from './token-marks.ts'

const marks = createTokenMarks({ key: Buffer.alloc(32, 7), ids: createIds() })

it('knows its own token, for its own device, and when it was given', () => {
  const token = marks.make('d1-panel1', 1_795_872_000_000)
  expect(marks.givenAt('d1-panel1', token)).toBe(1_795_872_000_000)
  expect(marks.givenAt('d1-panel2', token)).toBeUndefined()
})

it('knows no token with another sign anywhere in it', () => {
  const token = marks.make('d1-panel1', 1_795_872_000_000)
  for (let at = 0; at < token.length; at++) {
    for (const sign of 'AQgwxyz09_-é') {
      if (token[at] === sign) continue
      expect(marks.givenAt('d1-panel1', token.slice(0, at) + sign + token.slice(at + 1))).toBeUndefined()
    }
  }
})
