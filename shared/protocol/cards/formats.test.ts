import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CardFormat,
  type CardIdentity,
  cardFormats,
  identityKey,
  isBankCard,
  isCardText,
  readCard,
  sameCard,
  textIdentity,
} from './formats.ts'

/** The other way round: how a reader of each format writes this card. */
const pad = (hex: string, digits: number) => BigInt(`0x${hex}`).toString().padStart(digits, '0')
const back = (hex: string) => (hex.match(/../g) ?? []).reverse().join('')
const emWriters: Record<string, (id: string) => string> = {
  'em-10h': id => id,
  'em-10h13d': id => pad(id, 13),
  'em-8h10d': id => pad(id.slice(2), 10),
  'em-6h8d': id => pad(id.slice(4), 8),
  'em-4h4h': id => `${pad(id.slice(2, 6), 5)},${pad(id.slice(6), 5)}`,
  'em-w26': id => `${pad(id.slice(4, 6), 3)},${pad(id.slice(6), 5)}`,
}
const uidWriters: Record<string, (uid: string) => string> = {
  'uid-hex': uid => uid,
  'uid-hex-reversed': back,
  'uid-decimal': uid => pad(uid, uid.length === 8 ? 10 : 17),
  'uid-decimal-reversed': uid => pad(back(uid), uid.length === 8 ? 10 : 17),
}
const emId = fc.stringMatching(/^[0-9A-F]{10}$/)
const uid = fc
  .oneof(fc.stringMatching(/^[0-9A-F]{8}$/), fc.stringMatching(/^[0-9A-F]{14}$/))
  .filter(hex => hex.length === 14 || !/^[08]8/.test(hex))

describe('the same EM card in every format', () => {
  it.each<[CardFormat, string, string]>([
    ['em-10h', '0102b0a5fd', '0102B0A5FD'],
    ['em-10h13d', '0004340098557', '0102B0A5FD'],
    ['em-8h10d', '0045131261', '02B0A5FD'],
    ['em-6h8d', '11576829', 'B0A5FD'],
    ['em-w26', '176,42493', 'B0A5FD'],
    ['em-w26', '17642493', 'B0A5FD'],
    ['em-4h4h', '00688,42493', '02B0A5FD'],
  ])('%s %s', (format, text, hex) => {
    const whole: CardIdentity = { technology: 'em', hex: '0102B0A5FD' }
    const read = readCard(text, format)
    expect(read).toEqual({ technology: 'em', hex })
    if (typeof read === 'string') throw new Error(read)
    expect(sameCard(read, whole)).toBe(true)
    expect(sameCard(whole, read)).toBe(true)
    expect(identityKey(read)).toBe(identityKey(whole))
  })

  it('is one card however two readers write it', () => {
    fc.assert(
      fc.property(
        emId,
        fc.constantFrom(...Object.keys(emWriters)),
        fc.constantFrom(...Object.keys(emWriters)),
        (id, a, b) => {
          const [one, other] = [a, b].map(name => {
            const format = cardFormats.find(each => each === name)
            const read = format && readCard(emWriters[name]?.(id) ?? '', format)
            if (read === undefined || typeof read === 'string') throw new Error(`${name} cannot read ${id}`)
            return read
          })
          expect(one && other && sameCard(one, other)).toBe(true)
        },
      ),
    )
  })

  it('is told from another as far as it is known', () => {
    const read = (text: string, format: CardFormat) => {
      const found = readCard(text, format)
      if (typeof found === 'string') throw new Error(found)
      return found
    }
    expect(sameCard(read('0102B0A5FD', 'em-10h'), read('0202B0A5FD', 'em-10h'))).toBe(false)
    expect(sameCard(read('0045131261', 'em-8h10d'), read('0045131262', 'em-8h10d'))).toBe(false)
    // The low 24 bits are all that W26 says.
    expect(sameCard(read('176,42493', 'em-w26'), read('0202B0A5FD', 'em-10h'))).toBe(true)
    expect(sameCard(read('0102B0A5FD', 'em-10h'), textIdentity('0102B0A5FD'))).toBe(false)
  })
})

describe('a UID', () => {
  it('is the same in hex, reversed and in decimal', () => {
    fc.assert(
      fc.property(uid, fc.constantFrom(...Object.keys(uidWriters)), (hex, name) => {
        const format = cardFormats.find(each => each === name)
        expect(format && readCard(uidWriters[name]?.(hex) ?? '', format)).toEqual({ technology: 'mifare', hex })
      }),
    )
  })

  it('without the zeros before it', () => {
    expect(readCard('45131261', 'uid-decimal')).toEqual({ technology: 'mifare', hex: '02B0A5FD' })
  })

  it.each<[CardFormat, string]>([
    ['uid-hex', '8804A2B3'],
    ['uid-hex-reversed', 'B3A20488'],
    ['uid-decimal', String(0x8804a2b3)],
    ['uid-decimal-reversed', String(0xb3a20488)],
  ])('cut to 0x88 and three bytes is nobody’s: %s', (format, text) => {
    expect(readCard(text, format)).toBe('colliding')
  })

  it('that a phone makes up is no card', () => {
    expect(readCard('08A1B2C3', 'uid-hex')).toBe('passing')
  })
})

describe('a stripe', () => {
  it.each<[CardFormat, string]>([
    ['stripe-1', '%B0012345678^WANG/JIANGUO^49121010000?'],
    ['stripe-1', 'B0012345678^WANG^4912'],
    ['stripe-2', ';0012345678=49121010000?'],
    ['stripe-2', '0012345678=4912'],
    ['stripe-2', '0012345678'],
  ])('%s %s', (format, text) => {
    expect(readCard(text, format)).toEqual({ technology: 'stripe', hex: '30303132333435363738' })
  })
})

describe('what does not fit the reader’s format', () => {
  it.each<[CardFormat, string]>([
    ['em-10h', '0102B0A5F'],
    ['em-10h13d', '9999999999999'],
    ['em-8h10d', '4294967296'],
    ['em-8h10d', '45131261'],
    ['em-6h8d', '16777216'],
    ['em-w26', '256,00001'],
    ['em-w26', '176,65536'],
    ['em-4h4h', '65536,00001'],
    ['uid-hex', '04A1B2C'],
    ['uid-decimal', '4294967296'],
    ['stripe-2', '12X4'],
  ])('is unreadable: %s %s', (format, text) => {
    expect(readCard(text, format)).toBe('unreadable')
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 130 }), fc.constantFrom(...cardFormats), (text, format) => {
        const read = readCard(text, format)
        expect(typeof read === 'string' || /^([0-9A-F]{2})+$/.test(read.hex)).toBe(true)
      }),
    )
  })
})

describe('card or code', () => {
  it.each([
    '0004340098',
    '0012',
    '0102b0a5fd',
    '176,42493',
    '00688,42493',
    '04A1B2C3',
    '04A2B3C4D5E680',
    '176426493000000001',
    '1234567890=4912',
    'B1234567890^WANG^4912',
  ])('is a card: %s', text => expect(isCardText(text)).toBe(true))

  it.each([
    'MFRGGZDFMZTWQ2LKNNWG23TPOI',
    'kJ8s-Xq2_TzPv0aLm4RbYw',
    'https://example.com/x',
    'v1.m1-a.59333333.abcdef',
    'ABCDEFGH',
    '',
  ])('is a code: %s', text => expect(isCardText(text)).toBe(false))
})

describe('a bank card', () => {
  it.each([
    ['its second track', '6225880123456789=25122010000012345'],
    ['its second track in its frame', ';6225880123456789=25122010000012345?'],
    ['its first track', 'B4000001234567899^DOE/J^30121010000000000'],
    ['its first track in its frame', '%B4000001234567899^DOE/J^30121010000000000?'],
    ['its third track', '996222021234567890123=1561560500050000'],
  ])('is told by %s', (_which, text) => expect(isBankCard(text)).toBe(true))

  it.each(['0004340098', '176426493000000001', '1234567890=4912', '6225880123456789', 'B1234567890^WANG^4912'])(
    'is not a club’s: %s',
    text => expect(isBankCard(text)).toBe(false),
  )
})
