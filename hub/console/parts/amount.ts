/** Between what is typed for an amount of money and its minor units. */

/** Minor units; the hub takes no more of them. */
export const mostMoney = 1_000_000_000

/** Digits, perhaps in groups of three, and perhaps a fraction. */
const shape = /^(\d*|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/

/** Minor units, exactly as typed: nothing is rounded or left out. A Chinese keyboard's 。 is a point too. */
export function readAmount(typed: string, fractionDigits: number): number | 'unreadable' | 'too-much' {
  const text = typed.normalize('NFKC').replaceAll('。', '.').trim()
  if (text === '') return 0
  const [, whole = '', rest = ''] = shape.exec(text) ?? []
  const fraction = rest.replace(/0+$/, '')
  if (whole + rest === '' || fraction.length > fractionDigits) return 'unreadable'
  const amount = Number(whole.replaceAll(',', '') + fraction.padEnd(fractionDigits, '0'))
  return amount > mostMoney ? 'too-much' : amount
}

/** As somebody would type it; nothing for nothing. */
export function typedAmount(minorUnits: number, fractionDigits: number): string {
  if (minorUnits === 0) return ''
  const unit = 10 ** fractionDigits
  return minorUnits % unit === 0 ? String(minorUnits / unit) : (minorUnits / unit).toFixed(fractionDigits)
}
