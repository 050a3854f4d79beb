import * as v from 'valibot'
import { expect, it } from 'vitest'
import { Called, fitsScreens } from './called.ts'

it('is as long as a screen can sing: twelve characters, twenty letters, or some of both', () => {
  for (const fits of [
    '王总',
    '王'.repeat(12),
    'x'.repeat(20),
    'Mr Papadopoulos',
    'Καλλιόπη Παπαδοπούλ',
    `${'王'.repeat(6)}${'x'.repeat(10)}`,
  ])
    expect(fitsScreens(fits)).toBe(true)
  for (const not of ['王'.repeat(13), 'x'.repeat(21), `${'王'.repeat(6)}${'x'.repeat(11)}`])
    expect(fitsScreens(not)).toBe(false)
})

it('is measured as it is kept: trimmed, without what nobody sees', () => {
  expect(v.parse(Called, ` ${'王'.repeat(12)}\u200b `)).toBe('王'.repeat(12))
  for (const not of ['', ' ', '王'.repeat(13)]) expect(v.is(Called, not)).toBe(false)
})
