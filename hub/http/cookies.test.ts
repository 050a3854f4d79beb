import { expect, it } from 'vitest'
import { deviceCookie, deviceTokens } from './cookies.ts'

it('finds the tokens of all the devices that one browser can be, and hashes no thousand that are none', () => {
  // As many as fit into headers of 8 KB, each with a token as they are.
  const real = Array.from({ length: 90 }, (_, n) => deviceCookie(`d1-panelv${n}`, 't'.repeat(74), false).split(';')[0])
  expect(real.join('; ').length).toBeGreaterThan(8 * 1024 - 200)
  expect(deviceTokens(real.join('; '), false)).toHaveLength(90)
  const flood = Array.from({ length: 1300 }, (_, n) => `cm-${n}=x`).join(';')
  expect(deviceTokens(flood, false).length).toBeLessThanOrEqual(100)
})
