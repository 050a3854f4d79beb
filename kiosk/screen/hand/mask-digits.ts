/** A phone number as others may see it: `138 •••• 5678`, and the digit just typed, so that a slip is noticed. */
export function maskDigits(digits: string): string {
  const last = digits.length - 1
  const shown = Array.from(digits, (digit, at) => (at >= 3 && at < 7 && at !== last ? '•' : digit)).join('')
  return [shown.slice(0, 3), shown.slice(3, 7), shown.slice(7)].filter(group => group !== '').join(' ')
}
