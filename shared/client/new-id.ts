/** Ids made in a browser. `crypto.randomUUID` is missing on plain HTTP at a LAN address; this is not. */
import type { Id } from '../protocol/primitives.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** `prefix` and 16 letters: 80 bits. */
export function newId(prefix: string): Id {
  return prefix + Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => letters.charAt(byte % 32)).join('')
}
