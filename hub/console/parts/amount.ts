/** Between what is typed for an amount of money and its minor units. */

/** More digits before the point are a slip: no amount here has them. */
const mostDigits = 7

/** Minor units. A Chinese keyboard's 。 is a point too, a comma groups thousands; what cannot be paid in this currency is dropped. */
export function amountOf(typed: string, fractionDigits: number): number {
  const [whole = '', ...rest] = typed.normalize('NFKC').replaceAll('。', '.').split('.')
  const digits = (text: string) => text.replace(/\D/g, '')
  const fraction = digits(rest.join('')).slice(0, fractionDigits).padEnd(fractionDigits, '0')
  return Number(digits(whole).slice(0, mostDigits) + fraction)
}

/** What an amount is typed with; the rest is not shown. */
export const amountCharacters = (typed: string): string => typed.replace(/[^\d.,。．，０-９]/g, '')

/** As somebody would type it; nothing for nothing. */
export function typedAmount(minorUnits: number, fractionDigits: number): string {
  if (minorUnits === 0) return ''
  const unit = 10 ** fractionDigits
  return minorUnits % unit === 0 ? String(minorUnits / unit) : (minorUnits / unit).toFixed(fractionDigits)
}
