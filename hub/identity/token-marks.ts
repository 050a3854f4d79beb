/**
 * Tokens that say by themselves that this house gave them, to which device and when: a hub that was put back from a backup
 * tells by it the house's own devices, whose tokens are younger than what it remembers, from anybody on the Wi-Fi. It is
 * no proof of being let in: which of them were taken out meanwhile a restored hub cannot know.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Ids } from '../ports.ts'

export interface TokenMarks {
  /** A new token of 256 bits for this device, marked. */
  make(device: Id, at: number): string
  /** When this house gave this token to this device, ms. Undefined: it did not, or without a mark. */
  givenAt(device: Id, token: string): number | undefined
}

/** Milliseconds in base 36, until the year 5188. */
const timeLength = 9
/** 128 bits in base64url. */
const markBytes = 16
const markLength = 22

/** `key`: a secret of the house, in its backups. */
export function createTokenMarks({ key, ids }: { key: Buffer; ids: Pick<Ids, 'secret'> }): TokenMarks {
  const markOf = (device: Id, unmarked: string) =>
    createHmac('sha256', key).update(`${device}\n${unmarked}`).digest().subarray(0, markBytes).toString('base64url')

  return {
    make(device, at) {
      const unmarked = ids.secret(32) + at.toString(36).padStart(timeLength, '0')
      return unmarked + markOf(device, unmarked)
    },
    givenAt(device, token) {
      // As text: base64 read back knows no bits past the last byte, and sixteen tokens would be one.
      const shown = Buffer.from(token.slice(-markLength))
      const unmarked = token.slice(0, -markLength)
      const own = Buffer.from(markOf(device, unmarked))
      const genuine = shown.length === own.length && timingSafeEqual(shown, own)
      return genuine ? Number.parseInt(unmarked.slice(-timeLength), 36) : undefined
    },
  }
}
