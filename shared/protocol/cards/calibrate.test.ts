import { describe, expect, it } from 'vitest'
import { calibrate, printedIdentities } from './calibrate.ts'

describe('a reader’s format', () => {
  it.each([
    ['0102B0A5FD', '0045131261', 'em-10h'],
    ['0004340098557', '0045131261', 'em-10h13d'],
    ['0045131261', '176,42493', 'em-8h10d'],
    ['11576829', '0045131261', 'em-6h8d'],
    ['17642493', '0045131261', 'em-w26'],
    ['00688,42493', '0045131261', 'em-4h4h'],
    ['C3B2A104', '04 A1 B2 C3', 'uid-hex-reversed'],
    ['04A2B3C4D5E680', '04:A2:B3:C4:D5:E6:80', 'uid-hex'],
    ['0077705923', '04a1b2c3', 'uid-decimal'],
    ['3283263748', '04a1b2c3', 'uid-decimal-reversed'],
    ['%B0012345678^WANG^4912?', '0012345678', 'stripe-1'],
  ])('%s with %s printed is %s', (text, printed, format) => {
    expect(calibrate([{ text, printed }])).toEqual([format])
  })

  const same = (number: string) => ({ text: number, printed: number })

  it('is not known from a number that the reader writes as it is printed', () => {
    expect(calibrate([same('0045131261')])).toEqual([
      'em-10h',
      'em-8h10d',
      'uid-decimal',
      'uid-decimal-reversed',
      'stripe-2',
    ])
  })

  it('is known then by the kind of card and a second one, or by another number on the first', () => {
    // It may still be hex that happens to have no letter.
    expect(calibrate([same('0045131261')], 'em')).toEqual(['em-10h', 'em-8h10d'])
    expect(calibrate([same('0045131261'), same('0045131261')], 'em')).toEqual(['em-10h', 'em-8h10d'])
    expect(calibrate([same('0045131261'), same('0004340098')], 'em')).toEqual(['em-8h10d'])
    expect(calibrate([same('0045131261'), same('0102B0A5FD')], 'em')).toEqual(['em-10h'])
    expect(calibrate([same('0045131261'), { text: '0045131261', printed: '176,42493' }])).toEqual(['em-8h10d'])
  })

  it('is known by a second card where the first reads the same both ways', () => {
    expect(calibrate([same('04A1A104')])).toEqual(['uid-hex', 'uid-hex-reversed'])
    expect(calibrate([same('04A1A104'), { text: 'C3B2A104', printed: '04A1B2C3' }])).toEqual(['uid-hex-reversed'])
  })

  it('is none where the number is another card’s, or two cards contradict', () => {
    expect(calibrate([{ text: '0102B0A5FD', printed: '0045131262' }])).toEqual([])
    const hex = { text: '0102B0A5FD', printed: '0045131261' }
    expect(calibrate([hex, { text: '0045131261', printed: '176,42493' }])).toEqual([])
    expect(calibrate([{ text: 'not-a-card', printed: '0045131261' }])).toEqual([])
  })

  it('that cuts a UID to three bytes is told, and taken for none', () => {
    expect(calibrate([{ text: 'B3A20488', printed: '04A2B3C4D5E680' }])).toBe('colliding')
    expect(calibrate([same('8804A2B3')])).toBe('colliding')
  })

  it('that may cut it is in doubt until a second card says', () => {
    const [one, other] = [same(String(0xb3a20488)), same(String(0x1cf20488))]
    expect(calibrate([one], 'mifare')).toEqual(['uid-decimal', 'uid-decimal-reversed'])
    expect(calibrate([one, one], 'mifare')).toEqual(['uid-decimal', 'uid-decimal-reversed'])
    expect(calibrate([one, other], 'mifare')).toBe('colliding')
    expect(calibrate([one, { text: String(0x04a1b2c3), printed: '04A1B2C3' }])).toEqual(['uid-decimal'])
  })
})

it('knows what a printed number may be', () => {
  expect(printedIdentities('176,42493')).toEqual([{ technology: 'em', hex: 'B0A5FD' }])
  expect(printedIdentities('nothing')).toEqual([])
})
