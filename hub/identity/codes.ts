/** Codes that people read off one screen and type or compare on another. */
import type { Ids } from '../ports.ts'

// Twenty consonants (those of RFC 8628): no digits to mistake for letters, no vowels to spell words with.
const letters = 'BCDFGHJKLMNPQRSTVWXZ'
// The largest multiple of 20 in a byte: what lies above would favour the first letters.
const fair = 240

/** `length` letters, each of 4.3 bits. */
export function newCode(ids: Pick<Ids, 'secret'>, length: number): string {
  let code = ''
  while (code.length < length) {
    for (const byte of Buffer.from(ids.secret(2 * length), 'base64url')) {
      if (byte < fair && code.length < length) code += letters.charAt(byte % letters.length)
    }
  }
  return code
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** A secret in capitals and digits, so that a QR code with it stays in alphanumeric mode and small. */
export function newCapitalSecret(ids: Pick<Ids, 'secret'>, bytes: number): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of Buffer.from(ids.secret(bytes), 'base64url')) {
    held = ((held << 8) | byte) & 0xfff
    bits += 8
    for (; bits >= 5; bits -= 5) text += base32.charAt((held >> (bits - 5)) & 31)
  }
  return bits > 0 ? text + base32.charAt((held << (5 - bits)) & 31) : text
}
