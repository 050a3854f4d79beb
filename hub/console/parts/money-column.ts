/** Amounts that stand under one another: where one of them has fen all show theirs, so that the points do too. */
import type { Format } from '../../../shared/i18n/format.ts'

export function moneyColumn(
  { money, fractionDigits }: Pick<Format, 'money' | 'fractionDigits'>,
  amounts: readonly number[],
): (amount: number) => string {
  const unit = 10 ** fractionDigits
  const isWhole = (amount: number) => amount % unit === 0
  if (amounts.every(isWhole)) return money
  return amount => (isWhole(amount) ? `${money(amount)}.${'0'.repeat(fractionDigits)}` : money(amount))
}
