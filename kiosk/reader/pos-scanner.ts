/**
 * HID POS barcode scanners (usage page 0x8C): 64 bytes, report id first. Byte 1 length (≤ 56), 2–4 the AIM id (`]Q1` is QR),
 * 5–60 data, 63 bit 0: more follows.
 */
import type { Decoder } from './scan.ts'

const reportId = 0x02
const dataAt = 5
const mostData = 56
const continuedAt = 63
/** A code in more parts than this is a scanner gone mad. */
const mostParts = 16

export function createPosScanner(): Decoder {
  let parts: string[] = []
  return {
    report(bytes) {
      const length = bytes[1] ?? 0
      if (bytes[0] !== reportId || length > mostData || bytes.length < dataAt + length) return undefined
      // Some models put the AIM id's bracket one byte later, and so the data.
      const start = bytes[2] === 0x5d ? dataAt : bytes[3] === 0x5d ? dataAt + 1 : dataAt
      parts.push(String.fromCharCode(...bytes.slice(start, start + length)))
      const continued = ((bytes[continuedAt] ?? 0) & 1) === 1
      if (continued && parts.length < mostParts) return undefined
      const text = parts.join('').replace(/[\r\n\t]+$/, '')
      parts = []
      return text.length < 4 || continued ? undefined : { kind: 'code', text }
    },
    reset() {
      parts = []
    },
  }
}
