/**
 * Magnetic stripe readers in MagTek's layout: 337 bytes, no report id. 0–2 a status for each track (bit 0: not decoded),
 * 3–5 their lengths, 6 how it is encoded, from 7, 117 and 227 the tracks, 110 bytes each.
 */
import { isBankCard } from '../../shared/protocol/cards/formats.ts'
import { type Decoder, type Scan, scanOf } from './scan.ts'

const reportBytes = 337
const tracksAt = 7
const trackBytes = 110
/** Clubs write the second track or the third; the first has letters, on bank cards the holder's name: it is left alone. */
const tracks = [1, 2] as const

export function createMagStripe(): Decoder {
  return {
    report(bytes): Scan | undefined {
      if (bytes.length < reportBytes) return undefined
      const read = tracks.map(track => textOf(bytes, track)).find(text => text !== undefined && text !== '')
      const text = read === undefined ? undefined : unframed(read)
      if (text === undefined || isBankCard(text)) return { kind: 'unreadable' }
      return scanOf('card', text) ?? { kind: 'unreadable' }
    },
    // A swipe is one report: there is nothing half read.
    reset: () => undefined,
  }
}

/** Undefined: the frame begins or ends and is not whole. */
function unframed(text: string): string | undefined {
  return /^[;+]|\?$/.test(text) ? /^[;+]([^;+?]+)\?$/.exec(text)?.[1] : text
}

/** Undefined: that track could not be decoded. */
function textOf(bytes: Uint8Array, track: number): string | undefined {
  const failed = ((bytes[track] ?? 1) & 1) === 1
  const length = bytes[3 + track] ?? 0
  if (failed || length > trackBytes) return undefined
  const start = tracksAt + track * trackBytes
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
