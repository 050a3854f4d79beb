import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyboardWedge } from './keyboard-wedge.ts'
import { modelOf } from './models.ts'
import { createPosScanner } from './pos-scanner.ts'
import type { Decoder, Scan } from './scan.ts'

const usages = new Map([...'abcdefghijklmnopqrstuvwxyz'].map((key, index) => [key, 4 + index] as const))
for (const [index, key] of [...'1234567890'].entries()) usages.set(key, 0x1e + index)
const press = (usage: number, modifiers = 0) => [
  ...(modifiers ? [Uint8Array.of(modifiers, 0, 0, 0, 0, 0, 0, 0)] : []),
  Uint8Array.of(modifiers, 0, usage, 0, 0, 0, 0, 0),
  Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0),
]
const typed = (text: string, end = 0x28) => [
  ...[...text].flatMap(key => {
    if (key === ';') return press(0x33)
    if (key === '?') return press(0x38, 2)
    const lower = key.toLowerCase()
    return press(usages.get(lower) ?? 0, lower === key ? 0 : 0x20)
  }),
  ...press(end),
]
const all = (decoder: Decoder, reports: readonly Uint8Array[]): Scan[] =>
  reports.flatMap(report => decoder.report(report) ?? [])

describe('a keyboard-wedge reader', () => {
  it.each([
    ['ends with Enter', typed('0004340098'), '0004340098', 'card'],
    ['ends with Tab', typed('0004340098', 0x2b), '0004340098', 'card'],
    ['is framed', typed(';0004340098?'), '0004340098', 'card'],
    ['shifts its letters', typed('Ab3dEf9hIjKlMnOp'), 'Ab3dEf9hIjKlMnOp', 'code'],
    ['writes hex', typed('04A1B2C3'), '04A1B2C3', 'card'],
  ])('%s', (_how, reports, text, kind) => {
    expect(all(createKeyboardWedge(), reports)).toEqual([{ kind, text }])
  })

  it('cut short in its frame says nothing', () => {
    expect(all(createKeyboardWedge(), typed(';00043400'))).toEqual([])
  })

  it('unplugged in the middle leaves nothing for the next card', () => {
    const reader = createKeyboardWedge()
    all(reader, typed('99999').slice(0, 6))
    reader.reset()
    expect(all(reader, typed('0004340098'))).toEqual([{ kind: 'card', text: '0004340098' }])
  })

  it('keeps every digit, also the same one twice', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{5,18}$/), number => {
        expect(all(createKeyboardWedge(), typed(number))).toEqual([{ kind: 'card', text: number }])
      }),
    )
  })
})

describe('a POS scanner', () => {
  const report = (data: string, continued = false, aimAt = 2) => {
    const bytes = new Uint8Array(64)
    bytes.set([2, data.length])
    bytes.set(new TextEncoder().encode(']Q1'), aimAt)
    bytes.set(new TextEncoder().encode(data), 3 + aimAt)
    bytes[63] = continued ? 1 : 0
    return bytes
  }
  it('reads one report, with the AIM id in either place and a trailing CR', () => {
    expect(createPosScanner().report(report('HELLO-2026\r'))).toEqual({ kind: 'code', text: 'HELLO-2026' })
    expect(createPosScanner().report(report('HELLO-2026', false, 3))).toEqual({ kind: 'code', text: 'HELLO-2026' })
  })
  it('puts a long code together', () => {
    const scanner = createPosScanner()
    expect(scanner.report(report('A'.repeat(56), true))).toBeUndefined()
    expect(scanner.report(report('BCDE'))).toEqual({ kind: 'code', text: `${'A'.repeat(56)}BCDE` })
  })
  it('answers any bytes with a scan or nothing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 70 }), bytes => void createPosScanner().report(bytes)))
  })
})

it('knows readers from keyboards', () => {
  expect(modelOf({ vendorId: 0x0c2e, productId: 1, usagePage: 0x8c, usage: 2 })?.name).toBe('HID POS scanner')
  expect(modelOf({ vendorId: 0x08ff, productId: 9, usagePage: 1, usage: 6 })?.name).toBe('keyboard-wedge reader')
  expect(modelOf({ vendorId: 0x046d, productId: 0xc31c, usagePage: 1, usage: 6 })).toBeUndefined()
})
