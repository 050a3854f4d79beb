import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyboardWedge } from './keyboard-wedge.ts'
import { createMagStripe } from './mag-stripe.ts'
import { models } from './models.ts'
import { createPosScanner } from './pos-scanner.ts'
import type { Decoder, Scan } from './scan.ts'
import { keyReports, posReport, stripeReport } from './typed.testing.ts'

const all = (decoder: Decoder, reports: readonly Uint8Array[]): Scan[] =>
  reports.flatMap(report => decoder.report(report) ?? [])

const enter = 0x28
const tab = 0x2b
const padEnter = 0x58

describe('a keyboard-wedge reader', () => {
  it.each([
    ['ends with Enter', keyReports('0004340098', enter), '0004340098', 'card'],
    ['ends with Tab', keyReports('0004340098', tab), '0004340098', 'card'],
    ['is framed', keyReports(';0004340098?', enter), '0004340098', 'card'],
    ['shifts its letters', keyReports('Ab3dEf9hIjKlMnOp', enter), 'Ab3dEf9hIjKlMnOp', 'code'],
    ['writes hex', keyReports('04A1B2C3', enter), '04A1B2C3', 'card'],
    ['types on the number pad', keyReports('0045131261', padEnter, { pad: true }), '0045131261', 'card'],
    ['puts a report id first', keyReports('0004340098', enter, { reportId: 1 }), '0004340098', 'card'],
  ])('%s', (_how, reports, text, kind) => {
    expect(all(createKeyboardWedge(), reports)).toEqual([{ kind, text }])
  })

  it.each([';00043400', '0098?', ';0004;40098?'])('cut short in its frame is unreadable: %s', text => {
    expect(all(createKeyboardWedge(), keyReports(text, enter))).toEqual([{ kind: 'unreadable' }])
  })

  it.each([
    ';6225880123456789=25122010000012345?',
    '6225880123456789=25122010000012345',
    'B4000001234567899^DOE/J^30121010000000000',
  ])('never carries a bank card about: %s', text => {
    expect(all(createKeyboardWedge(), keyReports(text, enter))).toEqual([{ kind: 'unreadable' }])
  })

  it.each([
    ['before a card', `${'a'.repeat(129)}0004340098`],
    ['after a frame that was whole', `;${'a'.repeat(126)}?0004340098`],
    ['many times over', 'a'.repeat(1000)],
  ])('takes no part of what is too long for anything, and reads the next card: %s', (_how, text) => {
    const reader = createKeyboardWedge()
    expect(all(reader, keyReports(text, enter))).toEqual([{ kind: 'unreadable' }])
    expect(all(reader, keyReports('0004340098', enter))).toEqual([{ kind: 'card', text: '0004340098' }])
  })

  it('with more keys at once than it can name loses none of those around', () => {
    const reports = keyReports('0004340098', enter)
    const rollOver = Uint8Array.of(0, 0, 1, 1, 1, 1, 1, 1)
    expect(all(createKeyboardWedge(), [...reports.slice(0, 5), rollOver, ...reports.slice(5)])).toEqual([
      { kind: 'card', text: '0004340098' },
    ])
  })

  it('reset in the middle leaves nothing for the next card', () => {
    const reader = createKeyboardWedge()
    all(reader, keyReports('99999', undefined))
    reader.reset()
    expect(all(reader, keyReports('0004340098', enter))).toEqual([{ kind: 'card', text: '0004340098' }])
  })

  it('keeps every digit, also the same one twice', () => {
    const number = fc.stringMatching(/^[0-9]{4,20}$/)
    fc.assert(
      fc.property(number, fc.constantFrom(enter, tab), fc.boolean(), (digits, end, framed) => {
        const reports = keyReports(framed ? `;${digits}?` : digits, end)
        expect(all(createKeyboardWedge(), reports)).toEqual([{ kind: 'card', text: digits }])
      }),
    )
  })
})

describe('a POS scanner', () => {
  it('reads one report, with the AIM id in either place and a trailing CR', () => {
    expect(createPosScanner().report(posReport('HELLO-2026\r'))).toEqual({ kind: 'code', text: 'HELLO-2026' })
    const shifted = posReport('HELLO-2026', { aimAt: 3 })
    expect(createPosScanner().report(shifted)).toEqual({ kind: 'code', text: 'HELLO-2026' })
  })

  it('puts a code of any length together, from reports of 56 bytes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\x21-\x7e]{4,128}$/), fc.constantFrom(2, 3), (text, aimAt) => {
        const parts = text.match(/.{1,56}/g) ?? []
        const reports = parts.map((part, at) => posReport(part, { aimAt, continued: at < parts.length - 1 }))
        expect(all(createPosScanner(), reports)).toEqual([{ kind: 'code', text }])
      }),
    )
  })

  it('calls what is no printable text unreadable, and ends a code that never ends', () => {
    expect(createPosScanner().report(posReport('caf\u00e9 au lait'))).toEqual({ kind: 'unreadable' })
    const endless = Array.from({ length: 40 }, () => posReport('A'.repeat(56), { continued: true }))
    expect(all(createPosScanner(), endless)).toEqual([{ kind: 'unreadable' }, { kind: 'unreadable' }])
  })
})

describe('a stripe reader', () => {
  it.each([
    ['the second track', { tracks: ['%CLUB^MEMBER?', ';0000123456789?', ''] }, '0000123456789'],
    ['the third where the second is empty', { tracks: ['', '', '+77001234?'] }, '77001234'],
    ['the third where the second is damaged', { tracks: ['', ';123?', ';77001234?'], status: [0, 1, 0] }, '77001234'],
  ])('takes %s', (_which, card, text) => {
    expect(createMagStripe().report(stripeReport(card))).toEqual({ kind: 'card', text })
  })

  it.each([
    ['nothing', { tracks: ['', '', ''] }],
    ['damage', { tracks: ['%E?', ';E?', '+E?'], status: [1, 1, 1] }],
    ['half a frame', { tracks: ['', ';00001234', ''] }],
    ['a bank card', { tracks: ['%B4000001234567899^DOE/J^3012?', ';4000001234567899=30121010000000000?', ''] }],
    ['the first track alone, which may hold a name', { tracks: ['%B77001234^WANG/W^?', '', ''] }],
  ])('has nobody’s number from %s', (_what, card) => {
    expect(createMagStripe().report(stripeReport(card))).toEqual({ kind: 'unreadable' })
  })

  it('keeps every digit', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{4,37}$/), digits => {
        const report = stripeReport({ tracks: ['', `;${digits}?`, ''] })
        expect(createMagStripe().report(report)).toEqual({ kind: 'card', text: digits })
      }),
    )
  })
})

describe.each(models)('any bytes: $name', ({ create }) => {
  const reports = fc.array(
    fc.oneof(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ minLength: 330, maxLength: 340 })),
  )

  it('make a scan of printable text, something unreadable, or nothing', () => {
    fc.assert(
      fc.property(reports, bytes => {
        for (const scan of all(create(), bytes)) {
          if (scan.kind !== 'unreadable') expect(scan.text).toMatch(/^[\x21-\x7e]{4,128}$/)
        }
      }),
    )
  })

  it('of two devices never mix', () => {
    fc.assert(
      fc.property(reports, reports, fc.infiniteStream(fc.boolean()), (ones, others, turns) => {
        const [one, other] = [create(), create()]
        const [onesScans, othersScans]: [Scan[], Scan[]] = [[], []]
        const [onesLeft, othersLeft] = [[...ones], [...others]]
        while (onesLeft.length + othersLeft.length > 0) {
          const mine = othersLeft.length === 0 || (onesLeft.length > 0 && turns.next().value)
          const bytes = mine ? onesLeft.shift() : othersLeft.shift()
          if (bytes) (mine ? onesScans : othersScans).push(...all(mine ? one : other, [bytes]))
        }
        expect([onesScans, othersScans]).toEqual([all(create(), ones), all(create(), others)])
      }),
    )
  })
})
