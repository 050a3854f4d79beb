/** Ids and secrets from the operating system's randomness. */
import { randomBytes } from 'node:crypto'
import type { Ids } from './ports.ts'

const letters = '0123456789abcdefghijklmnopqrstuvwxyz'
const idLength = 10

export function createIds(): Ids {
  return {
    next: prefix => prefix + randomLetters(idLength),
    secret: bytes => randomBytes(bytes).toString('base64url'),
  }
}

function randomLetters(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      // 252 is the largest multiple of 36 in a byte: what lies above would favour the first letters.
      if (byte < 252 && text.length < length) text += letters.charAt(byte % letters.length)
    }
  }
  return text
}
