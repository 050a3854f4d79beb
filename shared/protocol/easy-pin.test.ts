import { describe, expect, it } from 'vitest'
import { isEasyPin } from './easy-pin.ts'

/** The commonest of six digits in published lists of stolen ones. */
const common =
  '123456 111111 123123 654321 000000 121212 112233 666666 123321 159753 777777 888888 999999 555555 222222 333333 444444 101010 131313 232323 696969 987654 789456 456789 147258 258369 147852 159357 357159 963852 123789 789123 456123 123654 741852 007007 100000 123000 252525 202020 212121 520520 521521 131420 520131 131452 168168 518518 886688 110110 114477 001122 998877 246810 135790 012345 543210 890123 147896 112358 314159'.split(
    ' ',
  )

describe('an easy PIN', () => {
  it('is every one of those that are tried first', () => {
    expect(common.filter(pin => !isEasyPin(pin))).toEqual([])
  })

  it.each(['880816', '160888', '081688', '198808', '200012'])('is a birthday: %s', pin => {
    expect(isEasyPin(pin)).toBe(true)
  })

  it('is not what chance makes: nine of ten PINs are left to choose from', () => {
    expect(['271828', '493827', '706194', '850472', '390846'].filter(isEasyPin)).toEqual([])
    const every7th = Array.from({ length: 142_857 }, (_, n) => String(n * 7).padStart(6, '0'))
    const easy = every7th.filter(isEasyPin).length / every7th.length
    expect(easy).toBeGreaterThan(0.08)
    expect(easy).toBeLessThan(0.11)
  })
})
