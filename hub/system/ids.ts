/** Ids and secrets from the operating system's randomness. */
import { randomBytes, randomFillSync } from 'node:crypto'
import type { Ids } from '../ports.ts'

const letters = '0123456789abcdefghijklmnopqrstuvwxyz'
const idLength = 10

export function createIds(): Ids {
  const letter = createLetters()
  return {
    next(prefix) {
      let id = prefix
      for (let left = idLength; left > 0; left--) id += letter()
      return id
    },
    secret: bytes => randomBytes(bytes).toString('base64url'),
  }
}

/** Asked for byte by byte the system's randomness takes a tap longer than deciding it. No id is a secret: some may wait here. */
function createLetters(): () => string {
  const drawn = Buffer.alloc(1024)
  let next = drawn.length
  return () => {
    for (;;) {
      if (next === drawn.length) {
        randomFillSync(drawn)
        next = 0
      }
      const byte = drawn[next++] ?? 255
      // 252 is the largest multiple of 36 in a byte: what lies above would favour the first letters.
      if (byte < 252) return letters.charAt(byte % letters.length)
    }
  }
}
