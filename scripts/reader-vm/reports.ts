/** Reports as three kinds of readers send them. */

/** Each key down and up, and Enter. */
export function typedDigits(digits: string): readonly Uint8Array[] {
  const usages = [...[...digits].map(digit => (digit === '0' ? 0x27 : 0x1d + Number(digit))), 0x28]
  return usages.flatMap(usage => [Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0), new Uint8Array(8)])
}

export function posReport(code: string): Uint8Array {
  const bytes = new Uint8Array(64)
  bytes.set([2, code.length])
  bytes.set(Buffer.from(`]Q1${code}`, 'latin1'), 2)
  return bytes
}

/** On the second track. */
export function stripeReport(card: string): Uint8Array {
  const bytes = new Uint8Array(337)
  bytes[4] = card.length + 2
  bytes.set(Buffer.from(`;${card}?`, 'latin1'), 117)
  return bytes
}
