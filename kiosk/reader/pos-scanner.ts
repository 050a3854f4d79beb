/**
 * HID POS barcode scanners (usage page 0x8C): 64 bytes, report id first. Byte 1 length (≤ 56), 2–4 the AIM id (`]Q1` is QR),
 * 5–60 data, 63 bit 0: more follows.
 */
import { type Decoder, scanOf } from './scan.ts'

const reportId = 0x02
const aimAt = 2
const dataAt = 5
const mostData = 56
const continuedAt = 63
const bracket = 0x5d
/** A code in more parts than this is a scanner gone mad. */
const mostParts = 16

export function createPosScanner(): Decoder {
  let parts: string[] = []
  return {
    report(bytes) {
      const length = bytes[1] ?? 0
      if (bytes[0] !== reportId || length > mostData || bytes.length < dataAt + length) return undefined
      // Some models put the AIM id's bracket one byte later, and so the data.
      const start = bytes[aimAt] !== bracket && bytes[aimAt + 1] === bracket ? dataAt + 1 : dataAt
      parts.push(String.fromCharCode(...bytes.subarray(start, start + length)))
      const continued = ((bytes[continuedAt] ?? 0) & 1) === 1
      if (continued && parts.length < mostParts) return undefined
      const text = parts.join('').replace(/[\r\n\t]+$/, '')
      parts = []
      return continued ? { kind: 'unreadable' } : scanOf('code', text)
    },
    reset() {
      parts = []
    },
  }
}
