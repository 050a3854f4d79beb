/** Recordings in hid-recorder's text format: what a device says it is, and its reports with their times. */
import type { DeviceIds } from './models.ts'

export interface Recording extends DeviceIds {
  readonly name: string
  readonly descriptor: Uint8Array
  readonly reports: readonly { readonly atMs: number; readonly bytes: Uint8Array }[]
}

/** Throws for a text that is none, naming the line. */
export function parseRecording(text: string): Recording {
  let name = ''
  let descriptor: Uint8Array | undefined
  let ids: readonly [vendorId: number, productId: number] | undefined
  const reports: { atMs: number; bytes: Uint8Array }[] = []

  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, kind, rest = ''] = /^([A-Z]):\s*(.*)$/.exec(line) ?? []
    const bad = () => new Error(`line ${index + 1} is not hid-recorder's: ${line.slice(0, 40)}`)
    switch (kind) {
      case 'N':
        name = rest
        break
      case 'R': {
        descriptor = bytesOf(rest)
        if (!descriptor) throw bad()
        break
      }
      case 'I': {
        const [, vendor, product] = /^[0-9a-f]+ ([0-9a-f]{1,4}) ([0-9a-f]{1,4})$/i.exec(rest) ?? []
        if (vendor === undefined || product === undefined) throw bad()
        ids = [Number.parseInt(vendor, 16), Number.parseInt(product, 16)]
        break
      }
      case 'E': {
        const [, seconds, counted = ''] = /^(\d+\.\d+) (.*)$/.exec(rest) ?? []
        const bytes = bytesOf(counted)
        if (seconds === undefined || !bytes) throw bad()
        reports.push({ atMs: Number(seconds) * 1000, bytes })
        break
      }
      default:
        // Comments, D: and P: say nothing that matters here.
        if (line !== '' && !/^(#|[A-Z]:)/.test(line)) throw bad()
    }
  }
  if (!descriptor || !ids) throw new Error('no R: and I: line: this is no recording by hid-recorder')
  const [vendorId, productId] = ids
  return { name, descriptor, vendorId, productId, ...usageOf(descriptor), reports }
}

/** `8 00 00 1e …`: how many, then each. */
function bytesOf(counted: string): Uint8Array | undefined {
  const [count, ...hex] = counted.trim().split(/\s+/)
  if (Number(count) !== hex.length || !hex.every(byte => /^[0-9a-f]{2}$/i.test(byte))) return undefined
  return Uint8Array.from(hex, byte => Number.parseInt(byte, 16))
}

/** The first usage of a report descriptor, which is the device's: short items, low byte first (HID 1.11, 6.2.2). */
function usageOf(descriptor: Uint8Array): Pick<DeviceIds, 'usagePage' | 'usage'> {
  let usagePage: number | undefined
  let at = 0
  while (at < descriptor.length) {
    const [prefix = 0] = descriptor.subarray(at)
    const size = [0, 1, 2, 4][prefix & 3] ?? 0
    const value = descriptor.subarray(at + 1, at + 1 + size).reduceRight((sum, byte) => sum * 256 + byte, 0)
    at += 1 + size
    if ((prefix & 0xfc) === 0x04) usagePage = value
    if ((prefix & 0xfc) === 0x08) return { usagePage, usage: value }
  }
  return { usagePage }
}
