/** Bursts as readers were recorded to send them, and people at the same keyboard. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { credentialCommand } from './credential-command.ts'
import { createWedge, type WedgeRead } from './wedge.ts'

/** Keys and the ms since the key before; letters in capitals come with their Shift. */
function play(text: string, gaps: readonly number[], end: string | undefined): (WedgeRead | undefined)[] {
  const wedge = createWedge()
  const reads: (WedgeRead | undefined)[] = []
  let at = 5000
  const press = (key: string, gap: number) => {
    at += gap
    const { read } = wedge.press(key, at)
    if (read) reads.push(read)
  }
  Array.from(text).forEach((key, index) => {
    if (/[A-Z]/.test(key)) press('Shift', 0)
    press(key, gaps[index % gaps.length] ?? 0)
  })
  if (end === undefined) reads.push(wedge.silence())
  else press(end, gaps[0] ?? 0)
  return reads.filter(read => read !== undefined)
}
const read = (text: string) => [{ kind: 'read', text }]

describe('a reader that types', () => {
  it.each([
    ['a 125 kHz card reader', '0004340098', [7, 16, 8, 8, 15, 8, 7, 9, 16, 8], 'Enter'],
    ['the same, ending in Tab', '0004340098', [8, 8, 16], 'Tab'],
    ['a slow one', '0045131261', [60, 58, 63, 61], 'Enter'],
    ['a slow one whose computer stuttered once', '0045131261', [60, 60, 60, 60, 200, 60, 60, 60, 60, 60], 'Enter'],
    ['one that sends all at once', '04A2B3C4D5E680', [0], 'Enter'],
    ['a QR scanner', 'kJ8s-Xq2_TzPv0aLm4RbYw', [10, 12, 9], 'Enter'],
    ['one without a terminator', '0004340098', [8, 16], undefined],
  ])('is understood: %s', (_name, text, gaps, end) => {
    expect(play(text, gaps, end)).toEqual(read(text))
  })

  it('may frame what it sends, and a frame that was cut off is told', () => {
    expect(play(';0004340098?', [8], 'Enter')).toEqual(read('0004340098'))
    expect(play(';000434', [8], 'Enter')).toEqual([{ kind: 'unreadable' }])
    expect(play('0098?', [8], 'Enter')).toEqual([{ kind: 'unreadable' }])
  })

  it.each([
    ';6225880123456789=25122010000012345?',
    '6225880123456789=25122010000012345',
    'B4000001234567899^DOE/J^30121010000000000',
  ])('never carries a bank card about: %s', text => {
    expect(play(text, [8, 16], 'Enter')).toEqual([{ kind: 'unreadable' }])
  })

  it('is heard twice when a card is touched twice', () => {
    const wedge = createWedge()
    const reads = ['1234567', '7654321'].flatMap((text, card) => {
      for (const [index, key] of Array.from(text).entries()) wedge.press(key, 1000 + card * 500 + index * 9)
      return wedge.press('Enter', 1070 + card * 500).read ?? []
    })
    expect(reads).toEqual([...read('1234567'), ...read('7654321')])
  })

  it('is understood at any of its paces', () => {
    const number = fc.stringMatching(/^\d{4,20}$/)
    fc.assert(
      fc.property(number, fc.array(fc.integer({ min: 5, max: 65 }), { minLength: 1 }), (text, gaps) => {
        expect(play(text, gaps, 'Enter')).toEqual(read(text))
      }),
    )
  })
})

describe('a person at a keyboard', () => {
  it.each([
    ['a practised hand', '13812345678', [112, 96, 140, 88, 133, 120], 'Enter'],
    ['two keys at once, then slowly', '138123', [12, 160, 210, 180], 'Enter'],
    ['hunting', 'hello', [420, 310, 505], 'Enter'],
    ['three fast keys', '138', [20], 'Enter'],
    ['fast, and no terminator', '1381234', [70, 66, 81], undefined],
  ])('is left alone: %s', (_name, text, gaps, end) => {
    expect(play(text, gaps, end)).toEqual([])
  })

  it('keeps Enter, Tab, Space and the arrows', () => {
    const wedge = createWedge()
    const swallowed = ['Enter', 'Tab', ' ', 'ArrowDown', 'Escape', 'F5'].map(
      (key, index) => wedge.press(key, 10_000 + index * 20).swallow,
    )
    expect(swallowed).toEqual([false, false, false, false, false, false])
  })

  it('is never read at any human pace', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]{4,20}$/),
        fc.array(fc.integer({ min: 80, max: 700 }), { minLength: 4 }),
        fc.constantFrom('Enter', 'Tab', undefined),
        (text, gaps, end) => {
          expect(play(text, gaps, end)).toEqual([])
        },
      ),
    )
  })
})

describe('what was read', () => {
  it.each(['0004340098', '0012', '04A2B3C4D5E680', '176426493000000001'])('is a card: %s', card => {
    expect(credentialCommand(card)).toEqual({ type: 'TouchCard', card })
  })

  it.each(['kJ8s-Xq2_TzPv0aLm4RbYw', 'MFRGGZDFMZTWQ2LKNNWG23TPOI', 'https://example.com/x'])('is a code: %s', code => {
    expect(credentialCommand(code)).toEqual({ type: 'ScanCode', code })
  })
})
